import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { Figure } from '#renderer/components/figure/Figure.tsx';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { useLinkedFilter } from '#renderer/components/ledger/use-linked-filter.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { processMapStates, savedBetween } from '#shared/modules/grid/process/process.rules.ts';
import { processMapFilterSchema, type ProcessMapFilter, type ProcessMapRow } from '#shared/modules/grid/process/process.schema.ts';
import { filteredPlace } from '../filtered-place.ts';
import { MapState } from './MapState.tsx';
import { useStateWords } from './process-words.ts';
import { NewProcessMapDrawer } from './ProcessMapDrawer.tsx';

type SortField = 'title' | 'inForceOn' | 'daysSaved' | 'stepsSaved' | 'updatedAt';
const NEWEST = { field: 'updatedAt', direction: 'desc' } as const;
const EXPORT = { list: 'grid.processMaps', query: (filter: ProcessMapFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };
const place = filteredPlace('/grid/process-maps', processMapFilterSchema);

function useColumns(): readonly LedgerColumn<ProcessMapRow, SortField>[] {
  const { formatMessage, formatNumber } = useIntl();
  const { labelOf } = useCodes('matter-kind');
  const stateWords = useStateWords();
  return useMemo(() => {
    const title = (field: 'title' | 'edition' | 'state' | 'kind' | 'inForceOn' | 'stepsSaved' | 'daysSaved' | 'handOversSaved' | 'documentsSaved' | 'stepsAfter' | 'days' | 'basis' | 'endedOn') => formatMessage({ id: `process-map.field.${field}` });
    const saved = ({ before, after }: ProcessMapRow) => savedBetween(before, after);
    const day = (value: string | null) => (value === null ? '' : <DayText day={value} />);
    return [
      { id: 'title', title: title('title'), width: 190, leading: true, sort: 'title', text: (row) => row.title },
      { id: 'edition', title: title('edition'), width: 80, text: (row) => formatMessage({ id: 'process-map.edition' }, { edition: row.edition }) },
      { id: 'state', title: title('state'), width: 170, text: stateWords, cell: (row) => <MapState map={row} /> },
      { id: 'kind', title: title('kind'), width: 120, text: (row) => labelOf(row.kind) },
      { id: 'inForceOn', title: title('inForceOn'), width: 130, sort: 'inForceOn', text: (row) => row.inForceOn ?? '', cell: (row) => day(row.inForceOn) },
      { id: 'stepsSaved', title: title('stepsSaved'), width: 90, figures: true, sort: 'stepsSaved', text: (row) => formatNumber(saved(row).steps) },
      { id: 'daysSaved', title: title('daysSaved'), width: 100, figures: true, sort: 'daysSaved', text: (row) => formatNumber(saved(row).days) },
      { id: 'handOversSaved', title: title('handOversSaved'), width: 90, figures: true, text: (row) => formatNumber(saved(row).handOvers) },
      { id: 'documentsSaved', title: title('documentsSaved'), width: 90, figures: true, text: (row) => formatNumber(saved(row).documents) },
      { id: 'steps', title: title('stepsAfter'), width: 130, figures: true, text: (row) => formatNumber(row.after.steps) },
      { id: 'days', title: title('days'), width: 150, figures: true, text: (row) => formatNumber(row.after.days) },
      { id: 'basis', title: title('basis'), width: 220, text: (row) => row.basis },
      { id: 'endedOn', title: title('endedOn'), width: 130, text: (row) => row.endedOn ?? '', cell: (row) => day(row.endedOn) },
    ];
  }, [formatMessage, formatNumber, labelOf, stateWords]);
}

function useFilters(): readonly LedgerFilter<ProcessMapFilter>[] {
  const { formatMessage } = useIntl();
  const { options: kinds } = useCodes('matter-kind');
  return useMemo(() => [
    listFilter({ id: 'state', label: formatMessage({ id: 'process-map.field.state' }), options: processMapStates.map((value) => ({ value, label: formatMessage({ id: `process-map.state.${value}` }) })), values: processMapStates, of: (filter: ProcessMapFilter) => filter.states, put: (filter, states) => ({ ...filter, states }) }),
    listFilter({ id: 'kind', label: formatMessage({ id: 'process-map.field.kind' }), options: kinds, values: null, of: (filter: ProcessMapFilter) => filter.kinds, put: (filter, next) => ({ ...filter, kinds: next }) }),
  ], [formatMessage, kinds]);
}

/** What the maps in force spare together, and how many are announced; each number opens them. */
function SavedFigures() {
  const { formatMessage } = useIntl();
  const { data } = useQuery(api.grid.summariseProcessMaps({}));
  if (!data) return null;
  return (
    <Group gap="xl" pb="xs" style={{ flex: 'none' }}>
      {(['inForce', 'steps', 'days', 'documents', 'announced'] as const).map((id) => <Figure key={id} label={formatMessage({ id: `process-map.figures.${id}` })} value={data[id]} definition={formatMessage({ id: `process-map.figures.${id}.about` })} to={place({ states: [id === 'announced' ? 'announced' : 'in-force'] })} />)}
    </Group>
  );
}

/** How things are done, and what was spared by doing them in fewer steps. */
export default function ProcessMapsPage() {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('process.edit');
  const goTo = useGoTo();
  const columns = useColumns();
  const filters = useFilters();
  const all = useQuery(api.grid.countProcessMaps({}));
  const [isNew, setNew] = useState(false);
  useDeskCommand(mayEdit && !isNew ? { id: 'record.new', title: 'process-map.new', accelerator: 'CmdOrCtrl+N', run: () => setNew(true) } : null);
  useResumedDraft('process-map', (id) => (id === null ? setNew(true) : goTo(`/grid/process-maps/${id}`)));
  useLinkedFilter(processMapFilterSchema);
  const source = useCallback(
    (filter: ProcessMapFilter) =>
      ledgerSource({
        rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.grid.listProcessMaps({ filter, ...window }),
        rowsIn: (rows) => rows,
        count: api.grid.countProcessMaps({ filter }),
        countIn: ({ count }) => count,
      }),
    [],
  );
  const search = useMemo(() => ({ label: formatMessage({ id: 'process-map.search' }), of: (filter: ProcessMapFilter) => filter.text, put: (filter: ProcessMapFilter, text: string) => ({ ...filter, text }) }), [formatMessage]);
  return (
    <Page wide title={formatMessage({ id: 'process-map.title' })} figure={all.data && formatMessage({ id: 'process-map.figure' }, { count: all.data.count })} actions={mayEdit && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setNew(true)}><FormattedMessage id="process-map.new" /></Button>}>
      <SavedFigures />
      <LedgerTable
        id="grid.processMaps"
        label={formatMessage({ id: 'process-map.list' })}
        columns={columns}
        source={source}
        filterSchema={processMapFilterSchema}
        filters={filters}
        search={search}
        sort={NEWEST}
        nameOf={({ title }) => title}
        onOpen={({ id }) => goTo(`/grid/process-maps/${id}`)}
        peek={(row) => <Facts facts={columns.map((column) => ({ id: column.id, label: column.title, value: column.cell?.(row) ?? column.text(row) }))} />}
        exportAs={EXPORT}
        empty={<Stack gap={4} align="center"><Text fw={600}><FormattedMessage id="process-map.empty" /></Text><Text size="sm"><FormattedMessage id="process-map.empty-next" /></Text></Stack>}
      />
      {isNew && <NewProcessMapDrawer onClosed={() => setNew(false)} />}
    </Page>
  );
}
