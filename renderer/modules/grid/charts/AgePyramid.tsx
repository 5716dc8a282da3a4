import { useId } from 'react';
import { useIntl } from 'react-intl';
import { Bar, BarChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import type { PersonFilter } from '#shared/modules/grid/register/person.schema.ts';
import { bandPlace, type AgeBand, type SexColumn } from './age-bands.ts';
import { ChartBar, ChartFills, PLAIN_FILL, stripes } from '#renderer/components/charts/chart-bar.tsx';

type AgePyramidProps = { readonly bands: readonly AgeBand[]; readonly bandLabel: (band: number) => string; readonly today: string; readonly filter: Partial<PersonFilter> };

type Shown = { readonly x?: number; readonly y?: number; readonly width?: number; readonly height?: number; readonly payload?: AgeBand };

/** Space of one band, in px. */
const BAND_HEIGHT = 22;
const AXES_HEIGHT = 40;

const AXIS_TEXT = '0.8125rem';

/** The end of both halves of the axis: an even number of two leading digits that holds the longest bar, so that half of it is whole too. */
function roundEdge(longest: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, longest))) - 1);
  return Math.max(2, Math.ceil(longest / unit / 2) * 2 * unit);
}

/** Men to the left, women to the right, the young below; every bar opens its people. */
export default function AgePyramid({ bands, bandLabel, today, filter }: AgePyramidProps) {
  const { formatMessage, formatNumber } = useIntl();
  const goTo = useGoTo();
  const prefix = useId();
  const rows = bands.toReversed().map((band) => ({ ...band, left: -band.male }));
  const edge = roundEdge(Math.max(...bands.flatMap(({ male, female }) => [male, female])));
  const bar = (column: SexColumn, fill: string) => (shown: unknown) => {
    const { payload, x = 0, width = 0, ...place } = shown as Shown; // what the chart hands to the shape of a bar of these rows
    if (!payload) return <g />;
    const to = bandPlace(payload.band, column, today, filter);
    const label = formatMessage({ id: 'charts.bar-age' }, { band: bandLabel(payload.band), sex: formatMessage({ id: `charts.sex.${column}` }), count: payload[column] });
    return <ChartBar {...place} x={Math.min(x, x + width)} width={Math.abs(width)} fill={fill} label={label} onOpen={to === null ? undefined : () => goTo(to)} />;
  };
  return (
    <ResponsiveContainer width="100%" height={rows.length * BAND_HEIGHT + AXES_HEIGHT}>
      <BarChart data={rows} layout="vertical" stackOffset="sign" barCategoryGap={3} accessibilityLayer={false} margin={{ top: 4, right: 12, bottom: 4, left: 12 }}>
        <ChartFills prefix={prefix} />
        <XAxis type="number" domain={[-edge, edge]} ticks={[-edge, -edge / 2, 0, edge / 2, edge]} fontSize={AXIS_TEXT} tickFormatter={(value: number) => formatNumber(Math.abs(value))} stroke="var(--mantine-color-dimmed)" />
        <YAxis type="category" dataKey="band" width={80} interval={0} fontSize={AXIS_TEXT} tickFormatter={bandLabel} stroke="var(--mantine-color-dimmed)" />
        <ReferenceLine x={0} stroke="var(--mantine-color-text)" />
        <Bar dataKey="left" stackId="sex" isAnimationActive={false} shape={bar('male', PLAIN_FILL)} />
        <Bar dataKey="female" stackId="sex" isAnimationActive={false} shape={bar('female', stripes(prefix))} />
      </BarChart>
    </ResponsiveContainer>
  );
}
