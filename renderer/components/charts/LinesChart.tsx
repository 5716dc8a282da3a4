import { useIntl } from 'react-intl';
import { CartesianGrid, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import type { ChartRow, ChartSeries } from './series.ts';

type LinesChartProps = { readonly rows: readonly ChartRow[]; readonly series: readonly ChartSeries[]; readonly format?: (value: number) => string };

type Point = { readonly cx?: number; readonly cy?: number; readonly payload?: ChartRow };

const HEIGHT = 280;
const AXIS = { fontSize: '0.8125rem', stroke: 'var(--mantine-color-dimmed)' } as const;
const DASHES: Readonly<Record<ChartSeries['kind'], string>> = { plain: '0', stripes: '8 4', dots: '2 4', blank: '12 4 2 4' };

/** Lines over time, told apart by their dashes and the form of their points; each point opens the rows behind it. Draws what it is given. */
export default function LinesChart({ rows, series, format }: LinesChartProps) {
  const { formatMessage, formatNumber } = useIntl();
  const goTo = useGoTo();
  const worded = format ?? ((value: number) => formatNumber(value));
  const point = ({ id, label, kind }: ChartSeries) => (shown: unknown) => {
    const { cx, cy, payload } = shown as Point; // what the chart hands to the point of a line of these rows
    if (cx === undefined || cy === undefined || !payload) return <g key={`${id} ${payload?.id ?? ''}`} />;
    const words = formatMessage({ id: 'chart.bar' }, { name: payload.label, series: label, value: worded(payload.values[id] ?? 0) });
    const to = payload.to?.[id] ?? null;
    const form = kind === 'stripes' ? <rect x={cx - 4} y={cy - 4} width={8} height={8} /> : <circle cx={cx} cy={cy} r={kind === 'dots' ? 3 : 4} />;
    const filled = kind === 'dots' || kind === 'blank' ? 'var(--mantine-color-body)' : 'var(--mantine-primary-color-filled)';
    return (
      <g
        key={`${id} ${payload.id}`}
        fill={filled}
        stroke="var(--mantine-color-text)"
        strokeWidth={1}
        aria-label={words}
        {...(to === null ? { role: 'img' } : { role: 'link', tabIndex: 0, cursor: 'pointer', onClick: () => goTo(to), onKeyDown: (event: { key: string }) => event.key === 'Enter' && goTo(to) })}
      >
        <title>{words}</title>
        {form}
      </g>
    );
  };
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      <LineChart data={[...rows]} accessibilityLayer={false} margin={{ top: 8, right: 16, bottom: 4, left: 12 }}>
        <CartesianGrid vertical={false} stroke="var(--mantine-color-default-border)" />
        <XAxis dataKey="label" {...AXIS} />
        <YAxis width={64} tickFormatter={worded} {...AXIS} />
        {series.map((one) => <Line key={one.id} dataKey={(row: ChartRow) => row.values[one.id]} stroke="var(--mantine-primary-color-filled)" strokeWidth={2} strokeDasharray={DASHES[one.kind]} isAnimationActive={false} dot={point(one)} activeDot={false} />)}
      </LineChart>
    </ResponsiveContainer>
  );
}
