import { ActionIcon, Button, Group, Input, MultiSelect, NumberInput, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import { roles } from '#shared/contract/roles.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { overspendPolicies } from '#shared/modules/budget/requests/check.rules.ts';
import { sourceChangeSchema, sourceDraftSchema, sourceForms, sourceKinds, type SourceDraft, type SourceRow } from '#shared/modules/budget/sources/source.schema.ts';
import { TaskField } from './TaskField.tsx';
import { useChoices } from '../parts/use-words-of.ts';

const EMPTY: SourceDraft = {
  name: '', kind: 'upper-government', form: 'cash', giver: '', bankAccount: '', allowedUses: [], forbiddenUses: [], ruleText: '', levels: [{ name: '社区居委会', role: 'supervisor', limitDays: 3 }, { name: '街道办事处', role: 'finance', limitDays: 5 }], payers: [{ name: '街道', percent: 100 }],
  overspend: 'stop', overspendRoles: [], disburseDays: 10, closingDays: 15, taskId: null, taskName: '', endedOn: null, note: '',
};
const fieldOf = ({ code }: Failure): keyof SourceDraft | null => (code === 'budget/source-name-taken' ? 'name' : code === 'budget/source-form-fixed' ? 'form' : code === 'budget/shares-do-not-sum' ? 'payers' : code.startsWith('budget/task-') ? 'taskId' : null);

export function NewSourceDrawer({ onClosed }: { readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const record = useRecordForm({ draftKey: 'funding-source/new', initialValues: EMPTY, inputOf: (values) => values, schema: sourceDraftSchema, save: api.budget.createSource(), fieldOf, onSaved: () => undefined });
  return <SourceForm title={formatMessage({ id: 'budget.source.new' })} record={record} sourceId={null} onClosed={onClosed} />;
}

export function EditSourceDrawer({ source, onClosed }: { readonly source: SourceRow; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { id, version, task: _t, receivedFen: _r, storeFen: _s, outFen: _o, usedFen: _u, updatedAt: _a, ...values } = source;
  const record = useRecordForm({ draftKey: `funding-source/${id}`, initialValues: values as SourceDraft, inputOf: (typed) => ({ ...typed, id, version }), schema: sourceChangeSchema, save: api.budget.updateSource(), fieldOf, onSaved: () => undefined }); // the row without its figures is the draft
  return <SourceForm title={formatMessage({ id: 'budget.source.edit' }, { name: source.name })} record={record} sourceId={id} onClosed={onClosed} />;
}

function SourceForm({ title, record, sourceId, onClosed }: { readonly title: string; readonly record: RecordForm<SourceDraft>; readonly sourceId: string | null; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = (field: string): string => formatMessage({ id: messageId(`budget.field.${field === 'kind' ? 'sourceKind' : field}`) });
  const { form } = record;
  const [kind, setKind] = useState(form.getValues().kind);
  const field = (name: keyof SourceDraft) => ({ label: labelOf(name), ...form.getInputProps(name) });
  const { options: uses } = useCodes('fund-use');
  const roleChoices = roles.map((value) => ({ value, label: formatMessage({ id: messageId(`accounts.role.${value}`) }) }));
  const still = { comboboxProps: { transitionProps: { duration: 0 } } };
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <TextInput {...field('name')} key={form.key('name')} required maxLength={60} data-autofocus />
          <Select
            {...field('kind')} key={form.key('kind')} data={useChoices('source-kind', sourceKinds)} allowDeselect={false} required {...still}
            onChange={(value) => {
              const chosen = sourceKinds.find((one) => one === value) ?? 'other';
              form.setFieldValue('kind', chosen, { forceUpdate: false });
              if (chosen !== 'task-money') form.setFieldValue('taskId', null, { forceUpdate: false });
              setKind(chosen);
            }}
          />
          <Select {...field('form')} key={form.key('form')} data={useChoices('form', sourceForms)} allowDeselect={false} required {...still} />
          <TextInput {...field('giver')} key={form.key('giver')} maxLength={60} />
          <TextInput {...field('bankAccount')} key={form.key('bankAccount')} maxLength={80} />
        </SimpleGrid>
        {kind === 'task-money' && <TaskField record={record} sourceId={sourceId} />}
        <MultiSelect {...field('allowedUses')} key={form.key('allowedUses')} data={[...uses]} searchable clearable description={formatMessage({ id: 'budget.source.allowed-hint' })} {...still} />
        <MultiSelect {...field('forbiddenUses')} key={form.key('forbiddenUses')} data={[...uses]} searchable clearable {...still} />
        <TextInput {...field('ruleText')} key={form.key('ruleText')} maxLength={200} description={formatMessage({ id: 'budget.source.rule-hint' })} />
        <Levels record={record} />
        <Payers record={record} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <NumberInput {...field('disburseDays')} key={form.key('disburseDays')} min={1} max={120} allowDecimal={false} required />
          <NumberInput {...field('closingDays')} key={form.key('closingDays')} min={1} max={120} allowDecimal={false} required />
          <Select {...field('overspend')} key={form.key('overspend')} data={useChoices('overspend', overspendPolicies)} allowDeselect={false} required {...still} />
          <MultiSelect {...field('overspendRoles')} key={form.key('overspendRoles')} data={roleChoices} clearable {...still} />
          <DayInput {...field('endedOn')} key={form.key('endedOn')} />
        </SimpleGrid>
        <Textarea {...field('note')} key={form.key('note')} autosize minRows={2} maxLength={300} />
      </Stack>
    </RecordDrawer>
  );
}

/** Review levels in their order: name, who decides here, limit in working days. */
function Levels({ record: { form } }: { readonly record: RecordForm<SourceDraft> }) {
  const { formatMessage } = useIntl();
  const [levels, setLevels] = useState(form.getValues().levels);
  const put = (next: SourceDraft['levels']): void => {
    setLevels(next);
    form.setFieldValue('levels', next, { forceUpdate: false });
  };
  const change = (at: number, values: Partial<SourceDraft['levels'][number]>): void => put(levels.map((level, index) => (index === at ? { ...level, ...values } : level)));
  const roleData = (['supervisor', 'finance'] as const).map((value) => ({ value, label: formatMessage({ id: messageId(`accounts.role.${value}`) }) }));
  return (
    <Stack gap={4}>
      <Input.Label labelElement="div"><FormattedMessage id="budget.field.levels" /></Input.Label>
      {form.errors['levels'] !== undefined && <Text size="xs" c="red">{form.errors['levels']}</Text>}
      {levels.map((level, at) => (
        <Group key={at} gap="xs" wrap="nowrap">
          <TextInput style={{ flex: 1 }} aria-label={formatMessage({ id: 'budget.source.level-name' }, { no: at + 1 })} value={level.name} maxLength={30} onChange={(event) => change(at, { name: event.currentTarget.value })} />
          <Select w={130} aria-label={formatMessage({ id: 'budget.source.level-role' }, { no: at + 1 })} allowDeselect={false} data={roleData} value={level.role} onChange={(value) => change(at, { role: value === 'finance' ? 'finance' : 'supervisor' })} comboboxProps={{ transitionProps: { duration: 0 } }} />
          <NumberInput w={110} aria-label={formatMessage({ id: 'budget.source.level-days' }, { no: at + 1 })} min={1} max={120} allowDecimal={false} suffix={formatMessage({ id: 'budget.source.days-suffix' })} value={level.limitDays} onChange={(value) => typeof value === 'number' && change(at, { limitDays: value })} />
          <ActionIcon variant="subtle" color="gray" disabled={levels.length === 1} aria-label={formatMessage({ id: 'budget.source.level-remove' }, { no: at + 1 })} onClick={() => put(levels.filter((_, index) => index !== at))}><IconX size={16} aria-hidden /></ActionIcon>
        </Group>
      ))}
      {levels.length < 6 && <Button size="compact-xs" variant="subtle" style={{ alignSelf: 'start' }} leftSection={<IconPlus size={14} aria-hidden />} onClick={() => put([...levels, { name: '', role: 'finance', limitDays: 7 }])}><FormattedMessage id="budget.source.level-add" /></Button>}
    </Stack>
  );
}

/** Who pays which part; their sum is shown until it is a hundred. */
function Payers({ record: { form } }: { readonly record: RecordForm<SourceDraft> }) {
  const { formatMessage } = useIntl();
  const [payers, setPayers] = useState(form.getValues().payers);
  const put = (next: SourceDraft['payers']): void => {
    setPayers(next);
    form.setFieldValue('payers', next, { forceUpdate: false });
  };
  const change = (at: number, values: Partial<SourceDraft['payers'][number]>): void => put(payers.map((payer, index) => (index === at ? { ...payer, ...values } : payer)));
  const sum = payers.reduce((total, { percent }) => total + percent, 0);
  return (
    <Stack gap={4}>
      <Input.Label labelElement="div"><FormattedMessage id="budget.field.payers" /></Input.Label>
      {form.errors['payers'] !== undefined && <Text size="xs" c="red">{form.errors['payers']}</Text>}
      {payers.map((payer, at) => (
        <Group key={at} gap="xs" wrap="nowrap">
          <TextInput style={{ flex: 1 }} aria-label={formatMessage({ id: 'budget.source.payer-name' }, { no: at + 1 })} value={payer.name} maxLength={40} onChange={(event) => change(at, { name: event.currentTarget.value })} />
          <NumberInput w={110} aria-label={formatMessage({ id: 'budget.source.payer-percent' }, { no: at + 1 })} min={1} max={100} allowDecimal={false} suffix="%" value={payer.percent} onChange={(value) => typeof value === 'number' && change(at, { percent: value })} />
          <ActionIcon variant="subtle" color="gray" disabled={payers.length === 1} aria-label={formatMessage({ id: 'budget.source.payer-remove' }, { no: at + 1 })} onClick={() => put(payers.filter((_, index) => index !== at))}><IconX size={16} aria-hidden /></ActionIcon>
        </Group>
      ))}
      <Group gap="sm">
        {payers.length < 6 && <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => put([...payers, { name: '', percent: Math.max(1, 100 - sum) }])}><FormattedMessage id="budget.source.payer-add" /></Button>}
        {sum !== 100 && <Text size="xs" role="status">{formatMessage({ id: 'budget.source.payer-sum' }, { sum })}</Text>}
      </Group>
    </Stack>
  );
}
