import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { taskChangeSchema, taskDraftSchema, type TaskRow } from '#shared/modules/staff/duty/duty.schema.ts';
import { ActDialog } from '../ActDialog.tsx';
import { matterPlace } from '../places.ts';
import { useFieldLabels, type StaffField } from '../StaffFields.tsx';

type Values = { task: string; givenOn: string | null; doneOn: string | null; people: number; hours: number; result: string; matterNo: string };
const MINUTES_AN_HOUR = 60;
const FIELDS: readonly StaffField<Values>[] = [
  { kind: 'text', name: 'task', required: true, first: true, max: 200, wide: true },
  { kind: 'day', name: 'givenOn', required: true },
  { kind: 'day', name: 'doneOn' },
  { kind: 'number', name: 'people', max: 10_000 },
  { kind: 'number', name: 'hours', max: 100_000 },
  { kind: 'area', name: 'result' },
  { kind: 'text', name: 'matterNo', max: 20 },
];

/** What a team was asked to do, and the hours of all its people together. */
export function TeamTasks({ teamId }: { readonly teamId: string }) {
  const { formatMessage, formatNumber } = useIntl();
  const mayEdit = useMay()('teams.edit');
  const labelOf = useFieldLabels('team_task');
  const { data } = useQuery(api.staff.listTeamTasks({ teamId, limit: 50 }));
  const remove = useMutation(api.staff.removeTeamTask());
  const [open, setOpen] = useState<'new' | TaskRow | null>(null);
  const draftOf = ({ hours, givenOn, ...values }: Values) => ({ ...values, teamId, givenOn: givenOn ?? '', minutes: Math.round(Number(hours) * MINUTES_AN_HOUR) });
  const shared = { fields: FIELDS, labelOf, consequence: '', confirmLabel: formatMessage({ id: 'common.save' }), onClose: () => setOpen(null) };
  return (
    <Stack gap={6}>
      <Group justify="space-between"><Text component="h2" fw={600} size="sm"><FormattedMessage id="team.tasks" /></Text>{mayEdit && <Button size="compact-xs" variant="default" onClick={() => setOpen('new')}><FormattedMessage id="team.task-new" /></Button>}</Group>
      <ErrorNote error={remove.error} />
      {data?.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="team.tasks-none" /></Text>}
      <Table verticalSpacing={3}>
        <Table.Tbody>
          {(data ?? []).map((task) => (
            <Table.Tr key={task.id}>
              <Table.Td>
                {task.task}
                <Text size="xs" c="dimmed"><DayText day={task.givenOn} />{task.doneOn !== null && ` · ${formatMessage({ id: 'team.task-hours' }, { people: task.people, hours: formatNumber(task.minutes / MINUTES_AN_HOUR, { maximumFractionDigits: 1 }) })}`}</Text>
                {task.doneOn === null && <Text size="xs" c="red"><FormattedMessage id="team.task-open" /></Text>}
                {task.matterNo !== '' && <Text size="xs">{task.matterId === null ? task.matterNo : <PlaceLink to={matterPlace(task.matterId)} inherit underline="always">{task.matterNo}</PlaceLink>}</Text>}
              </Table.Td>
              <Table.Td>{mayEdit && <Group gap={2} wrap="nowrap" justify="flex-end"><Button size="compact-xs" variant="subtle" onClick={() => setOpen(task)}><FormattedMessage id="common.edit" /></Button><Button size="compact-xs" variant="subtle" color="red" onClick={() => remove.mutate({ id: task.id, version: task.version })}><FormattedMessage id="staff.remove" /></Button></Group>}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {open === 'new' && <ActDialog {...shared} title={formatMessage({ id: 'team.task-new' })} initialValues={{ task: '', givenOn: localToday(), doneOn: null, people: 0, hours: 0, result: '', matterNo: '' } as Values} inputOf={draftOf} schema={taskDraftSchema} act={api.staff.addTeamTask()} />}
      {open !== null && open !== 'new' && <ActDialog {...shared} title={formatMessage({ id: 'common.edit' })} initialValues={{ task: open.task, givenOn: open.givenOn, doneOn: open.doneOn, people: open.people, hours: open.minutes / MINUTES_AN_HOUR, result: open.result, matterNo: open.matterNo } as Values} inputOf={(values: Values) => ({ ...draftOf(values), id: open.id, version: open.version })} schema={taskChangeSchema} act={api.staff.updateTeamTask()} />}
    </Stack>
  );
}
