import { Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { partnerChangeSchema, partnerDraftSchema, partnerKinds, pledgeChangeSchema, pledgeDraftSchema, type PartnerDraft, type PartnerRow, type PledgeDraft, type PledgeRow } from '#shared/modules/budget/partners/partner.schema.ts';
import { MoneyInput } from '../parts/MoneyInput.tsx';
import { useSourceChoices } from '../parts/use-budget-options.ts';
import { useChoices } from '../parts/use-words-of.ts';

const MOST = 500;
const faultyField = ({ code }: Failure): 'name' | 'contactPhone' | null => (code === 'budget/partner-name-taken' ? 'name' : code === 'budget/partner-phone' ? 'contactPhone' : null);

export function NewPartnerDrawer({ onClosed }: { readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const record = useRecordForm({ draftKey: 'funding-partner/new', initialValues: { name: '', kind: 'enterprise', contact: '', contactPhone: '', bodyId: null, note: '' } as PartnerDraft, inputOf: (values) => values, schema: partnerDraftSchema, save: api.budget.createPartner(), fieldOf: faultyField, onSaved: () => undefined }); // widened: other kinds are chosen later
  return <PartnerForm title={formatMessage({ id: 'budget.partner.new' })} record={record} storedPhone="" onClosed={onClosed} />;
}

export function EditPartnerDrawer({ partner, onClosed }: { readonly partner: PartnerRow; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { id, version, name, kind, contact, bodyId, note } = partner;
  const record = useRecordForm({ draftKey: `funding-partner/${id}`, initialValues: { name, kind, contact, contactPhone: '', bodyId, note } as PartnerDraft, inputOf: ({ contactPhone, ...values }) => ({ ...values, id, version, ...(contactPhone !== '' && { contactPhone }) }), schema: partnerChangeSchema, save: api.budget.updatePartner(), fieldOf: faultyField, onSaved: () => undefined }); // widened as above
  return <PartnerForm title={formatMessage({ id: 'budget.partner.edit' }, { name })} record={record} storedPhone={partner.contactPhoneMasked} onClosed={onClosed} />;
}

function PartnerForm({ title, record, storedPhone, onClosed }: { readonly title: string; readonly record: RecordForm<PartnerDraft>; /** Masked; empty while there is none. */ readonly storedPhone: string; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = (field: string): string => formatMessage({ id: messageId(`budget.field.${field === 'kind' ? 'partnerKind' : field}`) });
  const { form } = record;
  const field = (name: keyof PartnerDraft) => ({ label: labelOf(name), ...form.getInputProps(name) });
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="32rem">
      <Stack gap="sm">
        <TextInput {...field('name')} key={form.key('name')} required maxLength={80} data-autofocus />
        <Select {...field('kind')} key={form.key('kind')} data={useChoices('partner-kind', partnerKinds)} allowDeselect={false} required comboboxProps={{ transitionProps: { duration: 0 } }} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <TextInput {...field('contact')} key={form.key('contact')} maxLength={50} />
          <TextInput {...field('contactPhone')} key={form.key('contactPhone')} maxLength={40} inputMode="tel" autoComplete="off" {...(storedPhone !== '' && { description: formatMessage({ id: 'register.stored-now' }, { masked: storedPhone }), inputWrapperOrder: ['label', 'input', 'description', 'error'] as const })} />
        </SimpleGrid>
        <Textarea {...field('note')} key={form.key('note')} autosize minRows={2} maxLength={300} />
      </Stack>
    </RecordDrawer>
  );
}

export function NewPledgeDrawer({ partnerId, onClosed }: { readonly partnerId: string | null; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const record = useRecordForm({ draftKey: 'funding-pledge/new', initialValues: { partnerId: partnerId ?? '', sourceId: null, what: '', fen: 0, agreementNo: '', nextOn: null, note: '' } as PledgeDraft, inputOf: (values) => values, schema: pledgeDraftSchema, save: api.budget.createPledge(), onSaved: () => undefined }); // widened as above
  return <PledgeForm title={formatMessage({ id: 'budget.pledge.new' })} record={record} isNew onClosed={onClosed} />;
}

export function EditPledgeDrawer({ pledge, onClosed }: { readonly pledge: PledgeRow; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { id, version, partnerId, sourceId, what, fen, agreementNo, nextOn, note } = pledge;
  const record = useRecordForm({ draftKey: `funding-pledge/${id}`, initialValues: { partnerId, sourceId, what, fen, agreementNo, nextOn, note } as PledgeDraft, inputOf: (values) => ({ ...values, id, version }), schema: pledgeChangeSchema, save: api.budget.updatePledge(), onSaved: () => undefined }); // widened as above
  return <PledgeForm title={formatMessage({ id: 'budget.pledge.edit' })} record={record} isNew={false} onClosed={onClosed} />;
}

function PledgeForm({ title, record, isNew, onClosed }: { readonly title: string; readonly record: RecordForm<PledgeDraft>; readonly isNew: boolean; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = (field: string): string => formatMessage({ id: messageId(`budget.field.${field === 'fen' ? 'amountFen' : field === 'what' ? 'pledgeWhat' : field}`) });
  const { form } = record;
  const field = (name: keyof PledgeDraft) => ({ label: labelOf(name), ...form.getInputProps(name) });
  const { data: partners = [] } = useQuery(api.budget.listPartners({ limit: MOST }));
  const sources = useSourceChoices();
  const still = { comboboxProps: { transitionProps: { duration: 0 } } };
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="32rem">
      <Stack gap="sm">
        <Select {...field('partnerId')} key={form.key('partnerId')} required searchable disabled={!isNew} data={partners.map(({ id, name }) => ({ value: id, label: name }))} data-autofocus {...still} />
        <TextInput {...field('what')} key={form.key('what')} required maxLength={120} />
        <Select {...field('sourceId')} key={form.key('sourceId')} clearable data={[...sources]} description={formatMessage({ id: 'budget.pledge.source-hint' })} {...still} />
        <MoneyInput label={labelOf('fen')} error={form.errors['fen']} defaultFen={form.getValues().fen} onFen={(fen) => form.setFieldValue('fen', fen ?? 0, { forceUpdate: false })} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <TextInput {...field('agreementNo')} key={form.key('agreementNo')} maxLength={60} />
          <DayInput {...field('nextOn')} key={form.key('nextOn')} />
        </SimpleGrid>
        <Textarea {...field('note')} key={form.key('note')} autosize minRows={2} maxLength={300} />
      </Stack>
    </RecordDrawer>
  );
}
