import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { jobFilterSchema, jobStates, type JobFilter, type JobRow } from '#shared/modules/grid/participation/volunteer.schema.ts';
import { jobPlace } from '../places.ts';
import { flagFilter, listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { useGridOptions } from '../territory/use-grid-options.ts';
import { daysFilter } from '../typed/DaysFilter.tsx';
import { ListScreen } from '../typed/ListScreen.tsx';
import { useFigures } from '../typed/use-figures.ts';
import { JobDrawer } from './JobDrawer.tsx';

type SortField = 'heldOn' | 'title';
const NEWEST = { field: 'heldOn', direction: 'desc' } as const;
const EXPORT = { list: 'grid.volunteerJobs', query: (filter: JobFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };
const source = (filter: JobFilter) =>
  ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.grid.listVolunteerJobs({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.grid.countVolunteerJobs({ filter }),
    countIn: ({ count }) => count,
  });

function useColumns(): readonly LedgerColumn<JobRow, SortField>[] {
  const { formatMessage } = useIntl();
  const { hours } = useFigures();
  return useMemo(() => {
    const title = (field: 'heldOn' | 'title' | 'place' | 'gridName' | 'teamName' | 'minutes' | 'places' | 'signed' | 'toConfirm' | 'state' | 'skills') => formatMessage({ id: `volunteer_job.field.${field}` });
    return [
      { id: 'heldOn', title: title('heldOn'), width: 150, sort: 'heldOn', text: (row) => row.heldOn, cell: (row) => <DayText day={row.heldOn} /> },
      { id: 'title', title: title('title'), width: 190, leading: true, sort: 'title', text: (row) => row.title },
      { id: 'state', title: title('state'), width: 90, text: (row) => formatMessage({ id: `jobs.state.${row.state}` }) },
      { id: 'signed', title: title('signed'), width: 90, figures: true, text: (row) => `${row.signed}/${row.places}` },
      { id: 'toConfirm', title: title('toConfirm'), width: 80, figures: true, text: (row) => (row.toConfirm === 0 ? '' : String(row.toConfirm)) },
      { id: 'hours', title: title('minutes'), width: 110, figures: true, text: (row) => hours(row.minutes) },
      { id: 'place', title: title('place'), width: 140, text: (row) => row.place },
      { id: 'gridName', title: title('gridName'), width: 120, text: (row) => row.gridName },
      { id: 'teamName', title: title('teamName'), width: 130, text: (row) => row.teamName },
      { id: 'skills', title: title('skills'), width: 100, text: (row) => row.skills },
      { id: 'places', title: title('places'), width: 80, figures: true, hiddenAtFirst: true, text: (row) => String(row.places) },
    ];
  }, [formatMessage, hours]);
}

function useFilters(): readonly LedgerFilter<JobFilter>[] {
  const intl = useIntl();
  const grids = useGridOptions();
  return useMemo(() => {
    const yes = intl.formatMessage({ id: 'common.yes' });
    return [
      listFilter({ id: 'state', label: intl.formatMessage({ id: 'volunteer_job.field.state' }), options: jobStates.map((value) => ({ value, label: intl.formatMessage({ id: `jobs.state.${value}` }) })), values: jobStates, of: (filter: JobFilter) => filter.states, put: (filter, states) => ({ ...filter, states }) }),
      listFilter({ id: 'grid', label: intl.formatMessage({ id: 'volunteer_job.field.gridName' }), options: grids, values: null, of: (filter: JobFilter) => filter.gridIds, put: (filter, gridIds) => ({ ...filter, gridIds }) }),
      daysFilter<JobFilter>(intl, intl.formatMessage({ id: 'volunteer_job.field.heldOn' })),
      flagFilter({ id: 'to-confirm', label: intl.formatMessage({ id: 'jobs.to-confirm' }), yes, of: (filter: JobFilter) => filter.toConfirm, put: (filter, toConfirm) => ({ ...filter, toConfirm }) }),
      flagFilter({ id: 'to-record', label: intl.formatMessage({ id: 'jobs.to-record' }), yes, of: (filter: JobFilter) => filter.toRecord, put: (filter, toRecord) => ({ ...filter, toRecord }) }),
    ];
  }, [intl, grids]);
}

/** What needs hands, the newest first. */
export default function JobsPage() {
  const { formatMessage, formatNumber } = useIntl();
  const mayEdit = useMay()('participation.edit');
  const goTo = useGoTo();
  const columns = useColumns();
  const filters = useFilters();
  const all = useQuery(api.grid.countVolunteerJobs({}));
  const [isNew, setNew] = useState(false);
  useResumedDraft('job', (id) => id === null && setNew(true));
  return (
    <ListScreen
      words="jobs"
      id="grid.volunteerJobs"
      figure={all.data && formatMessage({ id: 'jobs.figure' }, { count: formatNumber(all.data.count) })}
      columns={columns}
      source={source}
      filterSchema={jobFilterSchema}
      filters={filters}
      sort={NEWEST}
      nameOf={({ heldOn, title }) => `${heldOn} ${title}`}
      onOpen={({ id }) => goTo(jobPlace(id))}
      onNew={mayEdit && !isNew ? () => setNew(true) : null}
      exportAs={EXPORT}
    >
      {isNew && <JobDrawer job={null} onClosed={() => setNew(false)} />}
    </ListScreen>
  );
}
