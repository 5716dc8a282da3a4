import { Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { sheetStates } from '#shared/modules/training-assessment/assessment/cycle.rules.ts';
import { subjectKinds } from '#shared/modules/training-assessment/assessment/indicator.rules.ts';
import { bands } from '#shared/modules/training-assessment/assessment/plan.schema.ts';
import { sheetFilterSchema, type SheetFilter, type SheetRow } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';
import { sheetPlace } from './places.ts';
import { useLinkedFilter } from '#renderer/components/ledger/use-linked-filter.ts';
import { usePoints, useScore } from './use-points.ts';

type SortField = 'total' | 'subjectName' | 'state' | 'updatedAt';
const BEST = { field: 'total', direction: 'desc' } as const;
const EXPORT = { list: 'trainingAssessment.sheets', query: (filter: SheetFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };

function useColumns(): readonly LedgerColumn<SheetRow, SortField>[] {
  const { formatMessage } = useIntl();
  const points = usePoints();
  const score = useScore();
  return useMemo(() => {
    const title = (field: 'subjectName' | 'gridName' | 'planTitle' | 'subjectKind' | 'state' | 'total' | 'full' | 'band' | 'dueOn') => formatMessage({ id: `assessment.field.${field}` });
    return [
      { id: 'subjectName', title: title('subjectName'), width: 170, leading: true, sort: 'subjectName', text: (row) => row.subjectName },
      { id: 'subjectKind', title: title('subjectKind'), width: 100, text: (row) => formatMessage({ id: `assessment.kind.${row.subjectKind}` }) },
      { id: 'gridName', title: title('gridName'), width: 130, text: (row) => row.gridName },
      { id: 'total', title: title('total'), width: 90, figures: true, sort: 'total', text: (row) => (row.total === null ? '' : score(row.total)) },
      { id: 'fullScore', title: title('full'), width: 80, figures: true, text: (row) => points(row.fullScore) },
      { id: 'band', title: title('band'), width: 90, text: (row) => (row.band === null ? '' : formatMessage({ id: `assessment.band.${row.band}` })) },
      { id: 'state', title: title('state'), width: 110, sort: 'state', text: (row) => formatMessage({ id: `assessment.state.${row.state}` }) },
      { id: 'dueOn', title: title('dueOn'), width: 120, text: (row) => row.dueOn ?? '', cell: (row) => (row.dueOn === null ? '' : <DayText day={row.dueOn} />) },
      { id: 'planTitle', title: title('planTitle'), width: 220, text: (row) => row.planTitle },
    ];
  }, [formatMessage, points, score]);
}

function useFilters(): readonly LedgerFilter<SheetFilter>[] {
  const { formatMessage } = useIntl();
  const mayRead = useMay()('assessment.read');
  const plans = useQuery({ ...api.trainingAssessment.listPlans({}), enabled: mayRead });
  const grids = useQuery(api.grid.listGrids({ status: 'active', limit: 500 }));
  return useMemo(() => {
    const label = formatMessage({ id: 'assessment.field.planTitle' });
    const planOptions = (plans.data ?? []).filter(({ state }) => state === 'enabled').map(({ id, title }) => ({ value: id, label: title }));
    return [
      {
        id: 'plan',
        label,
        describe: ({ planId }) => (planId === null ? null : (planOptions.find(({ value }) => value === planId)?.label ?? label)),
        without: (filter) => ({ ...filter, planId: null }),
        editor: (filter, change) => <Select label={label} data={planOptions} value={filter.planId} searchable clearable w={280} data-autofocus comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }} onChange={(planId) => change({ ...filter, planId })} />,
      },
      listFilter({ id: 'kind', label: formatMessage({ id: 'assessment.field.subjectKind' }), options: subjectKinds.map((value) => ({ value, label: formatMessage({ id: `assessment.kind.${value}` }) })), values: subjectKinds, of: (filter: SheetFilter) => filter.kinds, put: (filter, kinds) => ({ ...filter, kinds }) }),
      listFilter({ id: 'state', label: formatMessage({ id: 'assessment.field.state' }), options: sheetStates.map((value) => ({ value, label: formatMessage({ id: `assessment.state.${value}` }) })), values: sheetStates, of: (filter: SheetFilter) => filter.states, put: (filter, states) => ({ ...filter, states }) }),
      listFilter({ id: 'band', label: formatMessage({ id: 'assessment.field.band' }), options: bands.map((value) => ({ value, label: formatMessage({ id: `assessment.band.${value}` }) })), values: bands, of: (filter: SheetFilter) => filter.bands, put: (filter, chosen) => ({ ...filter, bands: chosen }) }),
      listFilter({ id: 'grid', label: formatMessage({ id: 'assessment.field.gridName' }), options: (grids.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })), values: null, of: (filter: SheetFilter) => filter.gridIds, put: (filter, gridIds) => ({ ...filter, gridIds }) }),
    ];
  }, [formatMessage, plans.data, grids.data]);
}

/** Every sheet the person may see, the best result first. */
export default function SheetsPage() {
  const { formatMessage, formatNumber } = useIntl();
  const goTo = useGoTo();
  const columns = useColumns();
  const filters = useFilters();
  const all = useQuery(api.trainingAssessment.countSheets({}));
  useLinkedFilter(sheetFilterSchema);
  const source = useCallback(
    (filter: SheetFilter) =>
      ledgerSource({
        rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.trainingAssessment.listSheets({ filter, ...window }),
        rowsIn: (rows) => rows,
        count: api.trainingAssessment.countSheets({ filter }),
        countIn: ({ count }) => count,
      }),
    [],
  );
  const search = useMemo(() => ({ label: formatMessage({ id: 'assessment.sheets-search' }), of: (filter: SheetFilter) => filter.text, put: (filter: SheetFilter, text: string) => ({ ...filter, text: text.slice(0, 60) }) }), [formatMessage]);
  return (
    <Page wide title={formatMessage({ id: 'assessment.sheets' })} figure={all.data && formatMessage({ id: 'assessment.sheets-figure' }, { count: formatNumber(all.data.count) })}>
      <LedgerTable
        id="assessment.sheets"
        label={formatMessage({ id: 'assessment.sheets-list' })}
        columns={columns}
        source={source}
        filterSchema={sheetFilterSchema}
        filters={filters}
        search={search}
        sort={BEST}
        nameOf={({ subjectName }) => subjectName}
        onOpen={({ id }) => goTo(sheetPlace(id))}
        peek={(row) => <Facts facts={columns.map((column) => ({ id: column.id, label: column.title, value: column.cell?.(row) ?? column.text(row) }))} />}
        exportAs={EXPORT}
        empty={<Stack gap={4} align="center"><Text fw={600}><FormattedMessage id="assessment.sheets-empty" /></Text><Text size="sm"><FormattedMessage id="assessment.sheets-empty-next" /></Text></Stack>}
      />
    </Page>
  );
}
