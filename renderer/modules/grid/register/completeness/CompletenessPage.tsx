import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { useLedgerPlace } from '#renderer/components/ledger/use-ledger-place.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { bands, completenessFilterSchema, type CompletenessFilter, type CompletenessRow } from '#shared/modules/grid/register/completeness/completeness.contract.ts';
import { personCategories } from '#shared/modules/grid/register/person.schema.ts';
import { personPlace } from '../../places.ts';
import { useGridOptions } from '../../territory/use-grid-options.ts';
import { flagFilter, listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { useMissingWords } from './CompletenessSection.tsx';
import { GradesPanel } from './GradesPanel.tsx';

type SortField = 'score' | 'name';
const WORST = { field: 'score', direction: 'asc' } as const;
const NO_FIELDS: readonly never[] = [];
const EXPORT = { list: 'grid.completeness', query: (filter: CompletenessFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };

function useColumns(): readonly LedgerColumn<CompletenessRow, SortField>[] {
  const { formatMessage } = useIntl();
  const { labelOf } = useCodes('person-category');
  const missing = useMissingWords();
  return useMemo(() => {
    const title = (field: 'name' | 'category' | 'gridName' | 'presentAddress' | 'score' | 'missing') => formatMessage({ id: `completeness.field.${field}` });
    return [
      { id: 'name', title: title('name'), width: 100, leading: true, sort: 'name', text: (row) => row.name },
      { id: 'score', title: title('score'), width: 90, sort: 'score', figures: true, text: (row) => `${row.score}%` },
      { id: 'missing', title: title('missing'), width: 420, text: (row) => missing(row.missing) },
      { id: 'category', title: title('category'), width: 110, text: (row) => labelOf(row.category) },
      { id: 'gridName', title: title('gridName'), width: 110, text: (row) => row.gridName },
      { id: 'presentAddress', title: title('presentAddress'), width: 260, text: (row) => row.presentAddress },
    ];
  }, [formatMessage, labelOf, missing]);
}

function useFilters(): readonly LedgerFilter<CompletenessFilter>[] {
  const { formatMessage } = useIntl();
  const grids = useGridOptions();
  const { options: categories } = useCodes('person-category');
  return useMemo(
    () => [
      listFilter({ id: 'band', label: formatMessage({ id: 'completeness.filter.band' }), options: bands.map((band) => ({ value: band, label: formatMessage({ id: `completeness.band.${band}` }) })), values: bands, of: (filter: CompletenessFilter) => filter.bands, put: (filter, next) => ({ ...filter, bands: next }) }),
      listFilter({ id: 'grid', label: formatMessage({ id: 'completeness.field.gridName' }), options: grids, values: null, of: (filter: CompletenessFilter) => filter.gridIds, put: (filter, gridIds) => ({ ...filter, gridIds }) }),
      listFilter({ id: 'category', label: formatMessage({ id: 'completeness.field.category' }), options: categories, values: personCategories, of: (filter: CompletenessFilter) => filter.categories, put: (filter, next) => ({ ...filter, categories: next }) }),
      flagFilter({ id: 'without-grid', label: formatMessage({ id: 'register.filter.without-grid' }), yes: formatMessage({ id: 'common.yes' }), of: (filter: CompletenessFilter) => filter.withoutGrid, put: (filter, withoutGrid) => ({ ...filter, withoutGrid }) }),
    ],
    [formatMessage, grids, categories],
  );
}

/** Which records lack what: the picture by grid, and the people behind it. */
export default function CompletenessPage() {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const columns = useColumns();
  const filters = useFilters();
  const [{ filter: asked }] = useLedgerPlace(completenessFilterSchema, NO_FIELDS);
  const [chosen, setChosen] = useState<'grids' | 'people' | null>(null);
  const isFiltered = filters.some((filter) => filter.describe(asked) !== null);
  const view = isFiltered ? 'people' : (chosen ?? 'grids');
  const source = useCallback(
    (filter: CompletenessFilter) =>
      ledgerSource({
        rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.grid.listCompleteness({ filter, ...window }),
        rowsIn: (rows) => rows,
        count: api.grid.countCompleteness({ filter }),
        countIn: ({ count }) => count,
      }),
    [],
  );
  const show = (next: string) => {
    setChosen(next === 'grids' ? 'grids' : 'people');
    if (next === 'grids') goTo('/grid/completeness');
  };
  return (
    <Page
      wide
      title={formatMessage({ id: 'completeness.title' })}
      actions={<SegmentedControl size="xs" value={view} onChange={show} data={[{ value: 'grids', label: formatMessage({ id: 'completeness.by-grid' }) }, { value: 'people', label: formatMessage({ id: 'completeness.list' }) }]} />}
    >
      {view === 'grids' ? (
        <GradesPanel />
      ) : (
        <LedgerTable
          id="grid.completeness"
          label={formatMessage({ id: 'completeness.list' })}
          columns={columns}
          source={source}
          filterSchema={completenessFilterSchema}
          filters={filters}
          sort={WORST}
          nameOf={({ name }) => name}
          exportAs={EXPORT}
          onOpen={({ id }) => goTo(personPlace(id))}
          peek={(row) => <Facts facts={columns.map((column) => ({ id: column.id, label: column.title, value: column.text(row) }))} />}
          empty={<Stack gap={4} align="center"><Text fw={600}><FormattedMessage id="completeness.empty" /></Text><Text size="sm"><FormattedMessage id="completeness.empty-next" /></Text></Stack>}
        />
      )}
    </Page>
  );
}
