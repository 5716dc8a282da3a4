import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { teamChangeSchema, teamDraftSchema, teamFilterSchema, type TeamDraft, type TeamFilter, type TeamRow } from '#shared/modules/grid/participation/activity.schema.ts';
import { flagFilter, listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { useEditAction } from '../register/use-row-actions.tsx';
import { useGridOptions } from '../territory/use-grid-options.ts';
import type { FieldSpec } from '../typed/fields.tsx';
import { ListScreen } from '../typed/ListScreen.tsx';
import { GridSelect } from '../typed/pickers.tsx';
import { TypedDrawer } from '../typed/TypedDrawer.tsx';

type SortField = 'name' | 'volunteers' | 'activities';
const BY_NAME = { field: 'name', direction: 'asc' } as const;
const EXPORT = { list: 'grid.residentTeams', query: (filter: TeamFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };
const source = (filter: TeamFilter) =>
  ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.grid.listResidentTeams({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.grid.countResidentTeams({ filter }),
    countIn: ({ count }) => count,
  });

function useColumns(): readonly LedgerColumn<TeamRow, SortField>[] {
  const { formatMessage } = useIntl();
  const { labelOf } = useCodes('resident-team');
  return useMemo(() => {
    const title = (field: 'name' | 'kind' | 'leaderName' | 'gridName' | 'volunteers' | 'activities' | 'meets' | 'purpose') => formatMessage({ id: `resident_team.field.${field}` });
    return [
      { id: 'name', title: title('name'), width: 180, leading: true, sort: 'name', text: (row) => row.name },
      { id: 'kind', title: title('kind'), width: 110, text: (row) => labelOf(row.kind) },
      { id: 'leaderName', title: title('leaderName'), width: 100, text: (row) => row.leaderName },
      { id: 'volunteers', title: title('volunteers'), width: 90, figures: true, sort: 'volunteers', text: (row) => String(row.volunteers) },
      { id: 'activities', title: title('activities'), width: 100, figures: true, sort: 'activities', text: (row) => String(row.activities) },
      { id: 'meets', title: title('meets'), width: 150, text: (row) => row.meets },
      { id: 'gridName', title: title('gridName'), width: 120, text: (row) => row.gridName },
      { id: 'purpose', title: title('purpose'), width: 260, text: (row) => row.purpose },
    ];
  }, [formatMessage, labelOf]);
}

function useFilters(): readonly LedgerFilter<TeamFilter>[] {
  const { formatMessage } = useIntl();
  const grids = useGridOptions();
  const { options: kinds } = useCodes('resident-team');
  return useMemo(
    () => [
      listFilter({ id: 'kind', label: formatMessage({ id: 'resident_team.field.kind' }), options: kinds, values: null, of: (filter: TeamFilter) => filter.kinds, put: (filter, next) => ({ ...filter, kinds: next }) }),
      listFilter({ id: 'grid', label: formatMessage({ id: 'resident_team.field.gridName' }), options: grids, values: null, of: (filter: TeamFilter) => filter.gridIds, put: (filter, gridIds) => ({ ...filter, gridIds }) }),
      flagFilter({ id: 'ended', label: formatMessage({ id: 'teams.with-ended' }), yes: formatMessage({ id: 'common.yes' }), of: (filter: TeamFilter) => filter.withEnded, put: (filter, withEnded) => ({ ...filter, withEnded }) }),
    ],
    [formatMessage, grids, kinds],
  );
}

const EMPTY: TeamDraft = { name: '', kind: '', leaderName: '', gridId: null, purpose: '', meets: '', isActive: true };
const FIELDS: readonly FieldSpec<TeamDraft>[] = [
  { name: 'name', kind: 'text', max: 60, required: true, focus: true },
  { name: 'kind', kind: 'code', table: 'resident-team', required: true },
  { name: 'leaderName', kind: 'text', max: 50 },
  { name: 'gridId', kind: 'picker', picker: GridSelect },
  { name: 'meets', kind: 'text', max: 100, wide: true },
  { name: 'purpose', kind: 'area', max: 300 },
  { name: 'isActive', kind: 'check', wide: true },
];

function TeamDrawer({ team, onClosed }: { readonly team: TeamRow | null; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const shared = { words: 'resident_team', fields: FIELDS, onClosed, fieldOf: ({ code }: { readonly code: string }) => (code === 'resident-team/name-taken' ? ('name' as const) : null) };
  if (team === null) return <TypedDrawer {...shared} title={formatMessage({ id: 'teams.new' })} draftKey="team/new" initialValues={EMPTY} inputOf={(values) => values} schema={teamDraftSchema} save={api.grid.createResidentTeam()} nextValues={() => EMPTY} />;
  const { id, version, name, kind, leaderName, gridId, purpose, meets, isActive } = team;
  return <TypedDrawer {...shared} title={formatMessage({ id: 'teams.edit' })} draftKey={`team/${id}`} initialValues={{ name, kind, leaderName, gridId, purpose, meets, isActive } as TeamDraft} inputOf={(values) => ({ ...values, id, version })} schema={teamChangeSchema} save={api.grid.updateResidentTeam()} />;
}

/** Groups of residents: mutual help, shared interests, talking things over. */
export default function TeamsPage() {
  const { formatMessage, formatNumber } = useIntl();
  const mayEdit = useMay()('participation.edit');
  const columns = useColumns();
  const filters = useFilters();
  const all = useQuery(api.grid.countResidentTeams({}));
  const [open, setOpen] = useState<'new' | TeamRow | null>(null);
  useResumedDraft('team', (id) => id === null && setOpen('new'));
  const edit = useCallback((row: TeamRow) => setOpen(row), []);
  const actions = useEditAction(mayEdit, edit);
  const close = () => setOpen(null);
  return (
    <ListScreen
      words="teams"
      id="grid.residentTeams"
      figure={all.data && formatMessage({ id: 'teams.figure' }, { count: formatNumber(all.data.count) })}
      columns={columns}
      source={source}
      filterSchema={teamFilterSchema}
      filters={filters}
      sort={BY_NAME}
      nameOf={({ name }) => name}
      {...(mayEdit && { onEdit: edit, onOpen: edit })}
      onNew={mayEdit && open === null ? () => setOpen('new') : null}
      actions={actions}
      exportAs={EXPORT}
    >
      {open === 'new' && <TeamDrawer team={null} onClosed={close} />}
      {open !== null && open !== 'new' && <TeamDrawer key={open.id} team={open} onClosed={close} />}
    </ListScreen>
  );
}
