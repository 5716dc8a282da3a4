import { Autocomplete, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { dutyChangeSchema, dutyDraftSchema, dutyKinds, type DutyDraft, type DutyRow } from '#shared/modules/grid/service-desk/desk-visit.schema.ts';

type Values = Omit<DutyDraft, 'onDay'> & { onDay: string | null };
const fieldOf = ({ code }: Failure): keyof Values | null => (code === 'duty/officer-taken' ? 'kind' : null);
const draftOf = (values: Values): DutyDraft => ({ ...values, onDay: values.onDay ?? '' });

/** One person on duty on one day; a new one goes on to the next day. */
export function DutyDrawer({ duty, onClosed }: { readonly duty: DutyRow | null; readonly onClosed: () => void }) {
  return duty ? <EditDuty duty={duty} onClosed={onClosed} /> : <NewDuty onClosed={onClosed} />;
}

function NewDuty({ onClosed }: { readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const record = useRecordForm({
    draftKey: 'duty/new',
    initialValues: { onDay: localToday(), kind: 'officer', name: '', phone: '', note: '' } as Values, // widened: the day may be emptied
    inputOf: draftOf,
    schema: dutyDraftSchema,
    save: api.grid.addDuty(),
    fieldOf,
    onSaved: () => undefined,
    nextValues: (values) => ({ ...values, onDay: values.onDay === null ? null : addDays(values.onDay, 1), name: '', phone: '', note: '' }),
  });
  return <DutyForm title={formatMessage({ id: 'desk-duty.add' })} record={record} onClosed={onClosed} />;
}

function EditDuty({ duty: { id, version, ...values }, onClosed }: { readonly duty: DutyRow; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const record = useRecordForm({
    draftKey: `duty/${id}`,
    initialValues: values as Values, // widened as above
    inputOf: (typed) => ({ id, version, ...draftOf(typed) }),
    schema: dutyChangeSchema,
    save: api.grid.updateDuty(),
    fieldOf,
    onSaved: () => undefined,
  });
  return <DutyForm title={formatMessage({ id: 'desk-duty.edit' })} record={record} onClosed={onClosed} />;
}

function DutyForm({ title, record, onClosed }: { readonly title: string; readonly record: RecordForm<Values>; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = (field: string): string => formatMessage({ id: messageId(`desk-duty.field.${field}`) });
  const { data: owners = [] } = useQuery(api.grid.listMatterOwners({}));
  const { form } = record;
  const field = (name: keyof Values) => ({ label: labelOf(name), ...form.getInputProps(name) });
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="28rem">
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <DayInput {...field('onDay')} key={form.key('onDay')} required />
          <Select {...field('kind')} key={form.key('kind')} data={dutyKinds.map((value) => ({ value, label: formatMessage({ id: `desk-duty.kind.${value}` }) }))} allowDeselect={false} required comboboxProps={{ transitionProps: { duration: 0 } }} />
          <Autocomplete {...field('name')} key={form.key('name')} data={[...new Set(owners.map(({ name }) => name))]} required maxLength={50} data-autofocus comboboxProps={{ transitionProps: { duration: 0 } }} />
          <TextInput {...field('phone')} key={form.key('phone')} inputMode="tel" maxLength={40} />
        </SimpleGrid>
        <TextInput {...field('note')} key={form.key('note')} maxLength={200} />
      </Stack>
    </RecordDrawer>
  );
}
