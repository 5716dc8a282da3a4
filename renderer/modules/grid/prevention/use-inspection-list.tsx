import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import type { LedgerColumn, LedgerFilter } from '#renderer/components/ledger/ledger-list.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import type { InspectionFilter, InspectionRow } from '#shared/modules/grid/prevention/prevention.schema.ts';
import { flagFilter, listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { useGridOptions } from '../territory/use-grid-options.ts';

export type InspectionSort = 'nextOn' | 'place' | 'kind';

export function useInspectionColumns(): readonly LedgerColumn<InspectionRow, InspectionSort>[] {
  const { formatMessage, formatNumber } = useIntl();
  const { labelOf } = useCodes('hazard-kind');
  return useMemo(() => {
    const today = localToday();
    const title = (field: 'place' | 'gridName' | 'kind' | 'everyDays' | 'assignee' | 'nextOn' | 'lastOn' | 'lastLevel' | 'findings' | 'points') => formatMessage({ id: `inspections.field.${field}` });
    const late = (row: InspectionRow) => !row.isPaused && row.nextOn < today;
    return [
      { id: 'place', title: title('place'), width: 220, leading: true, sort: 'place', text: (row) => row.place },
      { id: 'nextOn', title: title('nextOn'), width: 170, sort: 'nextOn', text: (row) => row.nextOn, cell: (row) => (row.isPaused ? formatMessage({ id: 'inspections.paused' }) : <Text span inherit {...(late(row) && { c: 'var(--mantine-color-red-text)' })}><DayText day={row.nextOn} />{late(row) && ` ${formatMessage({ id: 'today.urgency.overdue' })}`}</Text>) },
      { id: 'kind', title: title('kind'), width: 100, sort: 'kind', text: (row) => labelOf(row.kind) },
      { id: 'assignee', title: title('assignee'), width: 90, text: (row) => row.assignee },
      { id: 'everyDays', title: title('everyDays'), width: 90, figures: true, text: (row) => formatNumber(row.everyDays) },
      { id: 'lastOn', title: title('lastOn'), width: 130, text: (row) => row.lastOn ?? '', cell: (row) => (row.lastOn === null ? '' : <DayText day={row.lastOn} />) },
      { id: 'lastLevel', title: title('lastLevel'), width: 100, text: (row) => (row.lastLevel === null ? '' : formatMessage({ id: `inspections.level.${row.lastLevel}` })) },
      { id: 'findings', title: title('findings'), width: 90, figures: true, text: (row) => formatNumber(row.findings) },
      { id: 'gridName', title: title('gridName'), width: 110, text: (row) => row.gridName },
      { id: 'points', title: title('points'), width: 260, text: (row) => row.points.join('；'), hiddenAtFirst: true },
    ];
  }, [formatMessage, formatNumber, labelOf]);
}

export function useInspectionFilters(): readonly LedgerFilter<InspectionFilter>[] {
  const { formatMessage } = useIntl();
  const grids = useGridOptions();
  const { options: kinds } = useCodes('hazard-kind');
  return useMemo(() => {
    const due = formatMessage({ id: 'inspections.filter.due' });
    return [
      listFilter({ id: 'kind', label: formatMessage({ id: 'inspections.field.kind' }), options: kinds, values: null, of: (filter: InspectionFilter) => filter.kinds, put: (filter, next) => ({ ...filter, kinds: next }) }),
      listFilter({ id: 'grid', label: formatMessage({ id: 'inspections.field.gridName' }), options: grids, values: null, of: (filter: InspectionFilter) => filter.gridIds, put: (filter, gridIds) => ({ ...filter, gridIds }) }),
      {
        id: 'due',
        label: due,
        describe: ({ dueUntil }) => (dueUntil === null ? null : formatMessage({ id: 'command.until' }, { day: dueUntil })),
        without: (filter) => ({ ...filter, dueUntil: null }),
        editor: (filter, change) => <DayInput label={due} value={filter.dueUntil} data-autofocus popoverProps={{ withinPortal: false }} onChange={(day) => change({ ...filter, dueUntil: day })} />,
      },
      flagFilter({ id: 'paused', label: formatMessage({ id: 'inspections.filter.paused' }), yes: formatMessage({ id: 'common.yes' }), of: (filter: InspectionFilter) => filter.withPaused, put: (filter, withPaused) => ({ ...filter, withPaused }) }),
    ];
  }, [formatMessage, grids, kinds]);
}
