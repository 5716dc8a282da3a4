import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { useLinkedFilter } from '#renderer/components/ledger/use-linked-filter.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { vacancyFilterSchema, vacancyStatuses, type VacancyFilter, type VacancyRow } from '#shared/modules/staff/vacancies/vacancy.schema.ts';
import { vacancyPlace } from '../places.ts';
import { nothingYet, RowPeek } from '../StaffLedger.tsx';
import { NewVacancyDrawer } from './VacancyDrawer.tsx';

type SortField = 'openedOn' | 'closesOn' | 'postName' | 'status';
const NEWEST = { field: 'openedOn', direction: 'desc' } as const;
const EXPORT = { list: 'staff.vacancies', query: (filter: VacancyFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };

function useColumns(): readonly LedgerColumn<VacancyRow, SortField>[] {
  const { formatMessage, formatNumber } = useIntl();
  const { labelOf } = useCodes('vacancy-channel');
  return useMemo(() => {
    const title = (field: 'postId' | 'gridId' | 'seats' | 'channel' | 'status' | 'candidates' | 'appointed' | 'openedOn' | 'closesOn' | 'endReason' | 'note') => formatMessage({ id: `vacancy.field.${field}` });
    return [
      { id: 'postName', title: title('postId'), width: 150, leading: true, sort: 'postName', text: (row) => row.postName },
      { id: 'gridName', title: title('gridId'), width: 150, text: (row) => row.gridName },
      { id: 'seats', title: title('seats'), width: 80, figures: true, text: (row) => formatNumber(row.seats) },
      { id: 'channel', title: title('channel'), width: 120, text: (row) => labelOf(row.channel) },
      { id: 'status', title: title('status'), width: 100, sort: 'status', text: (row) => formatMessage({ id: `vacancy.status.${row.status}` }) },
      { id: 'candidates', title: title('candidates'), width: 90, figures: true, text: (row) => formatNumber(row.candidates) },
      { id: 'appointed', title: title('appointed'), width: 90, figures: true, text: (row) => formatNumber(row.appointed) },
      { id: 'openedOn', title: title('openedOn'), width: 140, sort: 'openedOn', text: (row) => row.openedOn, cell: (row) => <DayText day={row.openedOn} /> },
      { id: 'closesOn', title: title('closesOn'), width: 140, sort: 'closesOn', text: (row) => row.closesOn ?? '', cell: (row) => row.closesOn !== null && <DayText day={row.closesOn} /> },
      { id: 'endReason', title: title('endReason'), width: 180, text: (row) => row.endReason, hiddenAtFirst: true },
      { id: 'note', title: title('note'), width: 180, text: (row) => row.note },
    ];
  }, [formatMessage, formatNumber, labelOf]);
}

function useFilters(): readonly LedgerFilter<VacancyFilter>[] {
  const { formatMessage } = useIntl();
  const { options } = useCodes('vacancy-channel');
  return useMemo(() => [
    listFilter({ id: 'status', label: formatMessage({ id: 'vacancy.field.status' }), options: vacancyStatuses.map((value) => ({ value, label: formatMessage({ id: `vacancy.status.${value}` }) })), values: vacancyStatuses, of: (filter: VacancyFilter) => filter.statuses, put: (filter, statuses) => ({ ...filter, statuses }) }),
    listFilter({ id: 'channel', label: formatMessage({ id: 'vacancy.field.channel' }), options, values: null, of: (filter: VacancyFilter) => filter.channels, put: (filter, channels) => ({ ...filter, channels }) }),
  ], [formatMessage, options]);
}

/** Posts that look for somebody, and those that found one. */
export default function VacanciesPage() {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('vacancies.edit');
  const goTo = useGoTo();
  const columns = useColumns();
  const filters = useFilters();
  const [isNew, setNew] = useState(false);
  useLinkedFilter(vacancyFilterSchema);
  useDeskCommand(mayEdit && !isNew ? { id: 'record.new', title: 'vacancy.new', accelerator: 'CmdOrCtrl+N', run: () => setNew(true) } : null);
  useResumedDraft('vacancy', (id) => (id === null ? setNew(true) : goTo(vacancyPlace(id))));
  const source = useCallback((filter: VacancyFilter) => ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.staff.listVacancies({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.staff.countVacancies({ filter }),
    countIn: ({ count }) => count,
  }), []);
  return (
    <Page wide title={formatMessage({ id: 'vacancy.title' })} actions={mayEdit && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setNew(true)}><FormattedMessage id="vacancy.new" /></Button>}>
      <LedgerTable id="staff.vacancies" label={formatMessage({ id: 'vacancy.list' })} columns={columns} source={source} filterSchema={vacancyFilterSchema} filters={filters} sort={NEWEST} nameOf={({ postName, openedOn }) => `${postName} ${openedOn}`} onOpen={({ id }) => goTo(vacancyPlace(id))} peek={(row) => <RowPeek row={row} columns={columns} entity="vacancy" codeTables={{ channel: 'vacancy-channel' }} />} exportAs={EXPORT} empty={nothingYet('vacancy.empty', 'vacancy.empty-next')} />
      {isNew && <NewVacancyDrawer onClosed={() => setNew(false)} onOpened={({ id }) => goTo(vacancyPlace(id))} />}
    </Page>
  );
}
