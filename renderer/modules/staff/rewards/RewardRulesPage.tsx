import { Button, Group, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { rewardKinds, ruleChangeSchema, ruleDraftSchema, type RuleDraft, type RuleRow } from '#shared/modules/staff/rewards/reward.schema.ts';
import { yuanOf } from '../fen.ts';
import { StaffFields, useFieldLabels } from '../StaffFields.tsx';
import { usePostOptions } from '../use-staff-options.ts';

const emptyRule: RuleDraft = { name: '', kind: 'reward', form: 'bonus', amountFen: 0, gradeStep: 0, basis: '', postId: null, level: '' };
const fieldOf = ({ code }: Failure): keyof RuleDraft | null => (code === 'reward/rule-name-taken' ? 'name' : null);

/** What earns a reward or a penalty at this station, and what follows. */
export default function RewardRulesPage() {
  const { formatMessage, formatNumber } = useIntl();
  const mayEdit = useMay()('rewards.edit');
  const labelOf = useFieldLabels('reward_rule');
  const { labelOf: form } = useCodes('reward-form');
  const { labelOf: level } = useCodes('post-level');
  const { data, error, refetch } = useQuery(api.staff.listRewardRules({}));
  const remove = useMutation(api.staff.removeRewardRule());
  const [open, setOpen] = useState<'new' | RuleRow | null>(null);
  return (
    <Page title={formatMessage({ id: 'reward.rules' })} actions={mayEdit && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}><FormattedMessage id="reward.rule-new" /></Button>}>
      <ErrorNote error={error ?? remove.error} onRetry={() => void refetch()} />
      {data?.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="reward.rules-none" /></Text>}
      {data && data.length > 0 && (
        <Table verticalSpacing={6}>
          <Table.Thead><Table.Tr>{['name', 'kind', 'form', 'amountFen', 'gradeStep', 'for', 'basis', 'cases'].map((field) => <Table.Th key={field} scope="col">{labelOf(field)}</Table.Th>)}<Table.Td /></Table.Tr></Table.Thead>
          <Table.Tbody>
            {data.map((rule) => (
              <Table.Tr key={rule.id}>
                <Table.Td>{rule.name}</Table.Td>
                <Table.Td>{formatMessage({ id: `reward.kind.${rule.kind}` })}</Table.Td>
                <Table.Td>{form(rule.form)}</Table.Td>
                <Table.Td>{formatNumber(yuanOf(rule.amountFen), { minimumFractionDigits: 2 })}</Table.Td>
                <Table.Td>{rule.gradeStep === 0 ? '' : formatMessage({ id: rule.gradeStep > 0 ? 'reward.step-up' : 'reward.step-down' })}</Table.Td>
                <Table.Td>{[rule.postName, level(rule.level)].filter(Boolean).join(' · ') || formatMessage({ id: 'reward.for-all' })}</Table.Td>
                <Table.Td maw={280}>{rule.basis}</Table.Td>
                <Table.Td>{rule.cases}</Table.Td>
                <Table.Td>{mayEdit && <Group gap={4} wrap="nowrap" justify="flex-end"><Button size="compact-xs" variant="subtle" onClick={() => setOpen(rule)}><FormattedMessage id="common.edit" /></Button><Button size="compact-xs" variant="subtle" color="red" onClick={() => remove.mutate({ id: rule.id, version: rule.version })}><FormattedMessage id="staff.remove" /></Button></Group>}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {open === 'new' && <NewRule onClosed={() => setOpen(null)} />}
      {open !== null && open !== 'new' && <EditRule key={open.id} rule={open} onClosed={() => setOpen(null)} />}
    </Page>
  );
}

function NewRule({ onClosed }: { readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const record = useRecordForm({ draftKey: 'reward-rule/new', initialValues: emptyRule, inputOf: (values) => values, schema: ruleDraftSchema, save: api.staff.addRewardRule(), fieldOf, onSaved: () => undefined, nextValues: () => emptyRule });
  return <RuleForm title={formatMessage({ id: 'reward.rule-new' })} record={record} onClosed={onClosed} />;
}
function EditRule({ rule, onClosed }: { readonly rule: RuleRow; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { id, version, cases: _cases, postName: _post, ...values } = rule;
  const record = useRecordForm({ draftKey: `reward-rule/${id}`, initialValues: values as RuleDraft, inputOf: (typed) => ({ ...typed, id, version }), schema: ruleChangeSchema, save: api.staff.updateRewardRule(), fieldOf, onSaved: () => undefined });
  return <RuleForm title={formatMessage({ id: 'reward.rule-edit' }, { name: rule.name })} record={record} onClosed={onClosed} />;
}

/** A rule as it is typed. */
function RuleForm({ title, record, onClosed }: { readonly title: string; readonly record: RecordForm<RuleDraft>; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useFieldLabels('reward_rule');
  const posts = usePostOptions();
  const kinds = rewardKinds.map((value) => ({ value, label: formatMessage({ id: `reward.kind.${value}` }) }));
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="32rem">
      <StaffFields form={record.form} labelOf={labelOf} fields={[{ kind: 'text', name: 'name', required: true, first: true, max: 60 }, { kind: 'pick', name: 'kind', options: kinds, required: true }, { kind: 'code', name: 'form', table: 'reward-form', required: true }, { kind: 'yuan', name: 'amountFen' }, { kind: 'number', name: 'gradeStep', min: -1, max: 1, hint: formatMessage({ id: 'reward.step-hint' }) }, { kind: 'pick', name: 'postId', options: posts }, { kind: 'code', name: 'level', table: 'post-level' }, { kind: 'area', name: 'basis', required: true }]} />
    </RecordDrawer>
  );
}
