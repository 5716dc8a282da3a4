import { useId } from 'react';
import { useIntl } from 'react-intl';
import { Bar, BarChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { ChartBar, ChartFills, dots, PLAIN_FILL, stripes } from './chart-bar.tsx';
import { ManyBars } from './ManyBars.tsx';
import { MOST_BARS, type Rank } from './many.ts';
import type { ChartRow, ChartSeries } from './series.ts';

export type BarsChartProps = {
  readonly rows: readonly ChartRow[];
  readonly series: readonly ChartSeries[];
  /** `across` lays the bars flat with their names beside them (grids, units), `up` stands them over time (months). */
  readonly direction?: 'across' | 'up';
  readonly isStacked?: boolean;
  readonly format?: (value: number) => string;
  /** Room for the names on the axis, in px. */
  readonly nameWidth?: number;
  /** What more rows than can be drawn are put in order by; absent: the sum of what each shows. */
  readonly rank?: Rank;
  /** Instead of the rows behind a bar. */
  readonly onOpen?: (id: string) => void;
};

type Shown = { readonly x?: number; readonly y?: number; readonly width?: number; readonly height?: number; readonly payload?: ChartRow };

const ROW_HEIGHT = 30;
const BAR_HEIGHT = 16;
const AXES_HEIGHT = 40;
const UP_HEIGHT = 280;
const AXIS_TEXT = '0.8125rem';
const AXIS = { fontSize: AXIS_TEXT, stroke: 'var(--mantine-color-dimmed)' } as const;

/** Bars by row and series, told apart by fill as well as colour; each opens the rows behind it. Of more rows than can be read it draws the ends or the spread, and says so. */
export default function BarsChart(props: BarsChartProps) {
  const { rows, direction = 'across' } = props;
  return direction === 'across' && rows.length > MOST_BARS ? <ManyBars {...props} draw={(shown) => <Bars {...shown} />} /> : <Bars {...props} />;
}

function Bars({ rows, series, direction = 'across', isStacked = false, format, nameWidth = 130, onOpen }: BarsChartProps) {
  const { formatMessage, formatNumber } = useIntl();
  const goTo = useGoTo();
  const prefix = useId();
  const worded = format ?? ((value: number) => formatNumber(value));
  const fills: Readonly<Record<ChartSeries['kind'], string>> = { plain: PLAIN_FILL, stripes: stripes(prefix), dots: dots(prefix), blank: 'var(--mantine-color-body)' };
  const bar = ({ id, label, kind }: ChartSeries) => (shown: unknown) => {
    const { payload, ...place } = shown as Shown; // what the chart hands to the shape of a bar of these rows
    if (!payload) return <g />;
    const to = payload.to?.[id] ?? null;
    return <ChartBar {...place} fill={fills[kind]} label={formatMessage({ id: 'chart.bar' }, { name: payload.label, series: label, value: worded(payload.values[id] ?? 0) })} onOpen={onOpen ? () => onOpen(payload.id) : to === null ? undefined : () => goTo(to)} />;
  };
  const isAcross = direction === 'across';
  const hasParts = rows.some(({ values }) => Object.values(values).some((value) => !Number.isInteger(value))); // people and matters have no quarters on the axis
  const perRow = isStacked ? ROW_HEIGHT : Math.max(ROW_HEIGHT, series.length * BAR_HEIGHT + 8);
  return (
    <ResponsiveContainer width="100%" height={isAcross ? rows.length * perRow + AXES_HEIGHT : UP_HEIGHT}>
      <BarChart data={[...rows]} layout={isAcross ? 'vertical' : 'horizontal'} barCategoryGap={6} barGap={1} accessibilityLayer={false} margin={{ top: 4, right: 12, bottom: 4, left: 12 }}>
        <ChartFills prefix={prefix} />
        {isAcross ? <XAxis type="number" allowDecimals={hasParts} tickFormatter={worded} {...AXIS} /> : <XAxis type="category" dataKey="label" {...AXIS} />}
        {isAcross ? <YAxis type="category" dataKey="label" width={nameWidth} interval={0} {...AXIS} /> : <YAxis type="number" width={64} allowDecimals={hasParts} tickFormatter={worded} {...AXIS} />}
        {series.map((one) => <Bar key={one.id} dataKey={(row: ChartRow) => row.values[one.id] ?? 0} {...(isStacked && { stackId: 'all' })} isAnimationActive={false} shape={bar(one)} />)}
      </BarChart>
    </ResponsiveContainer>
  );
}
