import { lazy, Suspense } from 'react';
import { useIntl } from 'react-intl';
import { ChartSection } from '#renderer/components/charts/ChartSection.tsx';
import { FigureTable } from '#renderer/components/charts/FigureTable.tsx';
import { figureRows, type ChartRow, type ChartSeries } from '#renderer/components/charts/series.ts';
import type { MatterFigures } from '#shared/modules/grid/matters/matter-figures.schema.ts';
import { rowsOf, SHARES, shareOf, type Share } from './matter-figure.ts';

const BarsChart = lazy(() => import('#renderer/components/charts/BarsChart.tsx'));
const LinesChart = lazy(() => import('#renderer/components/charts/LinesChart.tsx'));
const LINES = ['inTime', 'proactive', 'satisfied', 'firstLevel'] as const satisfies readonly Share[];
const KINDS = ['plain', 'stripes', 'dots', 'blank'] as const;

/** Month by month: how many came and were settled, and the shares that say how well. */
export function MonthCharts({ months }: { readonly months: MatterFigures['months'] }) {
  const { formatMessage, formatNumber } = useIntl();
  const percent = (value: number): string => formatNumber(value, { style: 'percent', maximumFractionDigits: 0 });
  const counts: readonly ChartSeries[] = [{ id: 'reported', label: formatMessage({ id: 'matters.count.reported' }), kind: 'plain' }, { id: 'settled', label: formatMessage({ id: 'matters.count.settled' }), kind: 'stripes' }];
  const parts: readonly ChartSeries[] = LINES.map((name, at) => ({ id: name, label: formatMessage({ id: `matters.share.${name}` }), kind: KINDS[at] ?? 'plain' }));
  const countRows = months.map((sums): ChartRow => ({ id: sums.month, label: sums.month, values: { reported: sums.reported, settled: sums.settled }, to: { reported: rowsOf(sums.month, sums.month, 'reported', { figure: 'reported' }), settled: rowsOf(sums.month, sums.month, 'ended', { figure: 'settled' }) } }));
  const shareRows = months.map((sums): ChartRow => ({
    id: sums.month, label: sums.month,
    values: Object.fromEntries(LINES.map((name) => [name, shareOf(sums, name) ?? 0])),
    to: Object.fromEntries(LINES.map((name) => [name, rowsOf(sums.month, sums.month, SHARES[name].by, { figure: SHARES[name].figure })])),
  }));
  const head = formatMessage({ id: 'matters.figures.month' });
  return (
    <Suspense fallback={null}>
      <ChartSection title={formatMessage({ id: 'matters.figures.counts' })} legend={counts} layout="switch" isEmpty={months.length === 0} picture={<BarsChart rows={countRows} series={counts} direction="up" />} table={<FigureTable caption={formatMessage({ id: 'matters.figures.counts' })} rowHead={head} columns={counts.map(({ label }) => label)} rows={figureRows(countRows, counts)} isInTime />} />
      <ChartSection title={formatMessage({ id: 'matters.figures.shares' })} legend={parts} layout="switch" isEmpty={months.length === 0} picture={<LinesChart rows={shareRows} series={parts} format={percent} />} table={<FigureTable caption={formatMessage({ id: 'matters.figures.shares' })} rowHead={head} columns={parts.map(({ label }) => label)} rows={figureRows(shareRows, parts)} isInTime format={percent} hasSum={false} />} />
    </Suspense>
  );
}
