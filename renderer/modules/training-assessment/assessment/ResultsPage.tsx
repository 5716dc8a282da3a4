import { Button, Select, Skeleton, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { runCommand } from '#renderer/app/commands.ts';
import charts from '#renderer/components/charts/charts.module.css';
import { ChartSection } from '#renderer/components/charts/ChartSection.tsx';
import { FigureTable } from '#renderer/components/charts/FigureTable.tsx';
import { figureRows, type ChartRow, type ChartSeries } from '#renderer/components/charts/series.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { bands, type PlanRow } from '#shared/modules/training-assessment/assessment/plan.schema.ts';
import { sheetsPlace } from './places.ts';
import { usePoints } from './use-points.ts';

const BarsChart = lazy(() => import('#renderer/components/charts/BarsChart.tsx'));
const FILLS = { excellent: 'plain', good: 'stripes', pass: 'dots', fail: 'blank' } as const;

/** One plan's results as pictures: bands, and grids side by side; every bar opens its sheets. */
export default function ResultsPage() {
  const { formatMessage } = useIntl();
  const plans = useQuery(api.trainingAssessment.listPlans({}));
  const enabled = (plans.data ?? []).filter(({ state }) => state === 'enabled');
  const [chosen, setChosen] = useState<string | null>(null);
  const plan = enabled.find(({ id }) => id === chosen) ?? enabled.find(({ archived, sheets, subjectKind }) => archived * 2 > sheets && subjectKind === 'member') ?? enabled[0];
  return (
    <Page
      wide
      title={formatMessage({ id: 'assessment.results' })}
      actions={
        <>
          <Select size="xs" w={260} aria-label={formatMessage({ id: 'assessment.field.planTitle' })} data={enabled.map(({ id, title }) => ({ value: id, label: title }))} value={plan?.id ?? null} allowDeselect={false} onChange={setChosen} comboboxProps={{ transitionProps: { duration: 0 } }} />
          <Button size="xs" variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => runCommand('frame.print')}><FormattedMessage id="assessment.print" /></Button>
        </>
      }
    >
      <ErrorNote error={plans.error} onRetry={() => void plans.refetch()} />
      {plans.data && !plan && <Text size="sm" c="dimmed"><FormattedMessage id="assessment.results-none" /></Text>}
      {plan && <PlanCharts key={plan.id} plan={plan} />}
    </Page>
  );
}

function PlanCharts({ plan }: { readonly plan: PlanRow }) {
  const { formatMessage } = useIntl();
  const points = usePoints();
  const { data, error, refetch } = useQuery(api.trainingAssessment.summariseResults({ planId: plan.id }));
  const bandName = (band: (typeof bands)[number]): string => formatMessage({ id: `assessment.band.${band}` });
  const counted: readonly ChartSeries[] = [{ id: 'count', label: formatMessage({ id: 'assessment.chart.count' }), kind: 'plain' }];
  const bandRows: ChartRow[] = bands.map((band) => ({ id: band, label: bandName(band), values: { count: data?.bands.find((one) => one.band === band)?.count ?? 0 }, to: { count: sheetsPlace({ planId: plan.id, bands: [band] }) } }));
  const gridName = (name: string): string => name || formatMessage({ id: 'assessment.chart.no-grid' });
  const means: readonly ChartSeries[] = [{ id: 'mean', label: formatMessage({ id: 'assessment.chart.mean' }), kind: 'plain' }];
  const meanRows: ChartRow[] = (data?.grids ?? []).map(({ gridId, gridName: name, mean }) => ({ id: gridId ?? 'none', label: gridName(name), values: { mean }, to: { mean: gridId === null ? null : sheetsPlace({ planId: plan.id, gridIds: [gridId] }) } }));
  const meanOf = new Map(meanRows.map(({ id, values }) => [id, values['mean'] ?? 0]));
  const series: readonly ChartSeries[] = bands.map((band) => ({ id: band, label: bandName(band), kind: FILLS[band] }));
  const stackRows: ChartRow[] = (data?.grids ?? []).map((grid) => ({ id: grid.gridId ?? 'none', label: gridName(grid.gridName), values: Object.fromEntries(grid.bands.map(({ band, count }) => [band, count])), to: Object.fromEntries(bands.map((band) => [band, grid.gridId === null ? null : sheetsPlace({ planId: plan.id, gridIds: [grid.gridId], bands: [band] })])) }));
  const table = (caption: string, rowHead: string, rows: readonly ChartRow[], columns: readonly ChartSeries[], format?: (value: number) => string) => <FigureTable caption={caption} rowHead={rowHead} columns={columns.map(({ label }) => label)} rows={figureRows(rows, columns)} {...(format && { format, hasSum: false })} />;
  const empty = data !== undefined && data.bands.length === 0;
  const titles = { bands: formatMessage({ id: 'assessment.chart.bands' }, { plan: plan.title }), means: formatMessage({ id: 'assessment.chart.means' }, { plan: plan.title }), stack: formatMessage({ id: 'assessment.chart.stack' }, { plan: plan.title }) };
  const grid = formatMessage({ id: 'assessment.field.gridName' });
  return (
    <div className={charts['sections']}>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data && (
        <>
          <Text size="sm">{formatMessage({ id: 'assessment.results-figure' }, { done: data.bands.reduce((sum, { count }) => sum + count, 0), all: data.states.filter(({ state }) => state !== 'excluded').reduce((sum, { count }) => sum + count, 0) })}</Text>
          <ChartSection title={titles.bands} isEmpty={empty} picture={<Suspense fallback={<Skeleton height={200} />}><BarsChart rows={bandRows} series={counted} nameWidth={90} /></Suspense>} table={table(titles.bands, formatMessage({ id: 'assessment.field.band' }), bandRows, counted)} />
          <ChartSection title={titles.means} isEmpty={empty} picture={<Suspense fallback={<Skeleton height={240} />}><BarsChart rows={meanRows} series={means} format={points} /></Suspense>} table={table(titles.means, grid, meanRows, means, points)} />
          <ChartSection title={titles.stack} legend={series} isEmpty={empty} picture={<Suspense fallback={<Skeleton height={240} />}><BarsChart rows={stackRows} series={series} isStacked rank={{ label: formatMessage({ id: 'assessment.chart.mean' }), of: ({ id }) => meanOf.get(id) ?? 0 }} /></Suspense>} table={table(titles.stack, grid, stackRows, series)} />
        </>
      )}
    </div>
  );
}
