import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { BarsChartProps } from './BarsChart.tsx';
import { EACH_END, endsOf, MOST_BARS, partsOf, sumOf, type Part } from './many.ts';
import type { ChartRow, ChartSeries } from './series.ts';

const VIEWS = ['ends', 'spread'] as const;
type View = (typeof VIEWS)[number];
const isView = (value: string): value is View => (VIEWS as readonly string[]).includes(value);

type ManyBarsProps = BarsChartProps & { readonly draw: (shown: BarsChartProps) => ReactNode };

/** A picture of more rows than can be read: the highest and the lowest, or how many lie where; a part of the spread opens its own rows. The table beside it has them all. */
export function ManyBars({ draw, rank, ...chart }: ManyBarsProps) {
  const { formatMessage, formatNumber } = useIntl();
  const { rows, series } = chart;
  const [view, setView] = useState<View>('ends');
  const [partId, setPartId] = useState<string | null>(null);
  const worded = chart.format ?? ((value: number) => formatNumber(value));
  const of = rank?.of ?? sumOf(series);
  const by = rank?.label ?? (series.length === 1 ? series[0]?.label : undefined) ?? formatMessage({ id: 'chart.sum' });
  const parts = view === 'spread' ? partsOf(rows, of) : [];
  const part = parts.find(({ id }) => id === partId);
  const span = ({ from, until }: Part): string => formatMessage({ id: 'chart.many.span' }, { from: worded(from), until: worded(until) });
  const ends = (all: readonly ChartRow[]): ReactNode => {
    const { highest, left, lowest } = endsOf(all, of);
    return draw({ ...chart, rows: [...highest, ...(left > 0 ? [{ id: 'left', label: formatMessage({ id: 'chart.many.left' }, { left }), values: {} }] : []), ...lowest] });
  };
  const counted: readonly ChartSeries[] = [{ id: 'count', label: formatMessage({ id: 'chart.many.count' }), kind: 'plain' }];
  const spread = (): ReactNode => draw({ rows: parts.map((one) => ({ id: one.id, label: span(one), values: { count: one.rows.length } })), series: counted, nameWidth: chart.nameWidth ?? 130, onOpen: setPartId });
  const said = part
    ? formatMessage({ id: part.rows.length > MOST_BARS ? 'chart.many.part-ends' : 'chart.many.part' }, { by, span: span(part), count: part.rows.length, each: EACH_END })
    : formatMessage({ id: view === 'ends' ? 'chart.many.ends' : 'chart.many.spread' }, { all: rows.length, each: EACH_END, by });
  return (
    <Stack gap="xs">
      <Group gap="sm" justify="space-between" wrap="wrap">
        <SegmentedControl size="xs" aria-label={formatMessage({ id: 'chart.many.view' })} value={view} data={VIEWS.map((value) => ({ value, label: formatMessage({ id: `chart.many.view.${value}` }) }))} onChange={(value) => { if (isView(value)) setView(value); setPartId(null); }} transitionDuration={0} />
        {part && <Button size="compact-xs" variant="default" leftSection={<IconArrowLeft size={14} aria-hidden />} onClick={() => setPartId(null)}>{formatMessage({ id: 'chart.many.back' })}</Button>}
      </Group>
      <Text size="sm" c="dimmed" aria-live="polite">{said}</Text>
      {part ? ends(part.rows) : view === 'ends' ? ends(rows) : spread()}
    </Stack>
  );
}
