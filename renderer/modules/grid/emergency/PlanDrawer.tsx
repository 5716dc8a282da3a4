import { SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { CodeSelect } from '#renderer/components/record-form/CodeSelect.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { planChangeSchema, planDraftSchema, type EmergencyPlan, type PlanDraft } from '#shared/modules/grid/emergency/emergency.schema.ts';
import { ContactsField } from './ContactsField.tsx';
import { TasksField } from './TasksField.tsx';

const EMPTY: PlanDraft = { kind: '', name: '', materials: '', note: '', tasks: [], contacts: [] };
function fieldOf({ code }: Failure): keyof PlanDraft | null {
  if (code === 'emergency/plan-name-taken') return 'name';
  return code === 'emergency/tree-broken' ? 'contacts' : null;
}

export function NewPlanDrawer({ onClosed }: { readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const record = useRecordForm({ draftKey: 'emergency-plan/new', initialValues: EMPTY, inputOf: (values) => values, schema: planDraftSchema, save: api.grid.createEmergencyPlan(), fieldOf, onSaved: ({ id }) => goTo(`/grid/emergency-plans/${id}`) });
  return <PlanForm title={formatMessage({ id: 'emergency.new-plan' })} record={record} onClosed={onClosed} />;
}

export function EditPlanDrawer({ plan: { id, version, kind, name, materials, note, tasks, contacts }, onClosed }: { readonly plan: EmergencyPlan; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const record = useRecordForm({
    draftKey: `emergency-plan/${id}`,
    initialValues: { kind, name, materials, note, tasks, contacts } as PlanDraft, // the draft's own lists
    inputOf: (values) => ({ ...values, id, version }),
    schema: planChangeSchema,
    save: api.grid.updateEmergencyPlan(),
    fieldOf,
    onSaved: () => undefined,
  });
  return <PlanForm title={formatMessage({ id: 'emergency.edit-plan' })} record={record} onClosed={onClosed} />;
}

function PlanForm({ title, record, onClosed }: { readonly title: string; readonly record: RecordForm<PlanDraft>; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = (field: string): string => formatMessage({ id: messageId(`emergency.field.${field}`) });
  const { form } = record;
  const field = (name: 'kind' | 'name' | 'materials' | 'note') => ({ label: labelOf(name), ...form.getInputProps(name) });
  const { tasks, contacts } = form.getValues();
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="48rem">
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <TextInput {...field('name')} key={form.key('name')} required maxLength={60} data-autofocus />
          <CodeSelect {...field('kind')} key={form.key('kind')} table="emergency-kind" required />
        </SimpleGrid>
        <TasksField label={labelOf('tasks')} initial={tasks} error={form.errors['tasks']} onChange={(next) => form.setFieldValue('tasks', next, { forceUpdate: false })} />
        <ContactsField label={labelOf('contacts')} initial={contacts} error={form.errors['contacts']} onChange={(next) => form.setFieldValue('contacts', next, { forceUpdate: false })} />
        <Textarea {...field('materials')} key={form.key('materials')} autosize minRows={2} maxLength={500} />
        <Textarea {...field('note')} key={form.key('note')} autosize minRows={2} maxLength={1000} />
      </Stack>
    </RecordDrawer>
  );
}
