import { NumberInput, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { indicatorIds, refusedIds, suits, type SubjectKind } from '#shared/modules/training-assessment/assessment/indicator.rules.ts';
import { itemChangeSchema, itemDraftSchema, itemKinds, type ItemDraft, type PlanItem, type PlanSheet } from '#shared/modules/training-assessment/assessment/plan.schema.ts';
import { PointsInput } from '../PointsInput.tsx';

const fieldOf = ({ code }: Failure): keyof ItemDraft | null => {
  if (code === 'assessment/indicator-refused') return 'title';
  if (code === 'assessment/children-exceed') return 'fullScore';
  return code === 'assessment/indicator-unsuited' ? 'sourceId' : code === 'assessment/adjust-once' ? 'kind' : null;
};
const PERCENT = 100;
type DrawerProps = { readonly plan: PlanSheet; readonly onClosed: () => void };

export function NewItemDrawer({ plan, parentId, onClosed }: DrawerProps & { readonly parentId: string | null }) {
  const { formatMessage } = useIntl();
  const left = (parentId === null ? plan.fullScore : (plan.items.find(({ id }) => id === parentId)?.fullScore ?? 0)) - plan.items.filter((item) => item.parentId === parentId && item.kind !== 'adjust').reduce((sum, { fullScore }) => sum + fullScore, 0);
  const record = useRecordForm({
    draftKey: `assessment-item/${plan.id}/${parentId ?? 'top'}/new`,
    initialValues: { planId: plan.id, parentId, title: '', kind: parentId === null ? 'group' : 'indicator', fullScore: Math.max(0, left), sourceId: '', floorShare: 0, targetShare: 10_000, rule: '' } as ItemDraft, // widened: the kind is chosen later
    inputOf: (values) => values,
    schema: itemDraftSchema,
    save: api.trainingAssessment.addItem(),
    fieldOf,
    onSaved: () => undefined,
  });
  return <ItemForm title={formatMessage({ id: parentId === null ? 'assessment.item.new' : 'assessment.item.new-below' })} plan={plan} record={record} onClosed={onClosed} />;
}

export function EditItemDrawer({ plan, item, onClosed }: DrawerProps & { readonly item: PlanItem }) {
  const { formatMessage } = useIntl();
  const { id, version, sortNo: _sortNo, ...values } = item;
  const record = useRecordForm({ draftKey: `assessment-item/${id}`, initialValues: values as ItemDraft, inputOf: (typed) => ({ id, version, ...typed }), schema: itemChangeSchema, save: api.trainingAssessment.updateItem(), fieldOf, onSaved: () => undefined }); // widened as above
  return <ItemForm title={formatMessage({ id: 'assessment.item.edit' })} plan={plan} record={record} onClosed={onClosed} />;
}

function ItemForm({ title, plan, record, onClosed }: { readonly title: string; readonly plan: PlanSheet; readonly record: RecordForm<ItemDraft>; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = (field: string): string => formatMessage({ id: messageId(`assessment.field.${field}`) });
  const { form } = record;
  const [kind, setKind] = useState(form.getValues().kind);
  const field = (name: keyof ItemDraft) => ({ label: labelOf(name), ...form.getInputProps(name) });
  const share = (name: 'floorShare' | 'targetShare') => (
    <NumberInput label={labelOf(name)} error={form.errors[name]} key={form.key(name)} suffix=" %" hideControls decimalScale={2} min={0} max={100} defaultValue={form.getValues()[name] / PERCENT} onChange={(value) => form.setFieldValue(name, typeof value === 'number' ? Math.round(value * PERCENT) : 0, { forceUpdate: false })} />
  );
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="36rem">
      <Stack gap="sm">
        <TextInput {...field('title')} key={form.key('title')} required maxLength={100} data-autofocus />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <Select
            {...field('kind')}
            key={form.key('kind')}
            required
            allowDeselect={false}
            data={itemKinds.map((value) => ({ value, label: formatMessage({ id: `assessment.item-kind.${value}` }) }))}
            comboboxProps={{ transitionProps: { duration: 0 } }}
            onChange={(value) => {
              const next = itemKinds.find((one) => one === value) ?? 'scored';
              form.setFieldValue('kind', next);
              if (next !== 'indicator') form.setFieldValue('sourceId', '');
              setKind(next);
            }}
          />
          <PointsInput label={labelOf('fullScore')} error={form.errors['fullScore']} key={form.key('fullScore')} required score={form.getValues().fullScore} onScore={(score) => form.setFieldValue('fullScore', score ?? 0, { forceUpdate: false })} />
        </SimpleGrid>
        <Text size="xs" c="dimmed">{formatMessage({ id: `assessment.item-kind-about.${kind}` })}</Text>
        {kind === 'indicator' && <IndicatorField record={record} kind={plan.subjectKind} />}
        {kind !== 'group' && kind !== 'scored' && kind !== 'adjust' && <SimpleGrid cols={2} spacing="sm">{share('floorShare')}{share('targetShare')}</SimpleGrid>}
        <Textarea {...field('rule')} key={form.key('rule')} autosize minRows={2} maxLength={500} />
      </Stack>
    </RecordDrawer>
  );
}

/** What can be computed for these subjects, and, not to be chosen, what never is and why. */
function IndicatorField({ record: { form }, kind }: { readonly record: RecordForm<ItemDraft>; readonly kind: SubjectKind }) {
  const { formatMessage } = useIntl();
  const [chosen, setChosen] = useState(form.getValues().sourceId);
  const offered = indicatorIds.filter((id) => suits(id, kind)).map((id) => ({ value: id as string, label: formatMessage({ id: `assessment.indicator.${id}` }) }));
  const refused = refusedIds.map((id) => ({ value: id as string, label: formatMessage({ id: `assessment.refused.${id}` }), disabled: true }));
  const known = indicatorIds.find((id) => id === chosen);
  return (
    <>
      <Select
        label={formatMessage({ id: 'assessment.field.sourceId' })}
        required
        error={form.errors['sourceId']}
        allowDeselect={false}
        maxDropdownHeight={340}
        data={[{ group: formatMessage({ id: 'assessment.indicators-offered' }), items: offered }, { group: formatMessage({ id: 'assessment.indicators-refused' }), items: refused }]}
        value={chosen === '' ? null : chosen}
        comboboxProps={{ transitionProps: { duration: 0 } }}
        onChange={(value) => {
          form.setFieldValue('sourceId', value ?? '');
          setChosen(value ?? '');
        }}
      />
      {known && <Text size="xs" c="dimmed">{formatMessage({ id: `assessment.indicator-about.${known}` })} {formatMessage({ id: `assessment.indicator-left-out.${known}` })}</Text>}
    </>
  );
}
