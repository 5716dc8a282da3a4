import { Anchor, Skeleton, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ChartSection } from '#renderer/components/charts/ChartSection.tsx';
import { usePercentagePoints } from '#renderer/components/figure/use-percentage-points.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import type { ClassRow } from '#shared/modules/training-assessment/training/class.schema.ts';
import { FEWEST_CASES } from '#shared/kernel/statistics/effect.rules.ts';
import type { ClassEffect } from '#shared/modules/training-assessment/training/effect.schema.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { EffectCases } from './EffectCases.tsx';

const BarsChart = lazy(() => import('#renderer/components/charts/BarsChart.tsx'));

type Counted = { readonly cases: number; readonly sum: number };
const share = ({ cases, sum }: Counted): number => (cases === 0 ? 0 : sum / cases);

/** The work of the class 90 days before and after, with the numbers of cases; nothing is claimed where there are too few. */
export function EffectSection({ row }: { readonly row: ClassRow }) {
  const { data, error, refetch } = useQuery(api.trainingAssessment.measureEffect({ classId: row.id }));
  return (
    <SheetSection title="training.effect">
      <Text size="sm" c="dimmed"><FormattedMessage id="training.effect.about" values={{ cases: FEWEST_CASES }} /></Text>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={60} />}
      {data && <Claims effects={data} />}
      {data && <EffectChart classId={row.id} effects={data.filter(({ before, after }) => before.cohort.cases > 0 || after.cohort.cases > 0)} />}
    </SheetSection>
  );
}

function Claims({ effects }: { readonly effects: readonly ClassEffect[] }) {
  const { formatMessage } = useIntl();
  const points = usePercentagePoints();
  return (
    <Stack gap={4}>
      {effects.map((effect) => {
        const { difference } = effect;
        const name = formatMessage({ id: messageId(`indicator.${effect.indicator}.name`) });
        const counts = { before: effect.before.cohort.cases, after: effect.after.cohort.cases };
        return (
          <Text key={effect.indicator} size="sm" title={formatMessage({ id: messageId(`indicator.${effect.indicator}.definition`) })}>
            {difference === null ? formatMessage({ id: 'training.effect.too-few' }, { name, ...counts, fewest: FEWEST_CASES }) : formatMessage({ id: `training.effect.${effect.claim}` }, { name, ...counts, difference: points(difference.value), low: points(difference.low), high: points(difference.high) })}
            {!effect.isComplete && ` ${formatMessage({ id: 'training.effect.running' }, { until: effect.after.until })}`}
          </Text>
        );
      })}
    </Stack>
  );
}

function EffectChart({ classId, effects }: { readonly classId: string; readonly effects: readonly ClassEffect[] }) {
  const [open, setOpen] = useState<{ readonly effect: ClassEffect; readonly side: 'before' | 'after' } | null>(null);
  const { formatMessage, formatNumber } = useIntl();
  const percent = (value: number): string => formatNumber(value, { style: 'percent', maximumFractionDigits: 1 });
  const series = [{ id: 'before', label: formatMessage({ id: 'training.effect.before' }), kind: 'stripes' as const }, { id: 'after', label: formatMessage({ id: 'training.effect.after' }), kind: 'plain' as const }];
  const nameOf = ({ indicator }: ClassEffect): string => formatMessage({ id: messageId(`indicator.${indicator}.name`) });
  return (
    <>
      <ChartSection
        title={formatMessage({ id: 'training.effect.chart' })}
        legend={series}
        isEmpty={effects.length === 0}
        picture={<Suspense fallback={<Skeleton height={160} />}><BarsChart rows={effects.map((effect) => ({ id: effect.indicator, label: nameOf(effect), values: { before: share(effect.before.cohort), after: share(effect.after.cohort) } }))} series={series} format={percent} nameWidth={170} /></Suspense>}
        table={<EffectTable effects={effects} nameOf={nameOf} percent={percent} onOpen={(effect, side) => setOpen({ effect, side })} />}
      />
      {open && <EffectCases classId={classId} effect={open.effect} side={open.side} name={nameOf(open.effect)} onClose={() => setOpen(null)} />}
    </>
  );
}

const COLUMNS = ['cohort-before', 'cohort-after', 'others-before', 'others-after'] as const;

type EffectTableProps = { readonly effects: readonly ClassEffect[]; readonly nameOf: (effect: ClassEffect) => string; readonly percent: (value: number) => string; readonly onOpen: (effect: ClassEffect, side: 'before' | 'after') => void };

/** Share and number of cases side by side: one means nothing without the other. */
function EffectTable({ effects, nameOf, percent, onOpen }: EffectTableProps) {
  const { formatMessage } = useIntl();
  const of = (effect: ClassEffect, column: (typeof COLUMNS)[number]): Counted => (column.endsWith('before') ? effect.before : effect.after)[column.startsWith('cohort') ? 'cohort' : 'others'];
  return (
    <Table verticalSpacing={4} horizontalSpacing={6} aria-label={formatMessage({ id: 'training.effect.chart' })}>
      <Table.Thead><Table.Tr><Table.Th scope="col"><FormattedMessage id="training.effect.indicator" /></Table.Th>{COLUMNS.map((column) => <Table.Th key={column} scope="col"><FormattedMessage id={`training.effect.column.${column}`} /></Table.Th>)}</Table.Tr></Table.Thead>
      <Table.Tbody>
        {effects.map((effect) => (
          <Table.Tr key={effect.indicator}>
            <Table.Th scope="row" fw={400}>{nameOf(effect)}</Table.Th>
            {COLUMNS.map((column) => {
              const counted = of(effect, column);
              const words = counted.cases === 0 ? '—' : formatMessage({ id: 'training.effect.cell' }, { share: percent(share(counted)), cases: counted.cases });
              const side = column === 'cohort-before' ? 'before' : column === 'cohort-after' ? 'after' : null;
              return <Table.Td key={column}>{side === null || counted.cases === 0 ? words : <Anchor component="button" type="button" inherit underline="always" style={{ whiteSpace: 'nowrap' }} onClick={() => onOpen(effect, side)}>{words}</Anchor>}</Table.Td>;
            })}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
