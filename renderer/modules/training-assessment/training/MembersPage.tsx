import { NumberInput, Stack, Text } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { hoursText } from '#shared/modules/training-assessment/training/class.rules.ts';
import { hoursFilterSchema, type HoursFilter, type HoursRow } from '#shared/modules/training-assessment/training/record.schema.ts';
import { memberPlace } from './places.ts';

type SortField = 'doneTenths' | 'name';
const LEAST = { field: 'doneTenths', direction: 'asc' } as const;
const EXPORT = { list: 'training.hours', query: (filter: HoursFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };

function useFilters(): readonly LedgerFilter<HoursFilter>[] {
  const { formatMessage } = useIntl();
  return useMemo(
    () => [
      {
        id: 'year',
        label: formatMessage({ id: 'training.field.year' }),
        describe: ({ year }) => (year === null ? null : String(year)),
        without: (filter) => ({ ...filter, year: null }),
        editor: (filter, change) => <NumberInput label={formatMessage({ id: 'training.field.year' })} min={2000} max={2100} allowDecimal={false} data-autofocus value={filter.year ?? Number(localToday().slice(0, 4))} onChange={(year) => typeof year === 'number' && year >= 2000 && year <= 2100 && change({ ...filter, year })} />,
      },
      {
        id: 'hours',
        label: formatMessage({ id: 'training.field.hoursTenths' }),
        describe: ({ fromTenths, untilTenths }) => (fromTenths === 0 && untilTenths === null ? null : untilTenths === null ? formatMessage({ id: 'training.figures.from' }, { from: hoursText(fromTenths) }) : formatMessage({ id: 'training.figures.band' }, { from: hoursText(fromTenths), until: hoursText(untilTenths) })),
        without: (filter) => ({ ...filter, fromTenths: 0, untilTenths: null }),
        editor: (filter, change) => (
          <Stack gap="xs">
            <NumberInput label={formatMessage({ id: 'training.filter.hours-from' })} min={0} decimalScale={1} data-autofocus value={filter.fromTenths / 10} onChange={(from) => typeof from === 'number' && change({ ...filter, fromTenths: Math.round(from * 10) })} />
            <NumberInput label={formatMessage({ id: 'training.filter.hours-until' })} min={0} decimalScale={1} value={filter.untilTenths === null ? '' : filter.untilTenths / 10} onChange={(until) => change({ ...filter, untilTenths: typeof until === 'number' ? Math.round(until * 10) : null })} />
          </Stack>
        ),
      },
    ],
    [formatMessage],
  );
}

/** Everybody with the hours of a year, who has least first; each opens the own page. */
export default function MembersPage() {
  const { formatMessage, formatNumber } = useIntl();
  const goTo = useGoTo();
  const filters = useFilters();
  const columns = useMemo((): readonly LedgerColumn<HoursRow, SortField>[] => {
    const title = (field: 'memberId' | 'gridName' | 'hoursTenths' | 'classes' | 'passed') => formatMessage({ id: `training.field.${field}` });
    return [
      { id: 'name', title: title('memberId'), width: 130, leading: true, sort: 'name', text: (row) => row.name },
      { id: 'gridName', title: title('gridName'), width: 200, text: (row) => row.gridName },
      { id: 'hours', title: title('hoursTenths'), width: 100, figures: true, sort: 'doneTenths', text: (row) => hoursText(row.doneTenths) },
      { id: 'classes', title: title('classes'), width: 90, figures: true, text: (row) => formatNumber(row.classes) },
      { id: 'passed', title: title('passed'), width: 90, figures: true, text: (row) => formatNumber(row.passed) },
    ];
  }, [formatMessage, formatNumber]);
  const source = useCallback((filter: HoursFilter) => ledgerSource({ rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.trainingAssessment.listHours({ filter, ...window }), rowsIn: (rows) => rows, count: api.trainingAssessment.countHours({ filter }), countIn: ({ count }) => count }), []);
  const search = useMemo(() => ({ label: formatMessage({ id: 'training.search.members' }), of: (filter: HoursFilter) => filter.text, put: (filter: HoursFilter, text: string) => ({ ...filter, text: text.slice(0, 50) }) }), [formatMessage]);
  return (
    <Page wide title={formatMessage({ id: 'training.members' })}>
      <LedgerTable
        id="training.hours"
        label={formatMessage({ id: 'training.members.list' })}
        columns={columns}
        source={source}
        filterSchema={hoursFilterSchema}
        filters={filters}
        search={search}
        sort={LEAST}
        nameOf={({ name }) => name}
        onOpen={({ id }) => goTo(memberPlace(id))}
        peek={(row) => <Facts facts={columns.map((column) => ({ id: column.id, label: column.title, value: column.text(row) }))} />}
        exportAs={EXPORT}
        empty={<Text fw={600}><FormattedMessage id="training.members.empty" /></Text>}
      />
    </Page>
  );
}
