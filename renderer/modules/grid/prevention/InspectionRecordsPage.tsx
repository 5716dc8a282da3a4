import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { inspectionRecordFilterSchema, type InspectionRecordFilter, type InspectionRecordRow } from '#shared/modules/grid/prevention/inspection-record.schema.ts';
import { hazardLevels } from '#shared/modules/grid/prevention/prevention.schema.ts';
import { matterPlace } from '../matters/matter-words.ts';
import { useGridOptions } from '../territory/use-grid-options.ts';
import { daysFilter } from '../typed/DaysFilter.tsx';
import { ListScreen } from '../typed/ListScreen.tsx';

type SortField = 'inspectedOn' | 'place';
const NEWEST = { field: 'inspectedOn', direction: 'desc' } as const;
const EXPORT = { list: 'grid.inspectionRecords', query: (filter: InspectionRecordFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };
const source = (filter: InspectionRecordFilter) =>
  ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.grid.listInspectionRecords({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.grid.countInspectionRecords({ filter }),
    countIn: ({ count }) => count,
  });

function useColumns(): readonly LedgerColumn<InspectionRecordRow, SortField>[] {
  const { formatMessage } = useIntl();
  const { labelOf } = useCodes('hazard-kind');
  return useMemo(() => {
    const title = (field: 'place' | 'gridName' | 'kind' | 'inspectedOn' | 'inspector' | 'level' | 'finding' | 'matter') => formatMessage({ id: `inspections.field.${field}` });
    return [
      { id: 'inspectedOn', title: title('inspectedOn'), width: 150, sort: 'inspectedOn', text: (row) => row.inspectedOn, cell: (row) => <DayText day={row.inspectedOn} /> },
      { id: 'place', title: title('place'), width: 220, leading: true, sort: 'place', text: (row) => row.place },
      { id: 'level', title: title('level'), width: 120, text: (row) => formatMessage({ id: `inspections.level.${row.level}` }) },
      { id: 'finding', title: title('finding'), width: 240, text: (row) => row.finding },
      { id: 'matterNumber', title: title('matter'), width: 130, text: (row) => row.matterNumber },
      { id: 'inspector', title: title('inspector'), width: 100, text: (row) => row.inspector },
      { id: 'kind', title: title('kind'), width: 110, text: (row) => labelOf(row.kind) },
      { id: 'gridName', title: title('gridName'), width: 120, text: (row) => row.gridName },
    ];
  }, [formatMessage, labelOf]);
}

/** Every visit to an inspected place and what it found, the newest first; a finding that went to the desk opens its matter. */
export default function InspectionRecordsPage() {
  const intl = useIntl();
  const { formatMessage, formatNumber } = intl;
  const goTo = useGoTo();
  const grids = useGridOptions();
  const all = useQuery(api.grid.countInspectionRecords({}));
  const columns = useColumns();
  const filters = useMemo<readonly LedgerFilter<InspectionRecordFilter>[]>(
    () => [
      listFilter({ id: 'level', label: intl.formatMessage({ id: 'inspections.field.level' }), options: hazardLevels.map((value) => ({ value, label: intl.formatMessage({ id: `inspections.level.${value}` }) })), values: hazardLevels, of: (filter: InspectionRecordFilter) => filter.levels, put: (filter, levels) => ({ ...filter, levels }) }),
      listFilter({ id: 'grid', label: intl.formatMessage({ id: 'inspections.field.gridName' }), options: grids, values: null, of: (filter: InspectionRecordFilter) => filter.gridIds, put: (filter, gridIds) => ({ ...filter, gridIds }) }),
      daysFilter<InspectionRecordFilter>(intl, intl.formatMessage({ id: 'inspections.field.inspectedOn' })),
    ],
    [intl, grids],
  );
  return (
    <ListScreen
      words="inspection-records"
      id="grid.inspectionRecords"
      figure={all.data && formatMessage({ id: 'inspection-records.figure' }, { count: formatNumber(all.data.count) })}
      columns={columns}
      source={source}
      filterSchema={inspectionRecordFilterSchema}
      filters={filters}
      sort={NEWEST}
      nameOf={({ inspectedOn, place }) => `${inspectedOn} ${place}`}
      onOpen={({ matterId }) => matterId !== null && goTo(matterPlace(matterId))}
      exportAs={EXPORT}
    />
  );
}
