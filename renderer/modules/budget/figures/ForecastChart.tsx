import { Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ChartSection } from '#renderer/components/charts/ChartSection.tsx';
import { FigureTable } from '#renderer/components/charts/FigureTable.tsx';
import { figureRows, type ChartRow, type ChartSeries } from '#renderer/components/charts/series.ts';
import { QueryState } from '#renderer/components/QueryState.tsx';
import type { Forecast } from '#shared/modules/budget/figures/figures.contract.ts';
import { useShortYuan, useYuan } from '../parts/yuan.ts';
import { requestsPlace } from '../places.ts';

const LinesChart = lazy(() => import('#renderer/components/charts/LinesChart.tsx'));

/** Cash to the end of the year, month by month. */
export function ForecastChart({ year }: { readonly year: number }) {
  const forecast = useQuery(api.budget.forecastCash({ year }));
  return <QueryState query={forecast}>{(data) => <ForecastOf forecast={data} year={year} />}</QueryState>;
}

function ForecastOf({ forecast, year }: { readonly forecast: Forecast; readonly year: number }) {
  const { formatMessage } = useIntl();
  const yuan = useYuan();
  const short = useShortYuan();
  const series = (['left', 'approved', 'recurring'] as const).map((id, at): ChartSeries => ({ id, label: formatMessage({ id: `budget.forecast.${id}` }), kind: (['plain', 'stripes', 'dots'] as const)[at] ?? 'plain' }));
  const rows = forecast.months.map(({ month, approvedFen, recurringFen, leftFen }): ChartRow => ({ id: month, label: month, values: { left: leftFen, approved: approvedFen, recurring: recurringFen }, to: { left: '/budget/sources', approved: requestsPlace({ year, steps: ['approved', 'spending'] }), recurring: `/budget/year?year=${year}` } }));
  const title = formatMessage({ id: 'budget.forecast.title' });
  return (
    <Stack gap="sm">
      <Text size="sm"><FormattedMessage id="budget.forecast.about" values={{ now: yuan(forecast.nowFen) }} /></Text>
      <ChartSection title={title} legend={series} isEmpty={rows.length === 0} picture={<Suspense fallback={<Skeleton height={280} />}><LinesChart rows={rows} series={series} format={short} /></Suspense>} table={<FigureTable caption={title} rowHead={formatMessage({ id: 'budget.forecast.month' })} columns={series.map(({ label }) => label)} rows={figureRows(rows, series)} format={yuan} hasSum={false} />} />
    </Stack>
  );
}
