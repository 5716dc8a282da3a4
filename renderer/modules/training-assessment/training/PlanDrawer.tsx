import { NumberInput, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { planChangeSchema, planDraftSchema, type Plan, type PlanDraft } from '#shared/modules/training-assessment/training/plan.schema.ts';
import { TenthsInput } from './TenthsInput.tsx';

const fieldOf = ({ code }: Failure): keyof PlanDraft | null => (code === 'training/plan-exists' ? 'year' : null);
const DUE_TENTHS = 400;

export function NewPlanDrawer({ plans, onMade, onClosed }: { readonly plans: readonly Plan[]; readonly onMade: (plan: Plan) => void; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const taken = plans.map(({ year }) => year);
  const thisYear = Number(localToday().slice(0, 4));
  const year = taken.includes(thisYear) ? Math.max(...taken) + 1 : thisYear;
  const record = useRecordForm({
    draftKey: 'training-plan/new',
    initialValues: { year, title: formatMessage({ id: 'training.plan.title-of' }, { year: String(year) }), hoursDueTenths: DUE_TENTHS, note: '', copyOf: plans[0]?.id ?? null } as PlanDraft, // widened: nothing copied is null
    inputOf: (values) => values,
    schema: planDraftSchema,
    save: api.trainingAssessment.createTrainingPlan(),
    fieldOf,
    onSaved: onMade,
  });
  return <PlanForm title={formatMessage({ id: 'training.plan.new' })} record={record} plans={plans} onClosed={onClosed} />;
}

export function EditPlanDrawer({ plan, onClosed }: { readonly plan: Plan; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { id, version, year, title, hoursDueTenths, note } = plan;
  const record = useRecordForm({
    draftKey: `training-plan/${id}`,
    initialValues: { year, title, hoursDueTenths, note, copyOf: null } as PlanDraft, // widened as above
    inputOf: ({ copyOf: _copy, ...values }) => ({ id, version, ...values }),
    schema: planChangeSchema,
    save: api.trainingAssessment.updateTrainingPlan(),
    fieldOf,
    onSaved: () => undefined,
  });
  return <PlanForm title={formatMessage({ id: 'training.plan.edit' })} record={record} plans={null} onClosed={onClosed} />;
}

function PlanForm({ title, record, plans, onClosed }: { readonly title: string; readonly record: RecordForm<PlanDraft>; readonly plans: readonly Plan[] | null; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = (field: string): string => formatMessage({ id: messageId(`training.field.${field}`) });
  const { form } = record;
  const field = (name: keyof PlanDraft) => ({ label: labelOf(name), ...form.getInputProps(name) });
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="32rem">
      <Stack gap="sm">
        <TextInput {...field('title')} key={form.key('title')} required maxLength={60} data-autofocus />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <NumberInput {...field('year')} key={form.key('year')} required min={2000} max={2100} allowDecimal={false} />
          <TenthsInput label={labelOf('hoursDueTenths')} required tenths={form.getValues().hoursDueTenths} error={form.errors['hoursDueTenths']} onTenths={(tenths) => form.setFieldValue('hoursDueTenths', tenths ?? 0, { forceUpdate: false })} />
        </SimpleGrid>
        {plans !== null && plans.length > 0 && <Select {...field('copyOf')} key={form.key('copyOf')} clearable data={plans.map(({ id, title: name }) => ({ value: id, label: name }))} comboboxProps={{ transitionProps: { duration: 0 } }} />}
        <Textarea {...field('note')} key={form.key('note')} autosize minRows={2} maxLength={500} />
      </Stack>
    </RecordDrawer>
  );
}
