import { Group, SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ChartSection } from '#renderer/components/charts/ChartSection.tsx';
import { FigureTable } from '#renderer/components/charts/FigureTable.tsx';
import { figureRows, type ChartRow, type ChartSeries } from '#renderer/components/charts/series.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Figure } from '#renderer/components/figure/Figure.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { PrintButton } from '#renderer/components/paper/PrintButton.tsx';
import type { BurdenSummary, Period } from '#shared/modules/grid/admission/burden.schema.ts';
import { listPlace } from '../typed/list-place.ts';
import { PeriodChoice, thisYear } from '../typed/PeriodChoice.tsx';
import { useFigures } from '../typed/use-figures.ts';
import { useBurdenPaper } from './burden-paper.ts';
import { BeforeAfter, PushedTasks } from './BurdenTables.tsx';

const BarsChart = lazy(() => import('#renderer/components/charts/BarsChart.tsx'));
const MINUTES_IN_HOUR = 60;
const hoursOf = (minutes: number): number => Math.round((minutes / MINUTES_IN_HOUR) * 10) / 10;
const lastOf = (month: string): string => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);

type Standing = 'admitted' | 'not-admitted' | 'own';
const STANDINGS: readonly Standing[] = ['not-admitted', 'admitted', 'own'];
const KINDS = { 'not-admitted': 'plain', admitted: 'stripes', own: 'dots' } as const;

function useSeries(): readonly ChartSeries[] {
  const { formatMessage } = useIntl();
  return STANDINGS.map((id) => ({ id, label: formatMessage({ id: `burden.standing.${id}` }), kind: KINDS[id] }));
}
const values = ({ admitted, notAdmitted, own }: BurdenSummary['minutesByStanding']) => ({ admitted: hoursOf(admitted), 'not-admitted': hoursOf(notAdmitted), own: hoursOf(own) });
const links = (filter: Record<string, unknown>) => Object.fromEntries(STANDINGS.map((standing) => [standing, listPlace('/grid/burden', { ...filter, standings: [standing] })]));

/** Hours and forms by department, month and grid member, before and after; every number opens its rows. */
export default function BurdenReportPage() {
  const { formatMessage } = useIntl();
  const [period, setPeriod] = useState<Period>(thisYear);
  const { data, error, refetch } = useQuery(api.grid.summariseBurden(period));
  const paperOf = useBurdenPaper();
  return (
    <Page title={formatMessage({ id: 'burden-report.title' })} actions={data && <PrintButton paper={paperOf(data, period)} />}>
      <Stack gap="lg">
        <PeriodChoice period={period} onChange={setPeriod} />
        <ErrorNote error={error} onRetry={() => void refetch()} />
        {data && <Report summary={data} period={period} />}
        <PushedTasks period={period} />
        <BeforeAfter />
      </Stack>
    </Page>
  );
}

function Report({ summary, period }: { readonly summary: BurdenSummary; readonly period: Period }) {
  const { formatMessage } = useIntl();
  const { hours, share } = useFigures();
  const series = useSeries();
  const { total, minutesByStanding } = summary;
  const figure = (id: 'hours' | 'forms' | 'not-admitted' | 'records', value: string | number, to: string) => <Figure label={formatMessage({ id: `burden-report.${id}` })} definition={formatMessage({ id: `burden-report.${id}.definition` })} value={value} to={to} />;
  return (
    <>
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="lg">
        {figure('hours', hours(total.minutes), listPlace('/grid/burden', period))}
        {figure('forms', total.forms, listPlace('/grid/burden', period))}
        {figure('records', total.records, listPlace('/grid/burden', period))}
        {figure('not-admitted', share(minutesByStanding.notAdmitted, total.minutes), listPlace('/grid/burden', { ...period, standings: ['not-admitted'] }))}
      </SimpleGrid>
      <Chart title={formatMessage({ id: 'burden-report.by-month' })} head={formatMessage({ id: 'burden-report.month' })} series={series} direction="up" rows={summary.byMonth.map(({ month, minutesByStanding: by }) => ({ id: month, label: month, values: values(by), to: links({ from: `${month}-01` < period.from ? period.from : `${month}-01`, until: lastOf(month) > period.until ? period.until : lastOf(month) }) }))} />
      <Chart title={formatMessage({ id: 'burden-report.by-body' })} head={formatMessage({ id: 'burden_record.field.bodyName' })} series={series} direction="across" rows={summary.byBody.map(({ bodyId, bodyName, minutesByStanding: by }) => ({ id: bodyId ?? 'own', label: bodyId === null ? formatMessage({ id: 'burden.own' }) : bodyName, values: values(by), to: links({ ...period, ...(bodyId !== null && { bodyIds: [bodyId] }) }) }))} />
      <Group align="flex-start" gap="xl" grow>
        <FigureTable caption={formatMessage({ id: 'burden-report.by-member' })} rowHead={formatMessage({ id: 'burden_record.field.memberName' })} columns={series.map(({ label }) => label)} rows={figureRows(summary.byMember.map(({ memberId, memberName, minutesByStanding: by }) => ({ id: memberId ?? 'none', label: memberId === null ? formatMessage({ id: 'burden-report.no-member' }) : memberName, values: values(by), ...(memberId !== null && { to: links({ ...period, memberIds: [memberId] }) }) })), series)} />
        <FigureTable caption={formatMessage({ id: 'burden-report.peaks' })} rowHead={formatMessage({ id: 'burden_record.field.doneOn' })} columns={[formatMessage({ id: 'burden-report.hours' }), formatMessage({ id: 'burden-report.forms' })]} rows={summary.peaks.map(({ day, minutes, forms }) => ({ id: day, name: day, cells: [{ id: 'hours', count: hoursOf(minutes), to: listPlace('/grid/burden', { from: day, until: day }) }, { id: 'forms', count: forms, to: listPlace('/grid/burden', { from: day, until: day }) }] }))} hasSum={false} />
      </Group>
    </>
  );
}

type ChartProps = { readonly title: string; readonly head: string; readonly series: readonly ChartSeries[]; readonly rows: readonly ChartRow[]; readonly direction: 'up' | 'across' };

function Chart({ title, head, series, rows, direction }: ChartProps) {
  const { formatMessage } = useIntl();
  return (
    <ChartSection
      title={title}
      legend={series}
      layout="switch"
      isEmpty={rows.length === 0}
      picture={<Suspense fallback={null}><BarsChart rows={rows} series={series} direction={direction} isStacked nameWidth={180} /></Suspense>}
      table={<FigureTable caption={formatMessage({ id: 'burden-report.in-hours' })} rowHead={head} columns={series.map(({ label }) => label)} rows={figureRows(rows, series)} isInTime={direction === 'up'} />}
    />
  );
}
