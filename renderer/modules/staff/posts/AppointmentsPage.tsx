import { useCallback, useMemo } from 'react';
import { useIntl } from 'react-intl';
import { Select } from '@mantine/core';
import { api } from '#renderer/api/index.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { flagFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { useLinkedFilter } from '#renderer/components/ledger/use-linked-filter.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { appointmentFilterSchema, type AppointmentFilter, type AppointmentRow } from '#shared/modules/staff/posts/post.schema.ts';
import { memberPlace } from '../places.ts';
import { nothingYet, RowPeek } from '../StaffLedger.tsx';
import { useStaffGrids } from '../use-staff-options.ts';

type SortField = 'fromOn' | 'untilOn' | 'personName' | 'postName';
const NEWEST = { field: 'fromOn', direction: 'desc' } as const;
const EXPORT = { list: 'staff.appointments', query: (filter: AppointmentFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };

function useColumns(): readonly LedgerColumn<AppointmentRow, SortField>[] {
  const { formatMessage } = useIntl();
  const { labelOf } = useCodes('grid-team');
  return useMemo(() => {
    const title = (field: 'personName' | 'postName' | 'place' | 'gridName' | 'fromOn' | 'untilOn' | 'reason' | 'endReason') => formatMessage({ id: `appointment.field.${field}` });
    return [
      { id: 'personName', title: title('personName'), width: 110, leading: true, sort: 'personName', text: (row) => row.personName || formatMessage({ id: 'appointment.resident' }) },
      { id: 'postName', title: title('postName'), width: 130, sort: 'postName', text: (row) => row.postName },
      { id: 'place', title: title('place'), width: 120, text: (row) => (row.place === '' ? '' : labelOf(row.place)) },
      { id: 'gridName', title: title('gridName'), width: 150, text: (row) => row.gridName },
      { id: 'fromOn', title: title('fromOn'), width: 150, sort: 'fromOn', text: (row) => row.fromOn, cell: (row) => <DayText day={row.fromOn} /> },
      { id: 'untilOn', title: title('untilOn'), width: 150, sort: 'untilOn', text: (row) => row.untilOn ?? '', cell: (row) => (row.untilOn === null ? formatMessage({ id: 'appointment.running' }) : <DayText day={row.untilOn} />) },
      { id: 'reason', title: title('reason'), width: 160, text: (row) => row.reason },
      { id: 'endReason', title: title('endReason'), width: 200, text: (row) => row.endReason },
    ];
  }, [formatMessage, labelOf]);
}

function useFilters(): readonly LedgerFilter<AppointmentFilter>[] {
  const { formatMessage } = useIntl();
  const grids = useStaffGrids();
  return useMemo(() => {
    const combo = { withinPortal: false, transitionProps: { duration: 0 } };
    const grid = formatMessage({ id: 'appointment.field.gridName' });
    const of = formatMessage({ id: 'appointment.filter.of' });
    const kinds = (['posts', 'places'] as const).map((value) => ({ value, label: formatMessage({ id: `appointment.filter.${value}` }) }));
    return [
      { id: 'of', label: of, describe: (filter) => kinds.find(({ value }) => value === filter.of)?.label ?? null, without: (filter) => ({ ...filter, of: 'all' as const }), editor: (filter, change) => <Select label={of} data={kinds} value={filter.of === 'all' ? null : filter.of} clearable data-autofocus comboboxProps={combo} onChange={(value) => change({ ...filter, of: value === 'posts' || value === 'places' ? value : 'all' })} /> },
      { id: 'grid', label: grid, describe: (filter) => (filter.gridId === null ? null : (grids.find(({ value }) => value === filter.gridId)?.label ?? filter.gridId)), without: (filter) => ({ ...filter, gridId: null }), editor: (filter, change) => <Select label={grid} data={grids} value={filter.gridId} searchable clearable data-autofocus comboboxProps={combo} onChange={(gridId) => change({ ...filter, gridId })} /> },
      flagFilter({ id: 'running', label: formatMessage({ id: 'appointment.filter.running' }), yes: formatMessage({ id: 'common.yes' }), of: (filter: AppointmentFilter) => filter.running, put: (filter, running) => ({ ...filter, running }) }),
    ];
  }, [formatMessage, grids]);
}

/** Every appointment and every place of the 4+6 cards, with dates in and out. */
export default function AppointmentsPage() {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const columns = useColumns();
  const filters = useFilters();
  useLinkedFilter(appointmentFilterSchema);
  const source = useCallback((filter: AppointmentFilter) => ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.staff.listAppointments({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.staff.countAppointments({ filter }),
    countIn: ({ count }) => count,
  }), []);
  return (
    <Page wide title={formatMessage({ id: 'appointment.title' })}>
      <LedgerTable id="staff.appointments" label={formatMessage({ id: 'appointment.list' })} columns={columns} source={source} filterSchema={appointmentFilterSchema} filters={filters} sort={NEWEST} nameOf={({ personName, fromOn }) => `${personName} ${fromOn}`} onOpen={({ memberId }) => memberId !== null && goTo(memberPlace(memberId))} peek={(row) => <RowPeek row={row} columns={columns} entity="appointment" />} exportAs={EXPORT} empty={nothingYet('appointment.none', 'appointment.none-next')} />
    </Page>
  );
}
