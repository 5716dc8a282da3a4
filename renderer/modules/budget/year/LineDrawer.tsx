import { NumberInput, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { lineChangeSchema, lineDraftSchema, lineKinds, type LineDraft, type LineRow } from '#shared/modules/budget/year/year.schema.ts';
import { MoneyInput } from '../parts/MoneyInput.tsx';
import { useSourceChoices } from '../parts/use-budget-options.ts';
import { useChoices } from '../parts/use-words-of.ts';
import { useYuan } from '../parts/yuan.ts';

type Values = Omit<LineDraft, 'askedFen'>;
const fieldOf = ({ code }: Failure): keyof Values | null => (code === 'budget/code-taken' ? 'code' : code === 'budget/standing-line' ? 'kind' : code === 'budget/line-in-use' ? 'sourceId' : null);
/** What is asked for is norm × quantity where both are given. */
const askedOf = ({ normFen, quantity }: Values): number | null => (normFen !== null && quantity !== null && normFen * quantity > 0 ? normFen * quantity : null);

export function NewLineDrawer({ year, onClosed }: { readonly year: number; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const record = useRecordForm({ draftKey: 'budget-line/new', initialValues: { year, sourceId: '', code: '', name: '', kind: 'project', normFen: null, quantity: null, unit: '', basis: '' } as Values, inputOf: (values) => ({ ...values, askedFen: askedOf(values) }), schema: lineDraftSchema, save: api.budget.createLine(), fieldOf, onSaved: () => undefined }); // widened: figures are typed later
  return <LineForm title={formatMessage({ id: 'budget.line.new' })} record={record} onClosed={onClosed} />;
}

export function EditLineDrawer({ line, onClosed }: { readonly line: LineRow; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { id, version, year, sourceId, code, name, kind, normFen, quantity, unit, basis } = line;
  const record = useRecordForm({ draftKey: `budget-line/${id}`, initialValues: { year, sourceId, code, name, kind, normFen, quantity, unit, basis } as Values, inputOf: (values) => ({ ...values, id, version }), schema: lineChangeSchema, save: api.budget.updateLine(), fieldOf, onSaved: () => undefined }); // widened as above
  return <LineForm title={formatMessage({ id: 'budget.line.edit' })} record={record} onClosed={onClosed} />;
}

function LineForm({ title, record, onClosed }: { readonly title: string; readonly record: RecordForm<Values>; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const yuan = useYuan();
  const labelOf = (field: string): string => formatMessage({ id: messageId(`budget.field.${{ kind: 'lineKind', name: 'lineName' }[field] ?? field}`) });
  const { form } = record;
  const field = (name: keyof Values) => ({ label: labelOf(name), ...form.getInputProps(name) });
  const sources = useSourceChoices();
  const [typed, setTyped] = useState(() => form.getValues());
  const put = (values: Partial<Values>): void => {
    for (const [name, value] of Object.entries(values)) form.setFieldValue(name, value as never, { forceUpdate: false }); // names and values of the form itself
    setTyped({ ...form.getValues(), ...values });
  };
  const asked = askedOf(typed);
  const still = { comboboxProps: { transitionProps: { duration: 0 } } };
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="32rem">
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <TextInput {...field('code')} key={form.key('code')} required maxLength={12} data-autofocus />
          <TextInput {...field('name')} key={form.key('name')} required maxLength={60} />
          <Select {...field('sourceId')} key={form.key('sourceId')} required data={[...sources]} {...still} />
          <Select {...field('kind')} key={form.key('kind')} required allowDeselect={false} data={useChoices('line-kind', lineKinds)} {...still} />
          <MoneyInput label={labelOf('normFen')} error={form.errors['normFen']} defaultFen={form.getValues().normFen} onFen={(normFen) => put({ normFen })} />
          <NumberInput label={labelOf('quantity')} error={form.errors['quantity']} key={form.key('quantity')} min={0} allowDecimal={false} thousandSeparator="," defaultValue={form.getValues().quantity ?? ''} onChange={(value) => put({ quantity: typeof value === 'number' ? value : null })} />
          <TextInput {...field('unit')} key={form.key('unit')} maxLength={20} />
        </SimpleGrid>
        <Text size="sm" role="status">{asked === null ? formatMessage({ id: 'budget.line.reckon' }) : formatMessage({ id: 'budget.line.reckoned' }, { asked: yuan(asked) })}</Text>
        <Textarea {...field('basis')} key={form.key('basis')} autosize minRows={2} maxLength={300} />
      </Stack>
    </RecordDrawer>
  );
}
