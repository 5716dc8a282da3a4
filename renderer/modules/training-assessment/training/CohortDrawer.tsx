import { Group, NumberInput, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { CodeSelect } from '#renderer/components/record-form/CodeSelect.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import { cohortChangeSchema, cohortDraftSchema, educationLevels, type CohortDraft, type CohortRow } from '#shared/modules/training-assessment/training/cohort.schema.ts';
import { TenthsInput } from './TenthsInput.tsx';

const HOURS_TENTHS = 160;

export function NewCohortDrawer({ planId, position, onClosed }: { readonly planId: string; readonly position: number; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const record = useRecordForm({
    draftKey: `training-cohort/${planId}/new`,
    initialValues: { planId, name: '', position, category: 'business', content: '', hoursTenths: HOURS_TENTHS, ageFrom: null, ageUntil: null, educationFrom: null, educationUntil: null, yearsFrom: null, yearsUntil: null } as CohortDraft, // widened: limits are typed later
    inputOf: (values) => values,
    schema: cohortDraftSchema,
    save: api.trainingAssessment.createCohort(),
    onSaved: () => undefined,
  });
  return <CohortForm title={formatMessage({ id: 'training.cohort.new' })} record={record} onClosed={onClosed} />;
}

export function EditCohortDrawer({ cohort, onClosed }: { readonly cohort: CohortRow; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { id, version, caught: _caught, placed: _placed, classId: _class, ...values } = cohort;
  const record = useRecordForm({ draftKey: `training-cohort/${id}`, initialValues: values as CohortDraft, inputOf: (typed) => ({ id, version, ...typed }), schema: cohortChangeSchema, save: api.trainingAssessment.updateCohort(), onSaved: () => undefined }); // widened as above
  return <CohortForm title={formatMessage({ id: 'training.cohort.edit' })} record={record} onClosed={onClosed} />;
}

type Form = RecordForm<CohortDraft>['form'];

function CohortForm({ title, record, onClosed }: { readonly title: string; readonly record: RecordForm<CohortDraft>; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = (field: string): string => formatMessage({ id: messageId(`training.field.${field}`) });
  const { form } = record;
  const field = (name: keyof CohortDraft) => ({ label: labelOf(name), ...form.getInputProps(name) });
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="34rem">
      <Stack gap="sm">
        <TextInput {...field('name')} key={form.key('name')} required maxLength={60} data-autofocus />
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
          <CodeSelect {...field('category')} key={form.key('category')} table="training-category" isFixed required />
          <TenthsInput label={labelOf('hoursTenths')} required tenths={form.getValues().hoursTenths} error={form.errors['hoursTenths']} onTenths={(tenths) => form.setFieldValue('hoursTenths', tenths ?? 0, { forceUpdate: false })} />
          <NumberInput {...field('position')} key={form.key('position')} required min={1} max={99} allowDecimal={false} />
        </SimpleGrid>
        <Text size="sm" c="dimmed"><FormattedMessage id="training.cohort.limits" /></Text>
        <Range form={form} label={formatMessage({ id: 'training.cohort.age' })} from="ageFrom" until="ageUntil" />
        <SimpleGrid cols={2} spacing="sm">
          {(['educationFrom', 'educationUntil'] as const).map((name) => <Select key={name} {...field(name)} clearable data={educationLevels.map((value) => ({ value, label: formatMessage({ id: `training.education.${value}` }) }))} comboboxProps={{ transitionProps: { duration: 0 } }} />)}
        </SimpleGrid>
        <Range form={form} label={formatMessage({ id: 'training.cohort.years' })} from="yearsFrom" until="yearsUntil" />
        <Textarea {...field('content')} key={form.key('content')} autosize minRows={2} maxLength={300} />
      </Stack>
    </RecordDrawer>
  );
}

type Bound = 'ageFrom' | 'ageUntil' | 'yearsFrom' | 'yearsUntil';

function Range({ form, label, from, until }: { readonly form: Form; readonly label: string; readonly from: Bound; readonly until: Bound }) {
  const { formatMessage } = useIntl();
  return (
    <Group gap="sm" grow align="flex-start">
      {[from, until].map((name) => (
        <NumberInput key={name} label={formatMessage({ id: name === from ? 'training.cohort.from' : 'training.cohort.until' }, { what: label })} min={0} max={90} allowDecimal={false} defaultValue={form.getValues()[name] ?? ''} error={form.errors[name]} onChange={(value) => form.setFieldValue(name, typeof value === 'number' ? value : null, { forceUpdate: false })} />
      ))}
    </Group>
  );
}
