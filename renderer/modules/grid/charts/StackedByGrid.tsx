import { Skeleton, Text } from '@mantine/core';
import { lazy, Suspense, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { ChartSection } from '#renderer/components/charts/ChartSection.tsx';
import { FigureTable } from '#renderer/components/charts/FigureTable.tsx';
import { figureRows, type ChartRow, type ChartSeries } from '#renderer/components/charts/series.ts';

const BarsChart = lazy(() => import('#renderer/components/charts/BarsChart.tsx'));

type StackedByGridProps = { readonly title: string; readonly caption: string; readonly about?: ReactNode; readonly rows: readonly ChartRow[]; readonly series: readonly ChartSeries[] };

/** One bar a grid, made of its parts: the picture, its numbers as a table, the picture as a file. */
export function StackedByGrid({ title, caption, about, rows, series }: StackedByGridProps) {
  const { formatMessage } = useIntl();
  return (
    <>
      {about !== undefined && <Text size="sm" c="dimmed">{about}</Text>}
      <ChartSection
        title={title}
        isEmpty={rows.length === 0}
        legend={series}
        picture={<Suspense fallback={<Skeleton height={320} />}><BarsChart rows={rows} series={series} isStacked /></Suspense>}
        table={<FigureTable caption={caption} rowHead={formatMessage({ id: 'charts.grid' })} columns={series.map(({ label }) => label)} rows={figureRows(rows, series)} />}
      />
    </>
  );
}
