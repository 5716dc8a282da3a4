import { Button } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { ledgerSource, type LedgerAction, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import type { TeamRow } from '#shared/modules/staff/duty/duty.schema.ts';
import { nothingYet, RowPeek } from '../StaffLedger.tsx';
import { EditTeamDrawer, NewTeamDrawer } from './TeamDrawer.tsx';
import { TeamMatters } from './TeamMatters.tsx';
import { TeamTasks } from './TeamTasks.tsx';

const filterSchema = z.strictObject({ text: z.string().max(40).default(''), kinds: z.array(z.string()).default([]) });
type Filter = z.output<typeof filterSchema>;
type SortField = 'name' | 'kind' | 'tasks' | 'minutes';
const BY_NAME = { field: 'name', direction: 'asc' } as const;
const EXPORT = { list: 'staff.teams', query: (filter: Filter, sort: SortOrder<SortField>) => ({ filter, sort }) };
const MINUTES_AN_HOUR = 60;

function useColumns(): readonly LedgerColumn<TeamRow, SortField>[] {
  const { formatMessage, formatNumber } = useIntl();
  const { labelOf } = useCodes('team-kind');
  return useMemo(() => {
    const title = (field: 'name' | 'kind' | 'leaderId' | 'memberIds' | 'skills' | 'tasks' | 'openTasks' | 'hours' | 'foundedOn' | 'note') => formatMessage({ id: `staff_team.field.${field}` });
    return [
      { id: 'name', title: title('name'), width: 160, leading: true, sort: 'name', text: (row) => row.name },
      { id: 'kind', title: title('kind'), width: 120, sort: 'kind', text: (row) => labelOf(row.kind) },
      { id: 'leaderName', title: title('leaderId'), width: 100, text: (row) => row.leaderName },
      { id: 'members', title: title('memberIds'), width: 220, text: (row) => row.memberNames.join('、') },
      { id: 'skills', title: title('skills'), width: 160, text: (row) => row.skills.join('、') },
      { id: 'tasks', title: title('tasks'), width: 80, figures: true, sort: 'tasks', text: (row) => formatNumber(row.tasks) },
      { id: 'openTasks', title: title('openTasks'), width: 90, figures: true, text: (row) => (row.openTasks === 0 ? '' : formatNumber(row.openTasks)) },
      { id: 'hours', title: title('hours'), width: 110, figures: true, sort: 'minutes', text: (row) => formatNumber(row.minutes / MINUTES_AN_HOUR, { maximumFractionDigits: 1 }) },
      { id: 'foundedOn', title: title('foundedOn'), width: 110, text: (row) => row.foundedOn ?? '', hiddenAtFirst: true },
      { id: 'note', title: title('note'), width: 160, text: (row) => row.note, hiddenAtFirst: true },
    ];
  }, [formatMessage, formatNumber, labelOf]);
}

/** Teams of volunteers and of mutual help, with what they can do and what they did. */
export default function TeamsPage() {
  const { formatMessage } = useIntl();
  const may = useMay();
  const [mayEdit, mayReadMatters] = [may('teams.edit'), may('matters.read')];
  const columns = useColumns();
  const { options } = useCodes('team-kind');
  const filters = useMemo((): readonly LedgerFilter<Filter>[] => [listFilter({ id: 'kind', label: formatMessage({ id: 'staff_team.field.kind' }), options, values: null, of: (filter: Filter) => filter.kinds, put: (filter, kinds) => ({ ...filter, kinds }) })], [formatMessage, options]);
  const [open, setOpen] = useState<'new' | TeamRow | null>(null);
  const { mutate: remove, error } = useMutation(api.staff.removeTeam());
  useDeskCommand(mayEdit && open === null ? { id: 'record.new', title: 'team.new', accelerator: 'CmdOrCtrl+N', run: () => setOpen('new') } : null);
  useResumedDraft('team', () => setOpen('new'));
  const source = useCallback((filter: Filter) => ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.staff.listTeams({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.staff.countTeams({ filter }),
    countIn: ({ count }) => count,
  }), []);
  const search = useMemo(() => ({ label: formatMessage({ id: 'team.search' }), of: (filter: Filter) => filter.text, put: (filter: Filter, text: string) => ({ ...filter, text: text.slice(0, 40) }) }), [formatMessage]);
  const actions = useMemo((): readonly LedgerAction<TeamRow>[] => (!mayEdit ? [] : [
    { id: 'edit', label: formatMessage({ id: 'common.edit' }), icon: <IconPencil size={16} aria-hidden />, run: (team) => setOpen(team) },
    { id: 'remove', label: formatMessage({ id: 'staff.remove' }), icon: <IconTrash size={16} aria-hidden />, danger: true, run: ({ id, version }) => remove({ id, version }) },
  ]), [formatMessage, mayEdit, remove]);
  return (
    <Page wide title={formatMessage({ id: 'team.title' })} actions={mayEdit && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}><FormattedMessage id="team.new" /></Button>}>
      <ErrorNote error={error} />
      {mayReadMatters && <TeamMatters />}
      <LedgerTable id="staff.teams" label={formatMessage({ id: 'team.list' })} columns={columns} source={source} filterSchema={filterSchema} filters={filters} search={search} sort={BY_NAME} nameOf={({ name }) => name} {...(mayEdit && { onEdit: setOpen })} peek={(row) => <RowPeek row={row} columns={columns} entity="staff_team" codeTables={{ kind: 'team-kind' }}><TeamTasks teamId={row.id} /></RowPeek>} actions={actions} exportAs={EXPORT} empty={nothingYet('team.empty', 'team.empty-next')} />
      {open === 'new' && <NewTeamDrawer onClosed={() => setOpen(null)} />}
      {open !== null && open !== 'new' && <EditTeamDrawer key={open.id} team={open} onClosed={() => setOpen(null)} />}
    </Page>
  );
}
