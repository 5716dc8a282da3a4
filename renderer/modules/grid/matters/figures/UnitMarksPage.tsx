import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { markKinds } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import { unitMarkFilterSchema, type UnitMarkFilter, type UnitMarkRow } from '#shared/modules/grid/matters/matter-rows.schema.ts';
import { daysFilter } from '../../typed/DaysFilter.tsx';
import { ListScreen } from '../../typed/ListScreen.tsx';
import { matterPlace, unitWords } from '../matter-words.ts';

type SortField = 'markedOn' | 'points';
const NEWEST = { field: 'markedOn', direction: 'desc' } as const;
const EXPORT = { list: 'grid.unitMarks', query: (filter: UnitMarkFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };
const source = (filter: UnitMarkFilter) =>
  ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.grid.listUnitMarks({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.grid.countUnitMarks({ filter }),
    countIn: ({ count }) => count,
  });

function useColumns(): readonly LedgerColumn<UnitMarkRow, SortField>[] {
  const intl = useIntl();
  return useMemo(() => {
    const { formatMessage, formatNumber } = intl;
    const title = (field: 'number' | 'subject' | 'gridName') => formatMessage({ id: `matters.field.${field}` });
    return [
      { id: 'markedOn', title: formatMessage({ id: 'unit-marks.on' }), width: 130, sort: 'markedOn', text: (row) => row.markedOn, cell: (row) => <DayText day={row.markedOn} /> },
      { id: 'unitName', title: formatMessage({ id: 'matters.figures.unit' }), width: 200, leading: true, text: (row) => unitWords(intl, row.unit) },
      { id: 'kind', title: formatMessage({ id: 'unit-marks.kind' }), width: 130, text: (row) => formatMessage({ id: `matters.mark.${row.kind}` }) },
      { id: 'points', title: formatMessage({ id: 'unit-marks.points' }), width: 90, figures: true, sort: 'points', text: (row) => formatNumber(row.points, { signDisplay: 'exceptZero' }) },
      { id: 'number', title: title('number'), width: 130, text: (row) => row.number },
      { id: 'subject', title: title('subject'), width: 260, text: (row) => row.subject },
      { id: 'gridName', title: title('gridName'), width: 130, text: (row) => row.gridName },
    ];
  }, [intl]);
}

function useFilters(): readonly LedgerFilter<UnitMarkFilter>[] {
  const intl = useIntl();
  const { data: units } = useQuery(api.grid.listMatterUnits({}));
  return useMemo(
    () => [
      listFilter({ id: 'unit', label: intl.formatMessage({ id: 'matters.figures.unit' }), options: (units ?? []).map((unit) => ({ value: unit.id, label: unitWords(intl, unit) })), values: null, of: (filter: UnitMarkFilter) => filter.unitIds, put: (filter, unitIds) => ({ ...filter, unitIds }) }),
      listFilter({ id: 'kind', label: intl.formatMessage({ id: 'unit-marks.kind' }), options: markKinds.map((value) => ({ value, label: intl.formatMessage({ id: `matters.mark.${value}` }) })), values: markKinds, of: (filter: UnitMarkFilter) => filter.kinds, put: (filter, kinds) => ({ ...filter, kinds }) }),
      daysFilter<UnitMarkFilter>(intl, intl.formatMessage({ id: 'unit-marks.on' })),
    ],
    [intl, units],
  );
}

/** What counts for or against the units, mark by mark, each with the matter that proves it. */
export default function UnitMarksPage() {
  const { formatMessage, formatNumber } = useIntl();
  const goTo = useGoTo();
  const all = useQuery(api.grid.countUnitMarks({}));
  const columns = useColumns();
  const filters = useFilters();
  return (
    <ListScreen
      words="unit-marks"
      id="grid.unitMarks"
      figure={all.data && formatMessage({ id: 'unit-marks.figure' }, { count: formatNumber(all.data.count) })}
      columns={columns}
      source={source}
      filterSchema={unitMarkFilterSchema}
      filters={filters}
      isSearched={false}
      sort={NEWEST}
      nameOf={({ number, markedOn }) => `${markedOn} ${number}`}
      onOpen={({ matterId }) => goTo(matterPlace(matterId))}
      exportAs={EXPORT}
    />
  );
}
