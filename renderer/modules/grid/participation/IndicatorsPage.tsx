import { SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ChartSection } from '#renderer/components/charts/ChartSection.tsx';
import { FigureTable } from '#renderer/components/charts/FigureTable.tsx';
import { figureRows, type ChartRow, type ChartSeries } from '#renderer/components/charts/series.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Figure } from '#renderer/components/figure/Figure.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import type { Indicators } from '#shared/modules/grid/participation/indicators.schema.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { listPlace } from '../typed/list-place.ts';
import { PeriodChoice, thisYear, type Days } from '../typed/PeriodChoice.tsx';
import { useFigures } from '../typed/use-figures.ts';
import { PapersSection } from './PapersSection.tsx';
import { RulesSection } from './RulesSection.tsx';

const BarsChart = lazy(() => import('#renderer/components/charts/BarsChart.tsx'));

/** The indicators of taking part, each with its definition and its rows; papers for board and doors; the rules of the area. */
export default function IndicatorsPage() {
  const { formatMessage } = useIntl();
  const [period, setPeriod] = useState<Days>(thisYear);
  const { data, error, refetch } = useQuery(api.grid.getIndicators(period));
  return (
    <Page title={formatMessage({ id: 'participation.title' })}>
      <Stack gap="xl">
        <PeriodChoice period={period} onChange={setPeriod} />
        <ErrorNote error={error} onRetry={() => void refetch()} />
        {data && <Figures indicators={data} period={period} />}
        {data && <ByGrid indicators={data} period={period} />}
        {data && <Needs indicators={data} period={period} />}
        <PapersSection period={period} />
        <RulesSection />
      </Stack>
    </Page>
  );
}

type PartProps = { readonly indicators: Indicators; readonly period: Days };
type FigureId = 'raised' | 'share' | 'repeat' | 'met' | 'on-time' | 'trust' | 'knows' | 'partners' | 'hours' | 'activities';

function Figures({ indicators: of, period }: PartProps) {
  const { formatMessage } = useIntl();
  const { share, mean, hours } = useFigures();
  const figure = (id: FigureId, value: string | number, to: string) => <Figure key={id} label={formatMessage({ id: `participation.${id}` })} definition={formatMessage({ id: `participation.${id}.definition` })} value={value} to={to} />;
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, md: 5 }} spacing="lg" verticalSpacing="lg">
      {figure('share', share(of.takingPart, of.adults), listPlace('/grid/taking-part', period))}
      {figure('repeat', share(of.repeating, of.takingPart), listPlace('/grid/taking-part', { ...period, repeated: true }))}
      {figure('met', share(of.demandsMet, of.demands), listPlace('/grid/demands', { ...period, outcomes: ['met'] }))}
      {figure('on-time', share(of.demandsOnTime, of.demandsAnswered), listPlace('/grid/demands', { ...period, answered: ['in-time'] }))}
      {figure('raised', share(of.mattersRaised, of.matters), listPlace('/grid/matters', { life: 'all', figure: 'complained', reportedFrom: period.from, reportedUntil: period.until }))}
      {figure('trust', mean(of.meanTrust), listPlace('/grid/surveys', { kinds: ['trust'] }))}
      {figure('knows', share(of.knowsMember, of.knowsMemberAsked), listPlace('/grid/surveys', { kinds: ['trust'] }))}
      {figure('activities', of.activities, listPlace('/grid/activities', period))}
      {figure('partners', of.partners, listPlace('/grid/activities', { ...period, withPartners: true }))}
      {figure('hours', hours(of.volunteerMinutes), listPlace('/grid/taking-part', { ...period, kinds: ['volunteering'] }))}
    </SimpleGrid>
  );
}

function ByGrid({ indicators, period }: PartProps) {
  const { formatMessage } = useIntl();
  const series: readonly ChartSeries[] = [{ id: 'taking-part', label: formatMessage({ id: 'participation.taking-part' }), kind: 'plain' }];
  const rows: readonly ChartRow[] = indicators.byGrid.map(({ gridId, gridName, takingPart }) => ({ id: gridId, label: gridName, values: { 'taking-part': takingPart }, to: { 'taking-part': listPlace('/grid/taking-part', { ...period, gridIds: [gridId] }) } }));
  const adults = new Map(indicators.byGrid.map((one) => [one.gridId, one.adults]));
  const columns = [...series.map(({ label }) => label), formatMessage({ id: 'participation.adults' })];
  const cells = figureRows(rows, series).map((row) => ({ ...row, cells: [...row.cells, { id: 'adults', count: adults.get(row.id) ?? 0, to: null }] }));
  return <ChartSection title={formatMessage({ id: 'participation.by-grid' })} isEmpty={rows.length === 0} picture={<Suspense fallback={null}><BarsChart rows={rows} series={series} /></Suspense>} table={<FigureTable caption={formatMessage({ id: 'participation.by-grid' })} rowHead={formatMessage({ id: 'demand.field.gridName' })} columns={columns} rows={cells} />} />;
}

function Needs({ indicators: { needs, byGrid }, period }: PartProps) {
  const { formatMessage } = useIntl();
  const { labelOf } = useCodes('demand-topic');
  const places = new Map(byGrid.map(({ gridId }, at) => [gridId, at]));
  const placeOf = (id: string | null): number => (id === null ? undefined : places.get(id)) ?? places.size;
  const grids = [...new Map(needs.map(({ gridId, gridName }) => [gridId, gridName])).entries()].toSorted(([a], [b]) => placeOf(a) - placeOf(b));
  const topics = [...new Set(needs.map(({ topic }) => topic))];
  const counts = new Map(needs.map(({ topic, gridId, count }) => [`${topic} ${gridId ?? ''}`, count]));
  const countOf = (topic: string, grid: string | null): number => counts.get(`${topic} ${grid ?? ''}`) ?? 0;
  return (
    <SheetSection title="participation.needs">
      <FigureTable
        caption={formatMessage({ id: 'participation.needs-caption' })}
        rowHead={formatMessage({ id: 'demand.field.gridName' })}
        columns={topics.map(labelOf)}
        rows={grids.map(([grid, name]) => ({ id: grid ?? 'none', name: grid === null ? formatMessage({ id: 'participation.no-grid' }) : name, cells: topics.map((topic) => ({ id: topic, count: countOf(topic, grid), to: grid === null ? null : listPlace('/grid/demands', { ...period, topics: [topic], gridIds: [grid] }) })) }))}
      />
    </SheetSection>
  );
}
