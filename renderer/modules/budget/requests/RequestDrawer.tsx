import { Input, NumberInput, SegmentedControl, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { CodeSelect } from '#renderer/components/record-form/CodeSelect.tsx';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { requestChangeSchema, requestDraftSchema, type RequestSheet } from '#shared/modules/budget/requests/request.schema.ts';
import { MoneyInput } from '../parts/MoneyInput.tsx';
import { useGridChoices, useLineChoices } from '../parts/use-budget-options.ts';
import { requestPlace } from '../places.ts';
import { SuccessCheck } from './SuccessCheck.tsx';

/** As typed: days and the amount may still be empty. */
type Values = {
  title: string; purpose: string; useCode: string; lineId: string | null; amountFen: number | null; gridId: string | null; department: string; urgency: number; beneficiaries: number;
  neededOn: string | null; endsOn: string | null; agreedOn: string | null; agreement: string; overspendReason: string;
};
const draftOf = (values: Values) => ({ ...values, amountFen: values.amountFen ?? 0, neededOn: values.neededOn ?? '', endsOn: values.endsOn ?? '', agreedOn: values.agreedOn ?? '' });

const FIELD: Readonly<Partial<Record<Failure['code'], keyof Values>>> = {
  'budget/over-free': 'amountFen', 'budget/overspend-reason': 'overspendReason', 'budget/use-forbidden': 'useCode', 'budget/use-not-listed': 'useCode', 'budget/day-outside-year': 'neededOn', 'budget/year-closed': 'lineId', 'budget/source-ended': 'lineId',
};
const fieldOf = ({ code }: Failure): keyof Values | null => FIELD[code] ?? null;

export function NewRequestDrawer({ onClosed }: { readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const today = localToday();
  const record = useRecordForm({
    draftKey: 'funding-request/new',
    initialValues: { title: '', purpose: '', useCode: '', lineId: null, amountFen: null, gridId: null, department: '', urgency: 3, beneficiaries: 0, neededOn: today, endsOn: `${today.slice(0, 4)}-12-31`, agreedOn: today, agreement: '', overspendReason: '' } as Values, // widened: null and text are typed later
    inputOf: draftOf, schema: requestDraftSchema, save: api.budget.createRequest(), fieldOf, onSaved: ({ id }) => goTo(requestPlace(id)),
  });
  return <RequestForm title={formatMessage({ id: 'budget.request.new' })} record={record} requestId={null} onClosed={onClosed} />;
}

export function EditRequestDrawer({ request, onClosed }: { readonly request: RequestSheet; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { id, version, title, purpose, useCode, lineId, amountFen, gridId, department, urgency, beneficiaries, neededOn, endsOn, agreedOn, agreement } = request;
  const record = useRecordForm({
    draftKey: `funding-request/${id}`,
    initialValues: { title, purpose, useCode, lineId, amountFen, gridId, department, urgency, beneficiaries, neededOn, endsOn, agreedOn, agreement, overspendReason: '' } as Values, // widened as above
    inputOf: (values) => ({ id, version, ...draftOf(values) }), schema: requestChangeSchema, save: api.budget.updateRequest(), fieldOf, onSaved: () => undefined,
  });
  return <RequestForm title={formatMessage({ id: 'budget.request.edit' })} record={record} requestId={id} onClosed={onClosed} />;
}

type RequestFormProps = { readonly title: string; readonly record: RecordForm<Values>; readonly requestId: string | null; readonly onClosed: () => void };

function RequestForm({ title, record, requestId, onClosed }: RequestFormProps) {
  const { formatMessage } = useIntl();
  const labelOf = (field: string): string => formatMessage({ id: messageId(`budget.field.${field}`) });
  const { form } = record;
  const { options } = useLineChoices();
  const grids = useGridChoices();
  const [asked, setAsked] = useState(() => form.getValues());
  const field = (name: keyof Values) => ({ label: labelOf(name), ...form.getInputProps(name) });
  const note = (values: Partial<Values>) => setAsked({ ...form.getValues(), ...values });
  const put = <K extends keyof Values>(name: K, value: Values[K]) => {
    form.setFieldValue(name, value as never, { forceUpdate: false }); // one field of the form with its own value
    note({ [name]: value });
  };
  const isRefusedForMoney = form.errors['overspendReason'] !== undefined || asked.overspendReason !== '';
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed}>
      <Stack gap="sm">
        <Select {...field('lineId')} key={form.key('lineId')} data={[...options]} searchable clearable data-autofocus description={formatMessage({ id: 'budget.request.line-hint' })} comboboxProps={{ transitionProps: { duration: 0 } }} onChange={(value) => put('lineId', value)} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <CodeSelect {...field('useCode')} key={form.key('useCode')} table="fund-use" required onChange={(value) => put('useCode', value)} />
          <MoneyInput label={labelOf('amountFen')} required error={form.errors['amountFen']} defaultFen={form.getValues().amountFen} onFen={(fen) => put('amountFen', fen)} />
        </SimpleGrid>
        <SuccessCheck requestId={requestId} lineId={asked.lineId} useCode={asked.useCode} amountFen={asked.amountFen} neededOn={asked.neededOn} />
        {isRefusedForMoney && <TextInput {...field('overspendReason')} key={form.key('overspendReason')} maxLength={200} required />}
        <TextInput {...field('title')} key={form.key('title')} required maxLength={80} />
        <Textarea {...field('purpose')} key={form.key('purpose')} required autosize minRows={2} maxLength={1000} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <TextInput {...field('department')} key={form.key('department')} required maxLength={40} />
          <Select {...field('gridId')} key={form.key('gridId')} data={[...grids]} searchable clearable comboboxProps={{ transitionProps: { duration: 0 } }} />
          <DayInput {...field('neededOn')} key={form.key('neededOn')} required onChange={(value) => put('neededOn', value)} />
          <DayInput {...field('endsOn')} key={form.key('endsOn')} required />
          <div>
            <Input.Label labelElement="div">{labelOf('urgency')}</Input.Label>
            <SegmentedControl fullWidth aria-label={labelOf('urgency')} data={['1', '2', '3', '4', '5']} defaultValue={String(form.getValues().urgency)} onChange={(value) => put('urgency', Number(value))} transitionDuration={0} />
          </div>
          <NumberInput label={labelOf('beneficiaries')} key={form.key('beneficiaries')} min={0} max={1_000_000} allowDecimal={false} thousandSeparator="," defaultValue={form.getValues().beneficiaries} onChange={(value) => put('beneficiaries', typeof value === 'number' ? value : 0)} />
          <DayInput {...field('agreedOn')} key={form.key('agreedOn')} required />
        </SimpleGrid>
        <TextInput {...field('agreement')} key={form.key('agreement')} required maxLength={300} description={formatMessage({ id: 'budget.request.agreement-hint' })} />
      </Stack>
    </RecordDrawer>
  );
}
