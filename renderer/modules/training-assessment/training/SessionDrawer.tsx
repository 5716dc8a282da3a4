import { NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { sessionChangeSchema, sessionDraftSchema, sessionForms, type ClassRow, type CourseRow, type SessionDraft, type SessionRow } from '#shared/modules/training-assessment/training/class.schema.ts';
import { TenthsInput } from './TenthsInput.tsx';

/** As typed: the day may still be empty. */
type Values = Omit<SessionDraft, 'heldOn'> & { heldOn: string | null };
const draftOf = (values: Values): SessionDraft => ({ ...values, heldOn: values.heldOn ?? '' });
const FIELDS: Readonly<Record<string, keyof Values>> = { 'training/outside-class': 'heldOn', 'training/double-booked': 'startsAt', 'training/no-room': 'capacity' };
const fieldOf = ({ code }: Failure): keyof Values | null => FIELDS[code] ?? null;

/** A session of a course; it begins with what the last session of the course had. */
export function NewSessionDrawer({ row, course, onClosed }: { readonly row: ClassRow; readonly course: CourseRow; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const last = course.sessions.at(-1);
  const today = localToday();
  const inside = today < row.fromOn ? row.fromOn : today > row.untilOn ? row.untilOn : today;
  const record = useRecordForm({
    draftKey: `training-session/${course.id}/new`,
    initialValues: { courseId: course.id, form: last?.form ?? 'lecture', heldOn: inside, startsAt: last?.startsAt ?? '09:00', endsAt: last?.endsAt ?? '11:00', place: last?.place ?? '', trainer: last?.trainer ?? '', hoursTenths: last?.hoursTenths ?? 20, capacity: last?.capacity ?? row.places } as Values, // widened: the day may be emptied
    inputOf: draftOf,
    schema: sessionDraftSchema,
    save: api.trainingAssessment.createSession(),
    fieldOf,
    onSaved: () => undefined,
    nextValues: (values) => values,
  });
  return <SessionForm title={formatMessage({ id: 'training.session.new-of' }, { course: course.title })} record={record} onClosed={onClosed} />;
}

export function EditSessionDrawer({ session, onClosed }: { readonly session: SessionRow; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { id, version, courseId, form, heldOn, startsAt, endsAt, place, trainer, hoursTenths, capacity } = session;
  const record = useRecordForm({
    draftKey: `training-session/${id}`,
    initialValues: { courseId, form, heldOn, startsAt, endsAt, place, trainer, hoursTenths, capacity } as Values, // widened as above
    inputOf: (values) => ({ id, version, ...draftOf(values) }),
    schema: sessionChangeSchema,
    save: api.trainingAssessment.updateSession(),
    fieldOf,
    onSaved: () => undefined,
  });
  return <SessionForm title={formatMessage({ id: 'training.session.edit' })} record={record} onClosed={onClosed} />;
}

function SessionForm({ title, record, onClosed }: { readonly title: string; readonly record: RecordForm<Values>; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = (field: string): string => formatMessage({ id: messageId(`training.field.${field}`) });
  const { form } = record;
  const field = (name: keyof Values) => ({ label: labelOf(name), ...form.getInputProps(name) });
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="32rem">
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <DayInput {...field('heldOn')} key={form.key('heldOn')} required data-autofocus />
          <Select {...field('form')} key={form.key('form')} required allowDeselect={false} data={sessionForms.map((value) => ({ value, label: formatMessage({ id: `training.session.form.${value}` }) }))} comboboxProps={{ transitionProps: { duration: 0 } }} />
          <TextInput {...field('startsAt')} key={form.key('startsAt')} required placeholder="09:00" maxLength={5} />
          <TextInput {...field('endsAt')} key={form.key('endsAt')} required placeholder="11:00" maxLength={5} />
          <TextInput {...field('place')} key={form.key('place')} required maxLength={60} />
          <TextInput {...field('trainer')} key={form.key('trainer')} required maxLength={50} />
          <TenthsInput label={labelOf('hoursTenths')} required tenths={form.getValues().hoursTenths} error={form.errors['hoursTenths']} onTenths={(tenths) => form.setFieldValue('hoursTenths', tenths ?? 0, { forceUpdate: false })} />
          <NumberInput {...field('capacity')} key={form.key('capacity')} required min={1} max={2000} allowDecimal={false} />
        </SimpleGrid>
      </Stack>
    </RecordDrawer>
  );
}
