import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { nominationSchema, type Nomination } from '#shared/modules/staff/rewards/reward.schema.ts';
import { StaffFields, useFieldLabels } from '../StaffFields.tsx';

type Values = { memberId: string | null; ruleId: string | null; happenedOn: string | null; facts: string };
const inputOf = ({ memberId, ruleId, happenedOn, facts }: Values): Nomination => ({ memberId: memberId ?? '', ruleId: ruleId ?? '', happenedOn: happenedOn ?? '', facts, amountFen: null });
const fieldOf = ({ code }: Failure): keyof Values | null => (code === 'reward/lies-ahead' ? 'happenedOn' : null);

/** Puts somebody up for a reward or a penalty under a rule of the station. */
export function NominateDrawer({ onClosed }: { readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useFieldLabels('reward_case');
  const { data: rules } = useQuery(api.staff.listRewardRules({}));
  const options = useMemo(() => (rules ?? []).map(({ id, name, kind }) => ({ value: id, label: `${formatMessage({ id: `reward.kind.${kind}` })} · ${name}` })), [rules, formatMessage]);
  const empty: Values = { memberId: null, ruleId: null, happenedOn: localToday(), facts: '' };
  const record = useRecordForm({ draftKey: 'reward/new', initialValues: empty, inputOf, schema: nominationSchema, save: api.staff.nominate(), fieldOf, onSaved: () => undefined });
  return (
    <RecordDrawer title={formatMessage({ id: 'reward.new' })} record={record} labelOf={labelOf} onClosed={onClosed} size="34rem">
      <StaffFields form={record.form} labelOf={labelOf} fields={[{ kind: 'member', name: 'memberId', required: true, first: true, chosen: null }, { kind: 'pick', name: 'ruleId', options, required: true }, { kind: 'day', name: 'happenedOn', required: true }, { kind: 'area', name: 'facts', required: true, max: 1000, hint: formatMessage({ id: 'reward.facts-hint' }) }]} />
    </RecordDrawer>
  );
}
