import { SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import type { ClassRow } from '#shared/modules/training-assessment/training/class.schema.ts';
import { examChangeSchema, examDraftSchema, type ExamDraft, type ExamRow } from '#shared/modules/training-assessment/training/sheet.schema.ts';
import { TenthsInput } from './TenthsInput.tsx';

/** As typed: the day may still be empty. */
type Values = Omit<ExamDraft, 'heldOn'> & { heldOn: string | null };
const draftOf = (values: Values): ExamDraft => ({ ...values, heldOn: values.heldOn ?? '' });
const fieldOf = ({ code }: Failure): keyof Values | null => (code === 'training/outside-class' ? 'heldOn' : code === 'training/has-records' ? 'fullTenths' : null);
const FULL_TENTHS = 1000;
const PASS_TENTHS = 600;

export function NewExamDrawer({ row, onClosed }: { readonly row: ClassRow; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const today = localToday();
  const record = useRecordForm({
    draftKey: `training-exam/${row.id}/new`,
    initialValues: { classId: row.id, title: formatMessage({ id: 'training.exam.usual' }), heldOn: today > row.untilOn ? row.untilOn : today < row.fromOn ? row.fromOn : today, makeUpOn: null, place: '', fullTenths: FULL_TENTHS, passTenths: PASS_TENTHS } as Values, // widened: days are chosen later
    inputOf: draftOf,
    schema: examDraftSchema,
    save: api.trainingAssessment.createExam(),
    fieldOf,
    onSaved: () => undefined,
  });
  return <ExamForm title={formatMessage({ id: 'training.exam.new' })} record={record} onClosed={onClosed} />;
}

export function EditExamDrawer({ exam, onClosed }: { readonly exam: ExamRow; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { id, version, classId, title, heldOn, makeUpOn, place, fullTenths, passTenths } = exam;
  const record = useRecordForm({ draftKey: `training-exam/${id}`, initialValues: { classId, title, heldOn, makeUpOn, place, fullTenths, passTenths } as Values, inputOf: (values) => ({ id, version, ...draftOf(values) }), schema: examChangeSchema, save: api.trainingAssessment.updateExam(), fieldOf, onSaved: () => undefined }); // widened as above
  return <ExamForm title={formatMessage({ id: 'training.exam.edit' })} record={record} onClosed={onClosed} />;
}

function ExamForm({ title, record, onClosed }: { readonly title: string; readonly record: RecordForm<Values>; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = (field: string): string => formatMessage({ id: messageId(`training.field.${field === 'title' ? 'examTitle' : field}`) });
  const { form } = record;
  const field = (name: keyof Values) => ({ label: labelOf(name), ...form.getInputProps(name) });
  const tenths = (name: 'fullTenths' | 'passTenths') => <TenthsInput key={name} label={labelOf(name)} required tenths={form.getValues()[name]} error={form.errors[name]} onTenths={(value) => form.setFieldValue(name, value ?? 0, { forceUpdate: false })} />;
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="30rem">
      <Stack gap="sm">
        <TextInput {...field('title')} key={form.key('title')} required maxLength={80} data-autofocus />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <DayInput {...field('heldOn')} key={form.key('heldOn')} required />
          <DayInput {...field('makeUpOn')} key={form.key('makeUpOn')} />
          {tenths('fullTenths')}
          {tenths('passTenths')}
        </SimpleGrid>
        <TextInput {...field('place')} key={form.key('place')} maxLength={60} />
      </Stack>
    </RecordDrawer>
  );
}
