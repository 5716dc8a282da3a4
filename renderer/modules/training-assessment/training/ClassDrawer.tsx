import { NumberInput, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { CodeSelect } from '#renderer/components/record-form/CodeSelect.tsx';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { classChangeSchema, classDraftSchema, type ClassDraft, type ClassRow } from '#shared/modules/training-assessment/training/class.schema.ts';
import { TenthsInput } from './TenthsInput.tsx';

/** As typed: the days may still be empty. */
type Values = Omit<ClassDraft, 'fromOn' | 'untilOn'> & { fromOn: string | null; untilOn: string | null };
const draftOf = (values: Values): ClassDraft => ({ ...values, fromOn: values.fromOn ?? '', untilOn: values.untilOn ?? '' });
const FIELDS: Readonly<Record<string, keyof Values>> = { 'training/class-past': 'lateReason', 'training/no-room': 'places', 'training/outside-class': 'untilOn' };
const fieldOf = ({ code }: Failure): keyof Values | null => FIELDS[code] ?? null;

export function NewClassDrawer({ onMade, onClosed }: { readonly onMade: (made: ClassRow) => void; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const record = useRecordForm({
    draftKey: 'training-class/new',
    initialValues: { name: '', planId: null, category: 'business', businessLine: '', audience: '', fromOn: localToday(), untilOn: null, places: 40, hoursTenths: 80, attendancePercent: 80, lateReason: '', note: '' } as Values, // widened: days and plan are chosen later
    inputOf: draftOf,
    schema: classDraftSchema,
    save: api.trainingAssessment.createTrainingClass(),
    fieldOf,
    onSaved: onMade,
  });
  return <ClassForm title={formatMessage({ id: 'training.class.new' })} record={record} onClosed={onClosed} />;
}

export function EditClassDrawer({ row, onClosed }: { readonly row: ClassRow; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { id, version, name, planId, category, businessLine, audience, fromOn, untilOn, places, hoursTenths, attendancePercent, lateReason, note } = row;
  const record = useRecordForm({
    draftKey: `training-class/${id}`,
    initialValues: { name, planId, category, businessLine, audience, fromOn, untilOn, places, hoursTenths, attendancePercent, lateReason, note } as Values, // widened as above
    inputOf: (values) => ({ id, version, ...draftOf(values) }),
    schema: classChangeSchema,
    save: api.trainingAssessment.updateTrainingClass(),
    fieldOf,
    onSaved: () => undefined,
  });
  return <ClassForm title={formatMessage({ id: 'training.class.edit' })} record={record} onClosed={onClosed} />;
}

function ClassForm({ title, record, onClosed }: { readonly title: string; readonly record: RecordForm<Values>; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { data: plans = [] } = useQuery(api.trainingAssessment.listTrainingPlans({}));
  const labelOf = (field: string): string => formatMessage({ id: messageId(`training.field.${field}`) });
  const { form } = record;
  const field = (name: keyof Values) => ({ label: labelOf(name), ...form.getInputProps(name) });
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="36rem">
      <Stack gap="sm">
        <TextInput {...field('name')} key={form.key('name')} required maxLength={80} data-autofocus />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <CodeSelect {...field('category')} key={form.key('category')} table="training-category" isFixed required />
          <Select {...field('planId')} key={form.key('planId')} clearable data={plans.map(({ id, title: name }) => ({ value: id, label: name }))} comboboxProps={{ transitionProps: { duration: 0 } }} />
          <DayInput {...field('fromOn')} key={form.key('fromOn')} required />
          <DayInput {...field('untilOn')} key={form.key('untilOn')} required />
          <NumberInput {...field('places')} key={form.key('places')} required min={1} max={2000} allowDecimal={false} />
          <TenthsInput label={labelOf('hoursTenths')} required tenths={form.getValues().hoursTenths} error={form.errors['hoursTenths']} onTenths={(tenths) => form.setFieldValue('hoursTenths', tenths ?? 0, { forceUpdate: false })} />
          <NumberInput {...field('attendancePercent')} key={form.key('attendancePercent')} required min={0} max={100} suffix=" %" allowDecimal={false} />
          <TextInput {...field('businessLine')} key={form.key('businessLine')} maxLength={60} />
        </SimpleGrid>
        <TextInput {...field('audience')} key={form.key('audience')} maxLength={100} />
        <TextInput {...field('lateReason')} key={form.key('lateReason')} maxLength={300} description={formatMessage({ id: 'training.class.late-hint' })} />
        <Textarea {...field('note')} key={form.key('note')} autosize minRows={2} maxLength={500} />
      </Stack>
    </RecordDrawer>
  );
}
