import { Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import { needChangeSchema, needDraftSchema, needKinds, type NeedDraft, type NeedRow } from '#shared/modules/training-assessment/training/need.schema.ts';
import { MemberSelect } from './MemberSelect.tsx';

/** As typed: the day may still be empty. */
type Values = Omit<NeedDraft, 'raisedOn'> & { raisedOn: string | null };
const draftOf = (values: Values): NeedDraft => ({ ...values, raisedOn: values.raisedOn ?? '' });
const empty = (): Values => ({ kind: 'own-request', memberId: null, subject: '', reason: '', raisedOn: localToday(), dueOn: null });

export function NewNeedDrawer({ onClosed }: { readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const record = useRecordForm({ draftKey: 'training-need/new', initialValues: empty(), inputOf: draftOf, schema: needDraftSchema, save: api.trainingAssessment.createTrainingNeed(), onSaved: () => undefined, nextValues: empty });
  return <NeedForm title={formatMessage({ id: 'training.need.new' })} record={record} memberName="" onClosed={onClosed} />;
}

export function EditNeedDrawer({ need, onClosed }: { readonly need: NeedRow; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { id, version, kind, memberId, subject, reason, raisedOn, dueOn } = need;
  const record = useRecordForm({
    draftKey: `training-need/${id}`,
    initialValues: { kind, memberId, subject, reason, raisedOn, dueOn } as Values, // widened: an empty day is typed later
    inputOf: (values) => ({ id, version, ...draftOf(values) }),
    schema: needChangeSchema,
    save: api.trainingAssessment.updateTrainingNeed(),
    onSaved: () => undefined,
  });
  return <NeedForm title={formatMessage({ id: 'training.need.edit' })} record={record} memberName={need.memberName} onClosed={onClosed} />;
}

function NeedForm({ title, record, memberName, onClosed }: { readonly title: string; readonly record: RecordForm<Values>; readonly memberName: string; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = (field: string): string => formatMessage({ id: messageId(`training.field.${field}`) });
  const { form } = record;
  const field = (name: keyof Values) => ({ label: labelOf(name), ...form.getInputProps(name) });
  const { memberId } = form.getValues();
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="34rem">
      <Stack gap="sm">
        <TextInput {...field('subject')} key={form.key('subject')} required maxLength={100} data-autofocus />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <Select {...field('kind')} key={form.key('kind')} required allowDeselect={false} data={needKinds.map((value) => ({ value, label: formatMessage({ id: `training.need.kind.${value}` }) }))} comboboxProps={{ transitionProps: { duration: 0 } }} />
          <MemberSelect label={labelOf('memberId')} placeholder={formatMessage({ id: 'training.need.everybody' })} chosen={memberId === null ? null : { value: memberId, label: memberName }} error={form.errors['memberId']} onChange={(id) => form.setFieldValue('memberId', id, { forceUpdate: false })} />
          <DayInput {...field('raisedOn')} key={form.key('raisedOn')} required />
          <DayInput {...field('dueOn')} key={form.key('dueOn')} />
        </SimpleGrid>
        <Textarea {...field('reason')} key={form.key('reason')} autosize minRows={2} maxLength={500} />
      </Stack>
    </RecordDrawer>
  );
}
