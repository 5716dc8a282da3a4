import { IconPhoto } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { PicturesDrawer } from '#renderer/components/attachments/PicturesDrawer.tsx';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { ledgerSource, type LedgerAction, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { activityFilterSchema, type ActivityFilter, type ActivityRow } from '#shared/modules/grid/participation/activity.schema.ts';
import { flagFilter, listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { useEditAction } from '../register/use-row-actions.tsx';
import { useGridOptions } from '../territory/use-grid-options.ts';
import { daysFilter } from '../typed/DaysFilter.tsx';
import { ListScreen } from '../typed/ListScreen.tsx';
import { useTeamOptions } from '../typed/pickers.tsx';
import { useFigures } from '../typed/use-figures.ts';
import { ActivityDrawer } from './ActivityDrawer.tsx';

type SortField = 'heldOn' | 'headcount';
const NEWEST = { field: 'heldOn', direction: 'desc' } as const;
const EXPORT = { list: 'grid.activities', query: (filter: ActivityFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };
const source = (filter: ActivityFilter) =>
  ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.grid.listActivities({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.grid.countActivities({ filter }),
    countIn: ({ count }) => count,
  });

function useColumns(): readonly LedgerColumn<ActivityRow, SortField>[] {
  const { formatMessage, formatNumber } = useIntl();
  const { labelOf } = useCodes('activity-kind');
  const { yuan } = useFigures();
  return useMemo(() => {
    const title = (field: 'heldOn' | 'title' | 'kind' | 'place' | 'gridName' | 'teamName' | 'headcount' | 'personNames' | 'bodyNames' | 'costFen' | 'note') => formatMessage({ id: `activity.field.${field}` });
    return [
      { id: 'heldOn', title: title('heldOn'), width: 150, sort: 'heldOn', text: (row) => row.heldOn, cell: (row) => <DayText day={row.heldOn} /> },
      { id: 'title', title: title('title'), width: 190, leading: true, text: (row) => row.title },
      { id: 'kind', title: title('kind'), width: 100, text: (row) => labelOf(row.kind) },
      { id: 'headcount', title: title('headcount'), width: 100, figures: true, sort: 'headcount', text: (row) => formatNumber(row.headcount) },
      { id: 'personNames', title: title('personNames'), width: 200, text: (row) => row.personNames.join('、') },
      { id: 'bodyNames', title: title('bodyNames'), width: 160, text: (row) => row.bodyNames.join('、') },
      { id: 'cost', title: title('costFen'), width: 110, figures: true, text: (row) => (row.costFen === 0 ? '' : yuan(row.costFen)) },
      { id: 'teamName', title: title('teamName'), width: 120, text: (row) => row.teamName },
      { id: 'place', title: title('place'), width: 120, text: (row) => row.place },
      { id: 'gridName', title: title('gridName'), width: 110, text: (row) => row.gridName },
      { id: 'note', title: title('note'), width: 180, hiddenAtFirst: true, text: (row) => row.note },
    ];
  }, [formatMessage, formatNumber, labelOf, yuan]);
}

function useFilters(): readonly LedgerFilter<ActivityFilter>[] {
  const intl = useIntl();
  const grids = useGridOptions();
  const teams = useTeamOptions();
  const { options: kinds } = useCodes('activity-kind');
  return useMemo(() => {
    const title = (field: 'kind' | 'gridName' | 'teamName' | 'heldOn') => intl.formatMessage({ id: `activity.field.${field}` });
    return [
      listFilter({ id: 'kind', label: title('kind'), options: kinds, values: null, of: (filter: ActivityFilter) => filter.kinds, put: (filter, next) => ({ ...filter, kinds: next }) }),
      listFilter({ id: 'grid', label: title('gridName'), options: grids, values: null, of: (filter: ActivityFilter) => filter.gridIds, put: (filter, gridIds) => ({ ...filter, gridIds }) }),
      listFilter({ id: 'team', label: title('teamName'), options: teams, values: null, of: (filter: ActivityFilter) => filter.teamIds, put: (filter, teamIds) => ({ ...filter, teamIds }) }),
      daysFilter<ActivityFilter>(intl, title('heldOn')),
      flagFilter({ id: 'partners', label: intl.formatMessage({ id: 'activities.with-partners' }), yes: intl.formatMessage({ id: 'common.yes' }), of: (filter: ActivityFilter) => filter.withPartners, put: (filter, withPartners) => ({ ...filter, withPartners }) }),
    ];
  }, [intl, grids, teams, kinds]);
}

/** What residents did together, the newest first. */
export default function ActivitiesPage() {
  const { formatMessage, formatNumber } = useIntl();
  const mayEdit = useMay()('participation.edit');
  const columns = useColumns();
  const filters = useFilters();
  const all = useQuery(api.grid.countActivities({}));
  const [open, setOpen] = useState<'new' | ActivityRow | null>(null);
  useResumedDraft('activity', (id) => id === null && setOpen('new'));
  const edit = useCallback((row: ActivityRow) => setOpen(row), []);
  const editing = useEditAction(mayEdit, edit);
  const [pictured, setPictured] = useState<ActivityRow | null>(null);
  const actions = useMemo<readonly LedgerAction<ActivityRow>[]>(() => [...editing, { id: 'pictures', label: formatMessage({ id: 'attachments.title' }), icon: <IconPhoto size={16} aria-hidden />, run: setPictured }], [editing, formatMessage]);
  const close = () => setOpen(null);
  return (
    <ListScreen
      words="activities"
      id="grid.activities"
      figure={all.data && formatMessage({ id: 'activities.figure' }, { count: formatNumber(all.data.count) })}
      columns={columns}
      source={source}
      filterSchema={activityFilterSchema}
      filters={filters}
      sort={NEWEST}
      nameOf={({ heldOn, title }) => `${heldOn} ${title}`}
      {...(mayEdit && { onEdit: edit, onOpen: edit })}
      onNew={mayEdit && open === null ? () => setOpen('new') : null}
      actions={actions}
      exportAs={EXPORT}
    >
      {pictured && <PicturesDrawer owner={{ table: 'activity', id: pictured.id }} name={pictured.title} mayEdit={mayEdit} onClosed={() => setPictured(null)} />}
      {open === 'new' && <ActivityDrawer activity={null} onClosed={close} />}
      {open !== null && open !== 'new' && <ActivityDrawer key={open.id} activity={open} onClosed={close} />}
    </ListScreen>
  );
}
