import { NumberInput, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { CodeSelect } from '#renderer/components/record-form/CodeSelect.tsx';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { careChangeSchema, careDraftSchema, type CareDraft, type CareRow } from '#shared/modules/grid/register/care/care.schema.ts';

const FEN_IN_YUAN = 100;
/** As typed: the first day may still be empty. */
type Values = Omit<CareDraft, 'fromOn'> & { fromOn: string | null };

const draftOf = (values: Values): CareDraft => ({ ...values, fromOn: values.fromOn ?? '' });
const fieldOf = ({ code }: Failure): keyof Values | null => (code === 'care/already-in-group' ? 'kind' : null);

export function NewCareDrawer({ personId, onClosed }: { readonly personId: string; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const record = useRecordForm({
    draftKey: `care/${personId}/new`,
    initialValues: { personId, kind: '', fromOn: localToday(), untilOn: null, level: '', allowanceFen: null, helper: '', nextVisitOn: null, note: '' } as Values, // widened: null and text are typed later
    inputOf: draftOf,
    schema: careDraftSchema,
    save: api.grid.addToCareGroup(),
    fieldOf,
    onSaved: () => undefined,
  });
  return <CareForm title={formatMessage({ id: 'care.add' })} record={record} onClosed={onClosed} />;
}

export function EditCareDrawer({ care, onClosed }: { readonly care: CareRow; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { id, version, personName: _name, gridName: _grid, address: _address, updatedAt: _at, ...values } = care;
  const record = useRecordForm({
    draftKey: `care/${id}`,
    initialValues: values as Values, // widened as above
    inputOf: (typed) => ({ id, version, ...draftOf(typed) }),
    schema: careChangeSchema,
    save: api.grid.updateCareGroup(),
    fieldOf,
    onSaved: () => undefined,
  });
  return <CareForm title={formatMessage({ id: 'care.edit' })} record={record} onClosed={onClosed} />;
}

function CareForm({ title, record, onClosed }: { readonly title: string; readonly record: RecordForm<Values>; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = (field: string): string => formatMessage({ id: messageId(`care.field.${field}`) });
  const { form } = record;
  const field = (name: keyof Values) => ({ label: labelOf(name), ...form.getInputProps(name) });
  const allowance = form.getValues().allowanceFen;
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="34rem">
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <CodeSelect {...field('kind')} key={form.key('kind')} table="care-group" required data-autofocus />
          <TextInput {...field('level')} key={form.key('level')} maxLength={30} />
          <DayInput {...field('fromOn')} key={form.key('fromOn')} required />
          <DayInput {...field('untilOn')} key={form.key('untilOn')} />
          <NumberInput label={labelOf('allowanceFen')} error={form.errors['allowanceFen']} key={form.key('allowanceFen')} min={0} decimalScale={2} thousandSeparator="," defaultValue={allowance === null ? '' : allowance / FEN_IN_YUAN} onChange={(yuan) => form.setFieldValue('allowanceFen', typeof yuan === 'number' ? Math.round(yuan * FEN_IN_YUAN) : null, { forceUpdate: false })} />
          <TextInput {...field('helper')} key={form.key('helper')} maxLength={50} />
          <DayInput {...field('nextVisitOn')} key={form.key('nextVisitOn')} />
        </SimpleGrid>
        <Textarea {...field('note')} key={form.key('note')} autosize minRows={2} maxLength={300} />
      </Stack>
    </RecordDrawer>
  );
}
