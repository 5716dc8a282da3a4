import { Skeleton, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ChartSection } from '#renderer/components/charts/ChartSection.tsx';
import { FigureTable } from '#renderer/components/charts/FigureTable.tsx';
import { figureRows, type ChartRow, type ChartSeries } from '#renderer/components/charts/series.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import type { Ways } from '#shared/modules/budget/figures/figures.contract.ts';
import classes from '../parts/budget.module.css';
import { useWordsOf } from '../parts/use-words-of.ts';
import { usePercent, useYuan } from '../parts/yuan.ts';
import { requestPlace, requestsPlace } from '../places.ts';

const BarsChart = lazy(() => import('#renderer/components/charts/BarsChart.tsx'));

/** How requests fared: by source and level with their success and days, by step, by reason, and what delay cost. */
export function WaysCharts({ year }: { readonly year: number }) {
  const ways = useQuery(api.budget.summariseWays({ year }));
  return <QueryState query={ways}>{(data) => <WaysOf ways={data} year={year} />}</QueryState>;
}

function WaysOf({ ways, year }: { readonly ways: Ways; readonly year: number }) {
  const { formatMessage } = useIntl();
  const { labelOf } = useCodes('request-reason');
  const word = useWordsOf();
  const percent = usePercent();
  const days: ChartSeries = { id: 'days', label: formatMessage({ id: 'budget.column.median' }), kind: 'plain' };
  const longest: ChartSeries = { id: 'longest', label: formatMessage({ id: 'budget.column.longest' }), kind: 'blank' };
  const returned: ChartSeries = { id: 'returned', label: word('step', 'returned'), kind: 'stripes' };
  const rejected: ChartSeries = { id: 'rejected', label: word('step', 'rejected'), kind: 'plain' };
  const steps = ways.byStep.map(({ step, medianDays, longestDays }): ChartRow => ({ id: step, label: word('step', step), values: { days: medianDays ?? 0, longest: longestDays ?? 0 }, to: { days: requestsPlace({ steps: [step] }), longest: requestsPlace({ steps: [step] }) } }));
  const reasons = ways.byReason.map(({ code, returned: back, rejected: no }): ChartRow => ({ id: code, label: labelOf(code), values: { returned: back, rejected: no }, to: { returned: requestsPlace({ reasons: [code] }), rejected: requestsPlace({ reasons: [code] }) } }));
  const chart = (title: string, head: string, rows: readonly ChartRow[], series: readonly ChartSeries[], hasSum: boolean) => (
    <ChartSection title={title} legend={series} isEmpty={rows.length === 0} picture={<Suspense fallback={<Skeleton height={240} />}><BarsChart rows={rows} series={series} /></Suspense>} table={<FigureTable caption={title} rowHead={head} columns={series.map(({ label }) => label)} rows={figureRows(rows, series)} hasSum={hasSum} />} />
  );
  const levelName = (level: number) => formatMessage({ id: 'budget.level-no' }, { no: level + 1 });
  return (
    <Stack gap="xl">
      <RateTable title={formatMessage({ id: 'budget.chart.success-source' })} head={formatMessage({ id: 'budget.field.sourceName' })} rows={ways.bySource.map(({ id, name, decided, approved, permille, medianDays }) => ({ id, name, to: requestsPlace({ year, sourceIds: [id] }), cells: [decided, approved, percent(permille), medianDays ?? '—'] }))} heads={['decided', 'approved-count', 'success', 'median']} />
      <RateTable title={formatMessage({ id: 'budget.chart.success-level' })} head={formatMessage({ id: 'budget.field.level' })} rows={ways.byLevel.map(({ level, decided, approved, permille, medianDays, overdue }) => ({ id: String(level), name: levelName(level), to: null, cells: [decided, approved, percent(permille), medianDays ?? '—', overdue] }))} heads={['decided', 'approved-count', 'success', 'median', 'overdue']} />
      {chart(formatMessage({ id: 'budget.chart.steps' }), formatMessage({ id: 'budget.field.step' }), steps, [days, longest], false)}
      {chart(formatMessage({ id: 'budget.chart.reasons' }), formatMessage({ id: 'budget.field.reasonCode' }), reasons, [returned, rejected], true)}
      <Losses ways={ways} />
    </Stack>
  );
}

type RateRow = { readonly id: string; readonly name: string; readonly to: string | null; readonly cells: readonly (string | number)[] };
type RateHead = 'decided' | 'approved-count' | 'success' | 'median' | 'overdue';

function RateTable({ title, head, heads, rows }: { readonly title: string; readonly head: string; readonly heads: readonly RateHead[]; readonly rows: readonly RateRow[] }) {
  const { formatMessage } = useIntl();
  return (
    <section aria-label={title}>
      <Text component="h2" fz="md" fw={600} m={0}>{title}</Text>
      <Table verticalSpacing={4} aria-label={title} maw={760}>
        <Table.Thead><Table.Tr><Table.Th scope="col">{head}</Table.Th>{heads.map((id) => <Table.Th key={id} scope="col" className={classes['figures']}>{formatMessage({ id: `budget.column.${id}` })}</Table.Th>)}</Table.Tr></Table.Thead>
        <Table.Tbody>{rows.map(({ id, name, to, cells }) => <Table.Tr key={id}><Table.Th scope="row" fw={400}>{to === null ? name : <PlaceLink to={to} inherit>{name}</PlaceLink>}</Table.Th>{cells.map((cell, at) => <Table.Td key={heads[at]} className={classes['figures']}>{cell}</Table.Td>)}</Table.Tr>)}</Table.Tbody>
      </Table>
    </section>
  );
}

function Losses({ ways }: { readonly ways: Ways }) {
  const { formatMessage } = useIntl();
  const yuan = useYuan();
  if (ways.losses.length === 0) return null;
  return (
    <section aria-label={formatMessage({ id: 'budget.chart.losses' })}>
      <Text component="h2" fz="md" fw={600} m={0}><FormattedMessage id="budget.chart.losses" /> · {yuan(ways.lossFen)}</Text>
      <Table verticalSpacing={4} maw={760}>
        <Table.Tbody>{ways.losses.map((loss, at) => <Table.Tr key={`${loss.requestId} ${at}`}><Table.Td><PlaceLink to={requestPlace(loss.requestId)} inherit>{loss.no} {loss.title}</PlaceLink></Table.Td><Table.Td>{loss.note}</Table.Td><Table.Td className={classes['figures']}>{formatMessage({ id: 'budget.days' }, { days: loss.days })}</Table.Td><Table.Td className={classes['figures']}>{yuan(loss.fen)}</Table.Td></Table.Tr>)}</Table.Tbody>
      </Table>
    </section>
  );
}
