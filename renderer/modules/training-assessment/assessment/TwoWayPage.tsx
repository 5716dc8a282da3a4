import { Button, NumberInput, Skeleton, Stack, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ChartSection } from '#renderer/components/charts/ChartSection.tsx';
import { FigureTable } from '#renderer/components/charts/FigureTable.tsx';
import { figureRows, type ChartRow, type ChartSeries } from '#renderer/components/charts/series.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { TwoWay } from '#shared/modules/training-assessment/assessment/two-way.schema.ts';
import { ratingsPlace, sheetPlace, sheetsPlace } from './places.ts';
import { RatingDrawer } from './results/RatingDrawer.tsx';
import { Section } from './Section.tsx';
import { useShare } from './use-points.ts';

const BarsChart = lazy(() => import('#renderer/components/charts/BarsChart.tsx'));

/** Both directions of a year on one page: who is above scores who is below, and who is below scores the departments. */
export default function TwoWayPage() {
  const { formatMessage } = useIntl();
  const mayRate = useMay()('assessment.rate');
  const [year, setYear] = useState(Number(localToday().slice(0, 4)));
  const [isRating, setRating] = useState(false);
  const result = useQuery(api.trainingAssessment.summariseTwoWay({ year }));
  return (
    <Page
      title={formatMessage({ id: 'assessment.two-way' })}
      actions={
        <>
          <NumberInput size="xs" w={90} aria-label={formatMessage({ id: 'assessment.field.year' })} value={year} min={2000} max={2100} thousandSeparator="" clampBehavior="strict" onChange={(value) => typeof value === 'number' && value >= 2000 && setYear(value)} />
          {mayRate && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setRating(true)}><FormattedMessage id="assessment.rate-department" /></Button>}
        </>
      }
    >
      <QueryState query={result}>{(both) => <BothWays both={both} year={year} />}</QueryState>
      {isRating && <RatingDrawer onClosed={() => setRating(false)} />}
    </Page>
  );
}

function BothWays({ both, year }: { readonly both: TwoWay; readonly year: number }) {
  const { formatMessage } = useIntl();
  const share = useShare();
  const series: readonly ChartSeries[] = [{ id: 'down', label: formatMessage({ id: 'assessment.down' }), kind: 'plain' }, { id: 'up', label: formatMessage({ id: 'assessment.up' }), kind: 'stripes' }];
  const rows: ChartRow[] = [
    ...both.down.flatMap(({ planId, title, meanShare }) => (meanShare === null ? [] : [{ id: planId, label: title, values: { down: meanShare }, to: { down: sheetsPlace({ planId }) } }])),
    ...both.up.flatMap(({ departmentId, name, scoreShare, sheetId }) => (scoreShare === null ? [] : [{ id: departmentId, label: name, values: { up: scoreShare }, to: { up: sheetId === null ? null : sheetPlace(sheetId) } }])),
  ];
  const title = formatMessage({ id: 'assessment.two-way-chart' }, { year: String(year) });
  return (
    <Stack gap="xl">
      <ChartSection title={title} legend={series} isEmpty={rows.length === 0} picture={<Suspense fallback={<Skeleton height={240} />}><BarsChart rows={rows} series={series} isStacked format={share} nameWidth={150} /></Suspense>}
        table={<FigureTable caption={title} rowHead={formatMessage({ id: 'assessment.field.subjectName' })} columns={series.map(({ label }) => label)} rows={figureRows(rows, series)} format={(value) => (value === 0 ? '' : share(value))} hasSum={false} />} />
      <Section title="assessment.up"><Up rows={both.up} /></Section>
      <Section title="assessment.down"><Down rows={both.down} /></Section>
    </Stack>
  );
}

function Up({ rows }: { readonly rows: TwoWay['up'] }) {
  const { formatMessage, formatNumber } = useIntl();
  const share = useShare();
  if (rows.length === 0) return <Text size="sm" c="dimmed"><FormattedMessage id="assessment.up-none" /></Text>;
  return (
    <Table aria-label={formatMessage({ id: 'assessment.up' })} verticalSpacing={5}>
      <Table.Thead><Table.Tr><Table.Th scope="col"><FormattedMessage id="assessment.field.departmentName" /></Table.Th>{(['scoreShare', 'stars', 'ratings', 'low', 'answered'] as const).map((head) => <Table.Th key={head} scope="col" ta="end">{formatMessage({ id: `assessment.field.${head}` })}</Table.Th>)}</Table.Tr></Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.departmentId}>
            <Table.Td>{row.sheetId === null ? row.name : <PlaceLink to={sheetPlace(row.sheetId)} inherit fw={600}>{row.name}</PlaceLink>}</Table.Td>
            <Table.Td ta="end">{share(row.scoreShare)}</Table.Td>
            <Table.Td ta="end">{row.starsTenths === null ? '—' : formatNumber(row.starsTenths / 10, { minimumFractionDigits: 1 })}</Table.Td>
            <Table.Td ta="end"><PlaceLink to={ratingsPlace({ departmentId: row.departmentId })} inherit>{formatNumber(row.ratings)}</PlaceLink></Table.Td>
            <Table.Td ta="end"><PlaceLink to={ratingsPlace({ departmentId: row.departmentId, low: true })} inherit>{formatNumber(row.low)}</PlaceLink></Table.Td>
            <Table.Td ta="end">{formatNumber(row.answered)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Down({ rows }: { readonly rows: TwoWay['down'] }) {
  const { formatMessage, formatNumber } = useIntl();
  const share = useShare();
  if (rows.length === 0) return <Text size="sm" c="dimmed"><FormattedMessage id="assessment.down-none" /></Text>;
  return (
    <Table aria-label={formatMessage({ id: 'assessment.down' })} verticalSpacing={5}>
      <Table.Thead><Table.Tr><Table.Th scope="col"><FormattedMessage id="assessment.field.planTitle" /></Table.Th><Table.Th scope="col"><FormattedMessage id="assessment.field.subjectKind" /></Table.Th>{(['meanShare', 'subjects', 'archived'] as const).map((head) => <Table.Th key={head} scope="col" ta="end">{formatMessage({ id: `assessment.field.${head}` })}</Table.Th>)}</Table.Tr></Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.planId}>
            <Table.Td><PlaceLink to={sheetsPlace({ planId: row.planId })} inherit fw={600}>{row.title}</PlaceLink></Table.Td>
            <Table.Td>{formatMessage({ id: `assessment.kind.${row.subjectKind}` })}</Table.Td>
            <Table.Td ta="end">{share(row.meanShare)}</Table.Td><Table.Td ta="end">{formatNumber(row.subjects)}</Table.Td><Table.Td ta="end">{formatNumber(row.archived)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
