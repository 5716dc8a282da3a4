import { Skeleton, Stack } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useIntl } from 'react-intl';
import { ChartSection } from '#renderer/components/charts/ChartSection.tsx';
import { FigureTable } from '#renderer/components/charts/FigureTable.tsx';
import { figureRows, type ChartRow, type ChartSeries } from '#renderer/components/charts/series.ts';
import type { Figures } from '#shared/modules/budget/figures/figures.contract.ts';
import { useShortYuan, useYuan } from '../parts/yuan.ts';
import { entriesPlace, requestsPlace } from '../places.ts';

const BarsChart = lazy(() => import('#renderer/components/charts/BarsChart.tsx'));
const NAME_WIDTH = 160;

type MoneyChartProps = { readonly title: string; readonly head: string; readonly rows: readonly ChartRow[]; readonly series: readonly ChartSeries[] };

/** Bars of money with their exact figures beside them; each opens its rows. */
export function MoneyChart({ title, head, rows, series }: MoneyChartProps) {
  const yuan = useYuan();
  const short = useShortYuan();
  return (
    <ChartSection
      title={title}
      legend={series}
      isEmpty={rows.length === 0}
      picture={<Suspense fallback={<Skeleton height={240} />}><BarsChart rows={rows} series={series} format={short} nameWidth={NAME_WIDTH} /></Suspense>}
      table={<FigureTable caption={title} rowHead={head} columns={series.map(({ label }) => label)} rows={figureRows(rows, series)} format={yuan} />}
    />
  );
}

/** Execution by line, source and grid, and where the cash of the year came from. */
export function ExecutionCharts({ figures, year }: { readonly figures: Figures; readonly year: number }) {
  const { formatMessage } = useIntl();
  const budget: ChartSeries = { id: 'budget', label: formatMessage({ id: 'budget.column.budget' }), kind: 'blank' };
  const spent: ChartSeries = { id: 'spent', label: formatMessage({ id: 'budget.column.spent' }), kind: 'plain' };
  const received: ChartSeries = { id: 'received', label: formatMessage({ id: 'budget.field.received' }), kind: 'plain' };
  const spending = ['spent', 'unspent'] as const;
  const lines = figures.byLine.map(({ id, name, budgetFen, spentFen }): ChartRow => ({ id: id ?? name, label: name, values: { budget: budgetFen, spent: spentFen }, to: { budget: `/budget/year?year=${year}`, spent: id === null ? null : entriesPlace({ lineId: id, kinds: [...spending] }) } }));
  const sources = figures.bySource.map(({ id, name, budgetFen, spentFen }): ChartRow => ({ id: id ?? name, label: name, values: { budget: budgetFen, spent: spentFen }, to: { budget: `/budget/year?year=${year}`, spent: id === null ? null : entriesPlace({ year, sourceId: id, kinds: [...spending] }) } }));
  const grids = figures.byGrid.map(({ id, name, spentFen }): ChartRow => ({ id: id ?? 'none', label: id === null ? formatMessage({ id: 'budget.no-grid' }) : name, values: { spent: spentFen }, to: { spent: id === null ? null : requestsPlace({ year, gridIds: [id] }) } }));
  const mix = figures.mix.map(({ id, name, receivedFen }): ChartRow => ({ id, label: name, values: { received: receivedFen }, to: { received: entriesPlace({ year, sourceId: id, kinds: ['received', 'given-back'] }) } }));
  return (
    <Stack gap="xl">
      <MoneyChart title={formatMessage({ id: 'budget.chart.lines' })} head={formatMessage({ id: 'budget.field.lineName' })} rows={lines} series={[budget, spent]} />
      <MoneyChart title={formatMessage({ id: 'budget.chart.sources' })} head={formatMessage({ id: 'budget.field.sourceName' })} rows={sources} series={[budget, spent]} />
      <MoneyChart title={formatMessage({ id: 'budget.chart.grids' })} head={formatMessage({ id: 'budget.field.gridName' })} rows={grids} series={[spent]} />
      <MoneyChart title={formatMessage({ id: 'budget.chart.mix' })} head={formatMessage({ id: 'budget.field.sourceName' })} rows={mix} series={[received]} />
    </Stack>
  );
}
