import { NumberInput, Select, SimpleGrid, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useSession } from '#renderer/app/session.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { CodeSelect } from '#renderer/components/record-form/CodeSelect.tsx';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { PickSelect } from '#renderer/components/record-form/PickSelect.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { mediationChangeSchema, mediationDraftSchema, mediationOrigins, type MediationDraft, type MediationSheet } from '#shared/modules/grid/mediation/mediation.schema.ts';
import { useGridOptions } from '../territory/use-grid-options.ts';
import { PartiesField } from './PartiesField.tsx';

const FEN_IN_YUAN = 100;
/** As typed: the day may still be empty. */
type Values = Omit<MediationDraft, 'appliedOn'> & { appliedOn: string | null };

const draftOf = (values: Values): MediationDraft => ({ ...values, appliedOn: values.appliedOn ?? '' });
function fieldOf({ code }: Failure): keyof Values | null {
  if (code === 'mediation/grid-needed') return 'gridId';
  return code === 'mediation/lies-ahead' ? 'appliedOn' : null;
}

export function NewMediationDrawer({ onClosed }: { readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { displayName } = useSession();
  const goTo = useGoTo();
  const record = useRecordForm({
    draftKey: 'mediation/new',
    initialValues: { subject: '', kind: '', gridId: null, place: '', origin: 'requested', appliedOn: localToday(), parties: [], mediators: [displayName], recorder: '', facts: '', peopleInvolved: 2, amountFen: null, nextSessionOn: null } as Values, // widened: null and text are typed later
    inputOf: draftOf,
    schema: mediationDraftSchema,
    save: api.grid.createMediation(),
    fieldOf,
    onSaved: ({ id }) => goTo(`/grid/mediation/${id}`),
  });
  return <MediationForm title={formatMessage({ id: 'mediation.new' })} record={record} onClosed={onClosed} />;
}

export function EditMediationDrawer({ sheet, onClosed }: { readonly sheet: MediationSheet; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { id, version, subject, kind, gridId, place, origin, appliedOn, parties, mediators, recorder, facts, peopleInvolved, amountFen, nextSessionOn } = sheet;
  const record = useRecordForm({
    draftKey: `mediation/${id}`,
    initialValues: { subject, kind, gridId, place, origin, appliedOn, parties, mediators, recorder, facts, peopleInvolved, amountFen, nextSessionOn } as Values, // widened as above
    inputOf: (values) => ({ id, version, ...draftOf(values) }),
    schema: mediationChangeSchema,
    save: api.grid.updateMediation(),
    fieldOf,
    onSaved: () => undefined,
  });
  return <MediationForm title={formatMessage({ id: 'mediation.edit' })} record={record} onClosed={onClosed} />;
}

function MediationForm({ title, record, onClosed }: { readonly title: string; readonly record: RecordForm<Values>; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = (field: string): string => formatMessage({ id: messageId(`mediation.field.${field}`) });
  const grids = useGridOptions();
  const { form } = record;
  const field = (name: keyof Values) => ({ label: labelOf(name), ...form.getInputProps(name) });
  const { parties, amountFen } = form.getValues();
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="42rem">
      <Stack gap="sm">
        <TextInput {...field('subject')} key={form.key('subject')} required maxLength={100} data-autofocus />
        <PartiesField label={labelOf('parties')} initial={parties} error={form.errors['parties']} onChange={(next) => form.setFieldValue('parties', next, { forceUpdate: false })} />
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="sm">
          <CodeSelect {...field('kind')} key={form.key('kind')} table="dispute-kind" required />
          <Select {...field('origin')} key={form.key('origin')} data={mediationOrigins.map((value) => ({ value, label: formatMessage({ id: `mediation.origin.${value}` }) }))} allowDeselect={false} comboboxProps={{ transitionProps: { duration: 0 } }} />
          <DayInput {...field('appliedOn')} key={form.key('appliedOn')} required maxDate={localToday()} />
          <PickSelect {...field('gridId')} key={form.key('gridId')} kind="grid" options={grids} clearable />
          <NumberInput {...field('peopleInvolved')} key={form.key('peopleInvolved')} min={2} allowDecimal={false} />
          <NumberInput label={labelOf('amountFen')} error={form.errors['amountFen']} key={form.key('amountFen')} min={0} decimalScale={2} thousandSeparator="," defaultValue={amountFen === null ? '' : amountFen / FEN_IN_YUAN} onChange={(yuan) => form.setFieldValue('amountFen', typeof yuan === 'number' ? Math.round(yuan * FEN_IN_YUAN) : null, { forceUpdate: false })} />
        </SimpleGrid>
        <TextInput {...field('place')} key={form.key('place')} maxLength={200} />
        <Textarea {...field('facts')} key={form.key('facts')} autosize minRows={3} maxLength={2000} required />
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="sm">
          <TagsInput {...field('mediators')} key={form.key('mediators')} maxTags={10} required />
          <TextInput {...field('recorder')} key={form.key('recorder')} maxLength={50} />
          <DayInput {...field('nextSessionOn')} key={form.key('nextSessionOn')} />
        </SimpleGrid>
      </Stack>
    </RecordDrawer>
  );
}
