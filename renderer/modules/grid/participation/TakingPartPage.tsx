import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { takingPartFilterSchema, takingPartKinds, type TakingPart, type TakingPartFilter } from '#shared/modules/grid/participation/indicators.schema.ts';
import { flagFilter, listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { useGridOptions } from '../territory/use-grid-options.ts';
import { daysFilter } from '../typed/DaysFilter.tsx';
import { ListScreen } from '../typed/ListScreen.tsx';

const NEWEST = { field: 'onDay', direction: 'desc' } as const;
const EXPORT = { list: 'grid.takingPart', query: (filter: TakingPartFilter, sort: SortOrder<'onDay'>) => ({ filter, sort }) };
const source = (filter: TakingPartFilter) =>
  ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<'onDay'> }) => api.grid.listTakingPart({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.grid.countTakingPart({ filter }),
    countIn: ({ count }) => count,
  });

/** The rows behind the share and the repeat rate: who took part when and how. */
export default function TakingPartPage() {
  const intl = useIntl();
  const { formatMessage, formatNumber } = intl;
  const grids = useGridOptions();
  const all = useQuery(api.grid.countTakingPart({}));
  const columns = useMemo<readonly LedgerColumn<TakingPart, 'onDay'>[]>(() => {
    const title = (field: 'onDay' | 'kind' | 'personName' | 'gridName' | 'what' | 'minutes') => formatMessage({ id: `taking-part.field.${field}` });
    return [
      { id: 'onDay', title: title('onDay'), width: 150, sort: 'onDay', text: (row) => row.onDay, cell: (row) => <DayText day={row.onDay} /> },
      { id: 'personName', title: title('personName'), width: 120, leading: true, text: (row) => row.personName },
      { id: 'kind', title: title('kind'), width: 110, text: (row) => formatMessage({ id: `taking-part.kind.${row.kind}` }) },
      { id: 'what', title: title('what'), width: 220, text: (row) => row.what },
      { id: 'minutes', title: title('minutes'), width: 165, figures: true, text: (row) => (row.minutes === null ? '' : formatNumber(row.minutes)) },
      { id: 'gridName', title: title('gridName'), width: 140, text: (row) => row.gridName },
    ];
  }, [formatMessage, formatNumber]);
  const filters = useMemo<readonly LedgerFilter<TakingPartFilter>[]>(
    () => [
      daysFilter<TakingPartFilter>(intl, intl.formatMessage({ id: 'taking-part.field.onDay' })),
      listFilter({ id: 'kind', label: intl.formatMessage({ id: 'taking-part.field.kind' }), options: takingPartKinds.map((value) => ({ value, label: intl.formatMessage({ id: `taking-part.kind.${value}` }) })), values: takingPartKinds, of: (filter: TakingPartFilter) => filter.kinds, put: (filter, kinds) => ({ ...filter, kinds }) }),
      listFilter({ id: 'grid', label: intl.formatMessage({ id: 'taking-part.field.gridName' }), options: grids, values: null, of: (filter: TakingPartFilter) => filter.gridIds, put: (filter, gridIds) => ({ ...filter, gridIds }) }),
      flagFilter({ id: 'repeated', label: intl.formatMessage({ id: 'taking-part.repeated' }), yes: intl.formatMessage({ id: 'common.yes' }), of: (filter: TakingPartFilter) => filter.repeated, put: (filter, repeated) => ({ ...filter, repeated }) }),
    ],
    [intl, grids],
  );
  return (
    <ListScreen
      words="taking-part"
      id="grid.takingPart"
      figure={all.data && formatMessage({ id: 'taking-part.figure' }, { count: formatNumber(all.data.count) })}
      columns={columns}
      source={source}
      filterSchema={takingPartFilterSchema}
      filters={filters}
      isSearched={false}
      sort={NEWEST}
      nameOf={({ onDay, personName }) => `${onDay} ${personName}`}
      exportAs={EXPORT}
    />
  );
}
