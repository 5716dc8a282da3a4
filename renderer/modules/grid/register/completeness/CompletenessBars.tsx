import { useId } from 'react';
import { useIntl } from 'react-intl';
import { Bar, BarChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { bands, type Band } from '#shared/modules/grid/register/completeness/completeness.contract.ts';
import { ChartBar, ChartFills, dots, PLAIN_FILL, stripes } from '#renderer/components/charts/chart-bar.tsx';
import { gradePlace, type GridGrade } from './grade-place.ts';

type Shown = { readonly x?: number; readonly y?: number; readonly width?: number; readonly height?: number; readonly payload?: GridGrade };

/** Space of one grid, in px. */
const ROW_HEIGHT = 30;
const AXES_HEIGHT = 40;
const AXIS_TEXT = '0.8125rem';

/** Records by grid, each bar made of the bands; every part opens its people. */
export default function CompletenessBars({ grades, nameOf }: { readonly grades: readonly GridGrade[]; readonly nameOf: (grade: GridGrade) => string }) {
  const { formatMessage, formatNumber } = useIntl();
  const goTo = useGoTo();
  const prefix = useId();
  const fills: Readonly<Record<Band, string>> = { full: PLAIN_FILL, most: stripes(prefix), half: dots(prefix), little: 'var(--mantine-color-body)' };
  const bar = (band: Band) => (shown: unknown) => {
    const { payload, ...place } = shown as Shown; // what the chart hands to the shape of a bar of these rows
    if (!payload) return <g />;
    const label = formatMessage({ id: 'completeness.bar' }, { grid: nameOf(payload), band: formatMessage({ id: `completeness.band.${band}` }), count: payload[band] });
    return <ChartBar {...place} fill={fills[band]} label={label} onOpen={() => goTo(gradePlace(payload.gridId, band))} />;
  };
  return (
    <ResponsiveContainer width="100%" height={grades.length * ROW_HEIGHT + AXES_HEIGHT}>
      <BarChart data={grades.map((grade) => ({ ...grade, label: nameOf(grade) }))} layout="vertical" barCategoryGap={6} accessibilityLayer={false} margin={{ top: 4, right: 12, bottom: 4, left: 12 }}>
        <ChartFills prefix={prefix} />
        <XAxis type="number" allowDecimals={false} tickFormatter={(value: number) => formatNumber(value)} fontSize={AXIS_TEXT} stroke="var(--mantine-color-dimmed)" />
        <YAxis type="category" dataKey="label" width={120} interval={0} fontSize={AXIS_TEXT} stroke="var(--mantine-color-dimmed)" />
        {bands.map((band) => <Bar key={band} dataKey={band} stackId="band" isAnimationActive={false} shape={bar(band)} />)}
      </BarChart>
    </ResponsiveContainer>
  );
}
