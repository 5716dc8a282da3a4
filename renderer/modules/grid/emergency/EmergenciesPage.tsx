import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import { emergencyFilterSchema, type EmergencyFilter, type EmergencyRow } from '#shared/modules/grid/emergency/emergency.schema.ts';
import { flagFilter, listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import classes from './emergency.module.css';
import { StartButtons } from './StartButtons.tsx';

type SortField = 'startedAt' | 'kind';
const NEWEST = { field: 'startedAt', direction: 'desc' } as const;
const EXPORT = { list: 'grid.emergencies', query: (filter: EmergencyFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };

function useColumns(): readonly LedgerColumn<EmergencyRow, SortField>[] {
  const { formatMessage } = useIntl();
  const { labelOf } = useCodes('emergency-kind');
  return useMemo(() => {
    const title = (field: 'title' | 'kind' | 'isDrill' | 'place' | 'startedAt' | 'startedBy' | 'endedAt' | 'tasks' | 'reported' | 'reportedLate' | 'summary') => formatMessage({ id: `emergency.field.${field}` });
    return [
      { id: 'startedAt', title: title('startedAt'), width: 150, sort: 'startedAt', text: (row) => row.startedAt, cell: (row) => <InstantText at={row.startedAt} /> },
      { id: 'title', title: title('title'), width: 180, leading: true, text: (row) => row.title },
      { id: 'isDrill', title: title('isDrill'), width: 80, text: (row) => formatMessage({ id: row.isDrill ? 'emergency.drill' : 'emergency.real' }) },
      { id: 'kind', title: title('kind'), width: 110, sort: 'kind', text: (row) => labelOf(row.kind) },
      { id: 'place', title: title('place'), width: 160, text: (row) => [row.gridName, row.place].filter(Boolean).join(' ') },
      { id: 'endedAt', title: title('endedAt'), width: 150, text: (row) => row.endedAt ?? formatMessage({ id: 'emergency.running' }), cell: (row) => (row.endedAt === null ? formatMessage({ id: 'emergency.running' }) : <InstantText at={row.endedAt} />) },
      { id: 'tasks', title: title('tasks'), width: 90, figures: true, text: (row) => `${row.tasksDone}/${row.tasks}` },
      { id: 'reported', title: title('reported'), width: 90, figures: true, text: (row) => `${row.reported}/${row.contacts}` },
      { id: 'reportedLate', title: title('reportedLate'), width: 90, figures: true, text: (row) => String(row.reportedLate) },
      { id: 'startedBy', title: title('startedBy'), width: 90, text: (row) => row.startedBy },
      { id: 'summary', title: title('summary'), width: 240, text: (row) => row.summary },
    ];
  }, [formatMessage, labelOf]);
}

function useFilters(): readonly LedgerFilter<EmergencyFilter>[] {
  const { formatMessage } = useIntl();
  const { options: kinds } = useCodes('emergency-kind');
  return useMemo(() => {
    const drills = [{ value: 'only', label: formatMessage({ id: 'emergency.drills.only' }) }, { value: 'none', label: formatMessage({ id: 'emergency.drills.none' }) }];
    return [
      listFilter({ id: 'kind', label: formatMessage({ id: 'emergency.field.kind' }), options: kinds, values: null, of: (filter: EmergencyFilter) => filter.kinds, put: (filter, next) => ({ ...filter, kinds: next }) }),
      listFilter({ id: 'drills', label: formatMessage({ id: 'emergency.field.isDrill' }), options: drills, values: ['only', 'none'] as const, of: (filter: EmergencyFilter) => (filter.drills === 'all' ? [] : [filter.drills]), put: (filter, next) => ({ ...filter, drills: next.length === 1 ? (next[0] ?? 'all') : 'all' }) }),
      flagFilter({ id: 'running', label: formatMessage({ id: 'emergency.running' }), yes: formatMessage({ id: 'common.yes' }), of: (filter: EmergencyFilter) => filter.running, put: (filter, running) => ({ ...filter, running }) }),
    ];
  }, [formatMessage, kinds]);
}

/** What goes on now, above everything that ever was; drills among it, marked. */
export default function EmergenciesPage() {
  const { formatMessage, formatNumber } = useIntl();
  const mayRun = useMay()('emergency.run');
  const goTo = useGoTo();
  const columns = useColumns();
  const filters = useFilters();
  const all = useQuery(api.grid.countEmergencies({}));
  const { data: running = [] } = useQuery(api.grid.listEmergencies({ filter: { running: true }, sort: NEWEST, limit: 10 }));
  const source = useCallback(
    (filter: EmergencyFilter) =>
      ledgerSource({
        rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.grid.listEmergencies({ filter, ...window }),
        rowsIn: (rows) => rows,
        count: api.grid.countEmergencies({ filter }),
        countIn: ({ count }) => count,
      }),
    [],
  );
  const search = useMemo(() => ({ label: formatMessage({ id: 'emergency.search' }), of: (filter: EmergencyFilter) => filter.text, put: (filter: EmergencyFilter, text: string) => ({ ...filter, text }) }), [formatMessage]);
  return (
    <Page wide title={formatMessage({ id: 'emergency.title' })} figure={all.data && formatMessage({ id: 'emergency.figure' }, { count: formatNumber(all.data.count) })} actions={mayRun && <StartButtons />}>
      {running.length > 0 && <Stack gap="xs" pb="sm" style={{ flex: 'none' }}>{running.map((row) => <Running key={row.id} row={row} />)}</Stack>}
      <LedgerTable
        id="grid.emergencies"
        label={formatMessage({ id: 'emergency.list' })}
        columns={columns}
        source={source}
        filterSchema={emergencyFilterSchema}
        filters={filters}
        search={search}
        sort={NEWEST}
        nameOf={({ title }) => title}
        onOpen={({ id }) => goTo(`/grid/emergency/${id}`)}
        peek={(row) => <Facts facts={columns.map((column) => ({ id: column.id, label: column.title, value: column.cell?.(row) ?? column.text(row) }))} />}
        exportAs={EXPORT}
        empty={<Stack gap={4} align="center"><Text fw={600}><FormattedMessage id="emergency.empty" /></Text><Text size="sm"><FormattedMessage id="emergency.empty-next" /></Text></Stack>}
      />
    </Page>
  );
}

function Running({ row }: { readonly row: EmergencyRow }) {
  return (
    <div className={classes['running']} data-drill={row.isDrill || undefined}>
      <Text size="sm" fw={600}><FormattedMessage id={row.isDrill ? 'emergency.drill-running' : 'emergency.running'} /></Text>
      <PlaceLink to={`/grid/emergency/${row.id}`} size="sm">{row.title}</PlaceLink>
      <Text size="sm" c="dimmed"><FormattedMessage id="emergency.running-since" values={{ time: <InstantText at={row.startedAt} />, done: row.tasksDone, tasks: row.tasks, reported: row.reported, contacts: row.contacts }} /></Text>
    </div>
  );
}
