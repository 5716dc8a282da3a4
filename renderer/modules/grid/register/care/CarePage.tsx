import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { careFilterSchema, type CareFilter, type CareRow } from '#shared/modules/grid/register/care/care.schema.ts';
import { personPlace } from '../../places.ts';
import { useGridOptions } from '../../territory/use-grid-options.ts';
import { useLinkedFilter } from '#renderer/components/ledger/use-linked-filter.ts';
import { flagFilter, listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { useEditAction } from '../use-row-actions.tsx';
import { EditCareDrawer } from './CareDrawer.tsx';

type SortField = 'nextVisitOn' | 'personName' | 'kind' | 'fromOn';
const BY_VISIT = { field: 'nextVisitOn', direction: 'asc' } as const;
const EXPORT = { list: 'grid.careGroups', query: (filter: CareFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };

function useColumns(): readonly LedgerColumn<CareRow, SortField>[] {
  const { formatMessage, formatNumber } = useIntl();
  const { labelOf } = useCodes('care-group');
  return useMemo(() => {
    const title = (field: 'personName' | 'kind' | 'level' | 'fromOn' | 'untilOn' | 'allowanceFen' | 'helper' | 'nextVisitOn' | 'gridName' | 'address' | 'note') => formatMessage({ id: `care.field.${field}` });
    const day = (value: string | null) => (value === null ? '' : <DayText day={value} />);
    return [
      { id: 'personName', title: title('personName'), width: 100, leading: true, sort: 'personName', text: (row) => row.personName },
      { id: 'kind', title: title('kind'), width: 120, sort: 'kind', text: (row) => labelOf(row.kind) },
      { id: 'level', title: title('level'), width: 90, text: (row) => row.level },
      { id: 'nextVisitOn', title: title('nextVisitOn'), width: 120, sort: 'nextVisitOn', text: (row) => row.nextVisitOn ?? '', cell: (row) => day(row.nextVisitOn) },
      { id: 'helper', title: title('helper'), width: 100, text: (row) => row.helper },
      { id: 'fromOn', title: title('fromOn'), width: 150, sort: 'fromOn', text: (row) => row.fromOn, cell: (row) => day(row.fromOn) },
      { id: 'untilOn', title: title('untilOn'), width: 150, text: (row) => row.untilOn ?? '', cell: (row) => day(row.untilOn), hiddenAtFirst: true },
      { id: 'allowance', title: title('allowanceFen'), width: 130, figures: true, text: (row) => (row.allowanceFen === null ? '' : formatNumber(row.allowanceFen / 100, { minimumFractionDigits: 2 })) },
      { id: 'gridName', title: title('gridName'), width: 110, text: (row) => row.gridName },
      { id: 'address', title: title('address'), width: 260, text: (row) => row.address },
      { id: 'note', title: title('note'), width: 160, text: (row) => row.note, hiddenAtFirst: true },
    ];
  }, [formatMessage, formatNumber, labelOf]);
}

function useFilters(): readonly LedgerFilter<CareFilter>[] {
  const { formatMessage } = useIntl();
  const grids = useGridOptions();
  const { options: kinds } = useCodes('care-group');
  return useMemo(() => {
    const yes = formatMessage({ id: 'common.yes' });
    const visit = formatMessage({ id: 'care.filter.visit' });
    return [
      listFilter({ id: 'kind', label: formatMessage({ id: 'care.field.kind' }), options: kinds, values: null, of: (filter: CareFilter) => filter.kinds, put: (filter, next) => ({ ...filter, kinds: next }) }),
      listFilter({ id: 'grid', label: formatMessage({ id: 'care.field.gridName' }), options: grids, values: null, of: (filter: CareFilter) => filter.gridIds, put: (filter, gridIds) => ({ ...filter, gridIds }) }),
      {
        id: 'visit',
        label: visit,
        describe: ({ visitUntil }) => (visitUntil === null ? null : formatMessage({ id: 'care.filter.visit-until' }, { day: visitUntil })),
        without: (filter) => ({ ...filter, visitUntil: null }),
        editor: (filter, change) => <DayInput label={visit} value={filter.visitUntil} data-autofocus popoverProps={{ withinPortal: false }} onChange={(day) => change({ ...filter, visitUntil: day })} />,
      },
      flagFilter({ id: 'without-helper', label: formatMessage({ id: 'care.filter.without-helper' }), yes, of: (filter: CareFilter) => filter.withoutHelper, put: (filter, withoutHelper) => ({ ...filter, withoutHelper }) }),
      flagFilter({ id: 'ended', label: formatMessage({ id: 'care.filter.ended' }), yes, of: (filter: CareFilter) => filter.ended, put: (filter, ended) => ({ ...filter, ended }) }),
    ];
  }, [formatMessage, grids, kinds]);
}

/** Everybody who is helped, by the next visit. */
export default function CarePage() {
  const { formatMessage, formatNumber } = useIntl();
  const mayEdit = useMay()('care.edit');
  const goTo = useGoTo();
  const columns = useColumns();
  const filters = useFilters();
  const all = useQuery(api.grid.countCareGroups({}));
  const [open, setOpen] = useState<CareRow | null>(null);
  const actions = useEditAction(mayEdit, setOpen);
  useLinkedFilter(careFilterSchema);
  const source = useCallback(
    (filter: CareFilter) =>
      ledgerSource({
        rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.grid.listCareGroups({ filter, ...window }),
        rowsIn: (rows) => rows,
        count: api.grid.countCareGroups({ filter }),
        countIn: ({ count }) => count,
      }),
    [],
  );
  return (
    <Page wide title={formatMessage({ id: 'care.title' })} figure={all.data && formatMessage({ id: 'care.figure' }, { count: formatNumber(all.data.count) })}>
      <LedgerTable
        id="grid.careGroups"
        label={formatMessage({ id: 'care.list' })}
        columns={columns}
        source={source}
        filterSchema={careFilterSchema}
        filters={filters}
        sort={BY_VISIT}
        nameOf={({ personName }) => personName}
        onOpen={({ personId }) => goTo(personPlace(personId))}
        {...(mayEdit && { onEdit: setOpen })}
        peek={(row) => <Facts facts={columns.map((column) => ({ id: column.id, label: column.title, value: column.cell?.(row) ?? column.text(row) }))} />}
        actions={actions}
        exportAs={EXPORT}
        empty={<Stack gap={4} align="center"><Text fw={600}><FormattedMessage id="care.empty" /></Text><Text size="sm"><FormattedMessage id="care.empty-next" /></Text></Stack>}
      />
      {open && <EditCareDrawer key={open.id} care={open} onClosed={() => setOpen(null)} />}
    </Page>
  );
}
