import { useId } from 'react';
import { useIntl } from 'react-intl';
import { Bar, BarChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { ChartBar, ChartFills, dots, PLAIN_FILL, stripes } from '#renderer/components/charts/chart-bar.tsx';
import { categoryColumns, sharePlace, type CategoryColumn, type GridShare } from './grid-categories.ts';

type GridBarsProps = { readonly shares: readonly GridShare[]; readonly nameOf: (share: GridShare) => string };

type Shown = { readonly x?: number; readonly y?: number; readonly width?: number; readonly height?: number; readonly payload?: GridShare };

/** Space of one grid, in px. */
const ROW_HEIGHT = 30;
const AXES_HEIGHT = 40;
const AXIS_TEXT = '0.8125rem';

/** People by grid, each bar made of the categories; every part opens its people. */
export default function GridBars({ shares, nameOf }: GridBarsProps) {
  const { formatMessage, formatNumber } = useIntl();
  const goTo = useGoTo();
  const prefix = useId();
  const rows = shares.map((share) => ({ ...share, label: nameOf(share) }));
  const fills: Readonly<Record<CategoryColumn, string>> = { registered: PLAIN_FILL, floating: stripes(prefix), other: dots(prefix) };
  const bar = (column: CategoryColumn) => (shown: unknown) => {
    const { payload, ...place } = shown as Shown; // what the chart hands to the shape of a bar of these rows
    if (!payload) return <g />;
    const label = formatMessage({ id: 'charts.bar-grid' }, { grid: nameOf(payload), category: formatMessage({ id: `charts.category.${column}` }), count: payload[column] });
    return <ChartBar {...place} fill={fills[column]} label={label} onOpen={() => goTo(sharePlace(payload.gridId, column))} />;
  };
  return (
    <ResponsiveContainer width="100%" height={rows.length * ROW_HEIGHT + AXES_HEIGHT}>
      <BarChart data={rows} layout="vertical" barCategoryGap={6} accessibilityLayer={false} margin={{ top: 4, right: 12, bottom: 4, left: 12 }}>
        <ChartFills prefix={prefix} />
        <XAxis type="number" allowDecimals={false} tickFormatter={(value: number) => formatNumber(value)} fontSize={AXIS_TEXT} stroke="var(--mantine-color-dimmed)" />
        <YAxis type="category" dataKey="label" width={120} interval={0} fontSize={AXIS_TEXT} stroke="var(--mantine-color-dimmed)" />
        {categoryColumns.map((column) => <Bar key={column} dataKey={column} stackId="category" isAnimationActive={false} shape={bar(column)} />)}
      </BarChart>
    </ResponsiveContainer>
  );
}
