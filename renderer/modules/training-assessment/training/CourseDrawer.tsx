import { NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import { courseChangeSchema, courseDraftSchema, type CourseDraft, type CourseRow } from '#shared/modules/training-assessment/training/class.schema.ts';

type CourseDrawerProps = { readonly classId: string; readonly course: CourseRow | null; readonly position: number; readonly onClosed: () => void };

/** A course of a class, new or changed. */
export function CourseDrawer({ classId, course, position, onClosed }: CourseDrawerProps) {
  return course === null ? <NewCourse classId={classId} position={position} onClosed={onClosed} /> : <EditCourse course={course} onClosed={onClosed} />;
}

function NewCourse({ classId, position, onClosed }: { readonly classId: string; readonly position: number; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const record = useRecordForm({ draftKey: `training-course/${classId}/new`, initialValues: { classId, title: '', content: '', position }, inputOf: (values) => values, schema: courseDraftSchema, save: api.trainingAssessment.createCourse(), onSaved: () => undefined });
  return <CourseForm title={formatMessage({ id: 'training.course.new' })} record={record} onClosed={onClosed} />;
}

function EditCourse({ course, onClosed }: { readonly course: CourseRow; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { id, version, sessions: _sessions, ...values } = course;
  const record = useRecordForm({ draftKey: `training-course/${id}`, initialValues: values, inputOf: (typed) => ({ id, version, ...typed }), schema: courseChangeSchema, save: api.trainingAssessment.updateCourse(), onSaved: () => undefined });
  return <CourseForm title={formatMessage({ id: 'training.course.edit' })} record={record} onClosed={onClosed} />;
}

function CourseForm({ title, record, onClosed }: { readonly title: string; readonly record: RecordForm<CourseDraft>; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = (field: string): string => formatMessage({ id: messageId(`training.course.field.${field}`) });
  const { form } = record;
  const field = (name: keyof CourseDraft) => ({ label: labelOf(name), ...form.getInputProps(name) });
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="30rem">
      <Stack gap="sm">
        <TextInput {...field('title')} key={form.key('title')} required maxLength={100} data-autofocus />
        <Textarea {...field('content')} key={form.key('content')} autosize minRows={3} maxLength={500} />
        <NumberInput {...field('position')} key={form.key('position')} required min={1} max={99} allowDecimal={false} />
      </Stack>
    </RecordDrawer>
  );
}
