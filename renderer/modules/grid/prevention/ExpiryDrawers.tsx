import { NumberInput, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useIntl } from 'react-intl';
import { z } from 'zod';
import { api } from '#renderer/api/index.ts';
import { CodeSelect } from '#renderer/components/record-form/CodeSelect.tsx';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { PickSelect } from '#renderer/components/record-form/PickSelect.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import { dayText, versionedShape } from '#shared/contract/list.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { expiryChangeSchema, expiryDraftSchema, type ExpiryDraft, type ExpiryRow } from '#shared/modules/grid/prevention/prevention.schema.ts';
import { useGridOptions } from '../territory/use-grid-options.ts';

type Values = Omit<ExpiryDraft, 'expiresOn'> & { expiresOn: string | null };
const draftOf = (values: Values): ExpiryDraft => ({ ...values, expiresOn: values.expiresOn ?? '' });
const fieldOf = ({ code }: Failure): keyof Values | null => (code === 'prevention/grid-needed' ? 'gridId' : null);
const REMIND_DAYS = 30;

function useLabelOf(): (field: string) => string {
  const { formatMessage } = useIntl();
  return (field) => formatMessage({ id: messageId(`expiries.field.${field}`) });
}

export function NewExpiryDrawer({ onClosed }: { readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const record = useRecordForm({
    draftKey: 'expiry/new',
    initialValues: { kind: '', name: '', place: '', gridId: null, holder: '', expiresOn: null, remindDays: REMIND_DAYS, note: '' } as Values, // widened: the day is typed later
    inputOf: draftOf,
    schema: expiryDraftSchema,
    save: api.grid.createExpiry(),
    fieldOf,
    onSaved: () => undefined,
    nextValues: (values) => ({ ...values, place: '', note: '' }),
  });
  return <ExpiryForm title={formatMessage({ id: 'expiries.new' })} record={record} onClosed={onClosed} />;
}

export function EditExpiryDrawer({ thing, onClosed }: { readonly thing: ExpiryRow; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { id, version, kind, name, place, gridId, holder, expiresOn, remindDays, note } = thing;
  const record = useRecordForm({
    draftKey: `expiry/${id}`,
    initialValues: { kind, name, place, gridId, holder, expiresOn, remindDays, note } as Values, // widened as above
    inputOf: (values) => ({ id, version, ...draftOf(values) }),
    schema: expiryChangeSchema,
    save: api.grid.updateExpiry(),
    fieldOf,
    onSaved: () => undefined,
  });
  return <ExpiryForm title={formatMessage({ id: 'expiries.edit' })} record={record} onClosed={onClosed} />;
}

function ExpiryForm({ title, record, onClosed }: { readonly title: string; readonly record: RecordForm<Values>; readonly onClosed: () => void }) {
  const labelOf = useLabelOf();
  const grids = useGridOptions();
  const { form } = record;
  const field = (name: keyof Values) => ({ label: labelOf(name), ...form.getInputProps(name) });
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="32rem">
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <CodeSelect {...field('kind')} key={form.key('kind')} table="expiry-kind" required data-autofocus />
          <TextInput {...field('name')} key={form.key('name')} required maxLength={100} />
          <DayInput {...field('expiresOn')} key={form.key('expiresOn')} required />
          <NumberInput {...field('remindDays')} key={form.key('remindDays')} min={0} max={365} allowDecimal={false} required />
          <TextInput {...field('place')} key={form.key('place')} maxLength={200} />
          <PickSelect {...field('gridId')} key={form.key('gridId')} kind="grid" options={grids} clearable />
          <TextInput {...field('holder')} key={form.key('holder')} maxLength={80} />
        </SimpleGrid>
        <Textarea {...field('note')} key={form.key('note')} autosize minRows={2} maxLength={300} />
      </Stack>
    </RecordDrawer>
  );
}

const renewSchema = z.strictObject({ ...versionedShape, expiresOn: dayText });

/** The same thing with a new last day. */
export function RenewDrawer({ thing: { id, version, name, expiresOn }, onClosed }: { readonly thing: ExpiryRow; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const record = useRecordForm({
    draftKey: `expiry-renewal/${id}`,
    initialValues: { expiresOn: null } as { expiresOn: string | null }, // widened as above
    inputOf: (values) => ({ id, version, expiresOn: values.expiresOn ?? '' }),
    schema: renewSchema,
    save: api.grid.renewExpiry(),
    fieldOf: ({ code }) => (code === 'prevention/not-later' ? 'expiresOn' : null),
    onSaved: () => undefined,
  });
  const { form } = record;
  return (
    <RecordDrawer title={formatMessage({ id: 'expiries.renew-title' }, { name })} record={record} labelOf={labelOf} onClosed={onClosed} size="24rem">
      <Stack gap="sm">
        <Text size="sm">{labelOf('expiresOn')}: <DayText day={expiresOn} /></Text>
        <DayInput label={formatMessage({ id: 'expiries.renewed-on' })} {...form.getInputProps('expiresOn')} key={form.key('expiresOn')} required data-autofocus />
      </Stack>
    </RecordDrawer>
  );
}
