import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { teamChangeSchema, teamDraftSchema, type TeamDraft, type TeamRow } from '#shared/modules/staff/duty/duty.schema.ts';
import { StaffFields, useFieldLabels } from '../StaffFields.tsx';

const emptyTeam: TeamDraft = { name: '', kind: 'volunteer', leaderId: null, memberIds: [], skills: [], foundedOn: null, note: '' };
const fieldOf = ({ code }: Failure): keyof TeamDraft | null => (code === 'team/name-taken' ? 'name' : null);

export function NewTeamDrawer({ onClosed }: { readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const record = useRecordForm({ draftKey: 'team/new', initialValues: emptyTeam, inputOf: (values) => values, schema: teamDraftSchema, save: api.staff.createTeam(), fieldOf, onSaved: () => undefined });
  return <TeamForm title={formatMessage({ id: 'team.new' })} record={record} leader={null} onClosed={onClosed} />;
}

export function EditTeamDrawer({ team, onClosed }: { readonly team: TeamRow; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { id, version, leaderName, memberNames: _names, tasks: _tasks, openTasks: _open, minutes: _minutes, ...values } = team;
  const record = useRecordForm({ draftKey: `team/${id}`, initialValues: values as TeamDraft, inputOf: (typed) => ({ ...typed, id, version }), schema: teamChangeSchema, save: api.staff.updateTeam(), fieldOf, onSaved: () => undefined });
  return <TeamForm title={formatMessage({ id: 'team.edit' }, { name: team.name })} record={record} leader={team.leaderId === null ? null : { value: team.leaderId, label: leaderName }} onClosed={onClosed} />;
}

type TeamFormProps = { readonly title: string; readonly record: RecordForm<TeamDraft>; readonly leader: { readonly value: string; readonly label: string } | null; readonly onClosed: () => void };

function TeamForm({ title, record, leader, onClosed }: TeamFormProps) {
  const labelOf = useFieldLabels('staff_team');
  const { data } = useQuery(api.staff.listGridMembers({ limit: 500 }));
  const people = useMemo(() => (data?.rows ?? []).map(({ id, name, gridName }) => ({ value: id, label: [name, gridName].filter(Boolean).join(' · ') })), [data]);
  const { form } = record;
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="32rem">
      <StaffFields form={form} labelOf={labelOf} fields={[{ kind: 'text', name: 'name', required: true, first: true, max: 40 }, { kind: 'code', name: 'kind', table: 'team-kind', required: true }, { kind: 'member', name: 'leaderId', chosen: leader }, { kind: 'day', name: 'foundedOn' }, { kind: 'tags', name: 'skills', wide: true }, { kind: 'area', name: 'note' }]}>
        <MultiSelect label={labelOf('memberIds')} data={people} searchable clearable limit={50} key={form.key('memberIds')} {...form.getInputProps('memberIds')} comboboxProps={{ transitionProps: { duration: 0 } }} />
      </StaffFields>
    </RecordDrawer>
  );
}
