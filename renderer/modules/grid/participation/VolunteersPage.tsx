import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { volunteerFilterSchema, type VolunteerFilter, type VolunteerRow } from '#shared/modules/grid/participation/volunteer.schema.ts';
import { volunteerPlace } from '../places.ts';
import { flagFilter, listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { useGridOptions } from '../territory/use-grid-options.ts';
import { ListScreen } from '../typed/ListScreen.tsx';
import { useTeamOptions } from '../typed/pickers.tsx';
import { useFigures } from '../typed/use-figures.ts';
import { VolunteerDrawer } from './VolunteerDrawer.tsx';

type SortField = 'personName' | 'joinedOn' | 'minutes' | 'balance';
const BY_NAME = { field: 'personName', direction: 'asc' } as const;
const EXPORT = { list: 'grid.volunteers', query: (filter: VolunteerFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };
const source = (filter: VolunteerFilter) =>
  ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.grid.listVolunteers({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.grid.countVolunteers({ filter }),
    countIn: ({ count }) => count,
  });

function useColumns(): readonly LedgerColumn<VolunteerRow, SortField>[] {
  const { formatMessage, formatNumber } = useIntl();
  const { hours } = useFigures();
  return useMemo(() => {
    const title = (field: 'personName' | 'gridName' | 'teamName' | 'joinedOn' | 'leftOn' | 'minutes' | 'wantsPoints' | 'balance' | 'skills' | 'note') => formatMessage({ id: `volunteer.field.${field}` });
    const day = (value: string | null) => (value === null ? '' : <DayText day={value} />);
    return [
      { id: 'personName', title: title('personName'), width: 110, leading: true, sort: 'personName', text: (row) => row.personName },
      { id: 'gridName', title: title('gridName'), width: 120, text: (row) => row.gridName },
      { id: 'teamName', title: title('teamName'), width: 130, text: (row) => row.teamName },
      { id: 'skills', title: title('skills'), width: 120, text: (row) => row.skills },
      { id: 'hours', title: title('minutes'), width: 150, figures: true, sort: 'minutes', text: (row) => hours(row.minutes) },
      { id: 'wantsPoints', title: title('wantsPoints'), width: 120, text: (row) => formatMessage({ id: row.wantsPoints ? 'common.yes' : 'common.no' }) },
      { id: 'balance', title: title('balance'), width: 100, figures: true, sort: 'balance', text: (row) => (row.wantsPoints || row.balance > 0 ? formatNumber(row.balance) : '') },
      { id: 'joinedOn', title: title('joinedOn'), width: 150, sort: 'joinedOn', text: (row) => row.joinedOn, cell: (row) => day(row.joinedOn) },
      { id: 'leftOn', title: title('leftOn'), width: 150, hiddenAtFirst: true, text: (row) => row.leftOn ?? '', cell: (row) => day(row.leftOn) },
      { id: 'note', title: title('note'), width: 180, hiddenAtFirst: true, text: (row) => row.note },
    ];
  }, [formatMessage, formatNumber, hours]);
}

function useFilters(): readonly LedgerFilter<VolunteerFilter>[] {
  const { formatMessage } = useIntl();
  const grids = useGridOptions();
  const teams = useTeamOptions();
  return useMemo(() => {
    const yes = formatMessage({ id: 'common.yes' });
    return [
      listFilter({ id: 'grid', label: formatMessage({ id: 'volunteer.field.gridName' }), options: grids, values: null, of: (filter: VolunteerFilter) => filter.gridIds, put: (filter, gridIds) => ({ ...filter, gridIds }) }),
      listFilter({ id: 'team', label: formatMessage({ id: 'volunteer.field.teamName' }), options: teams, values: null, of: (filter: VolunteerFilter) => filter.teamIds, put: (filter, teamIds) => ({ ...filter, teamIds }) }),
      flagFilter({ id: 'points', label: formatMessage({ id: 'volunteers.wants-points' }), yes, of: (filter: VolunteerFilter) => filter.wantsPoints, put: (filter, wantsPoints) => ({ ...filter, wantsPoints }) }),
      flagFilter({ id: 'left', label: formatMessage({ id: 'volunteers.with-left' }), yes, of: (filter: VolunteerFilter) => filter.withLeft, put: (filter, withLeft) => ({ ...filter, withLeft }) }),
    ];
  }, [formatMessage, grids, teams]);
}

/** Residents who want to help. */
export default function VolunteersPage() {
  const { formatMessage, formatNumber } = useIntl();
  const mayEdit = useMay()('participation.edit');
  const goTo = useGoTo();
  const columns = useColumns();
  const filters = useFilters();
  const all = useQuery(api.grid.countVolunteers({}));
  const [isNew, setNew] = useState(false);
  useResumedDraft('volunteer', (id) => id === null && setNew(true));
  return (
    <ListScreen
      words="volunteers"
      id="grid.volunteers"
      figure={all.data && formatMessage({ id: 'volunteers.figure' }, { count: formatNumber(all.data.count) })}
      columns={columns}
      source={source}
      filterSchema={volunteerFilterSchema}
      filters={filters}
      sort={BY_NAME}
      nameOf={({ personName }) => personName}
      onOpen={({ id }) => goTo(volunteerPlace(id))}
      onNew={mayEdit && !isNew ? () => setNew(true) : null}
      exportAs={EXPORT}
    >
      {isNew && <VolunteerDrawer volunteer={null} onClosed={() => setNew(false)} />}
    </ListScreen>
  );
}
