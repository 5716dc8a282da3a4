import { Skeleton, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { usePercentagePoints } from '#renderer/components/figure/use-percentage-points.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import type { ProcessEvidence, ProcessMapSheet } from '#shared/modules/grid/process/process.schema.ts';
import { FEWEST_CASES } from '#shared/kernel/statistics/effect.rules.ts';
import { mattersPlace } from '../matters/matter-words.ts';

type Measured = NonNullable<ProcessEvidence>;
type Side = 'before' | 'after';
const SIDES = ['before', 'after'] as const;

/** What the matters of its kind say: how many were settled before and since, how long they took, how many in time. */
export function MapEvidence({ sheet: { id, kind, state } }: { readonly sheet: ProcessMapSheet }) {
  const { labelOf } = useCodes('matter-kind');
  const isMeasured = kind !== '' && state !== 'draft' && state !== 'announced';
  const { data, error, refetch } = useQuery({ ...api.grid.measureProcessMap({ id }), enabled: isMeasured });
  if (!isMeasured) return <Text size="sm" c="dimmed"><FormattedMessage id={kind === '' ? 'process-map.evidence.none' : 'process-map.evidence.draft'} /></Text>;
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton height={120} />;
  if (data === null) return <Text size="sm" c="dimmed"><FormattedMessage id="process-map.evidence.draft" /></Text>;
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed"><FormattedMessage id="process-map.evidence.about" values={{ kind: labelOf(kind), fewest: FEWEST_CASES }} /></Text>
      <EvidenceTable kind={kind} evidence={data} />
      <Claim evidence={data} />
    </Stack>
  );
}

function EvidenceTable({ kind, evidence }: { readonly kind: string; readonly evidence: Measured }) {
  const { formatMessage, formatNumber } = useIntl();
  const sideWords = (side: Side) => formatMessage({ id: `process-map.evidence.${side}` });
  /** The rows of a number in the list of matters, by the conditions it was counted with. */
  const placeOf = (side: Side, figure: 'settled' | 'in-time') => mattersPlace({ life: 'ended', kinds: [kind], endedFrom: evidence[side].from, endedUntil: evidence[side].until, figure });
  const link = (side: Side, id: 'matters' | 'in-time', value: string) => (
    <PlaceLink to={placeOf(side, id === 'matters' ? 'settled' : 'in-time')} inherit aria-label={formatMessage({ id: 'process-map.evidence.open' }, { label: formatMessage({ id: `process-map.evidence.${id}` }), side: sideWords(side), value })}>{value}</PlaceLink>
  );
  const share = ({ matters, inTime }: Measured[Side]): string => formatNumber(inTime / matters, { style: 'percent', maximumFractionDigits: 1 });
  const isEnough = evidence.claim !== 'too-few';
  return (
    <Table aria-label={formatMessage({ id: 'process-map.evidence' })} verticalSpacing={6} maw={720} fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Td />
          {SIDES.map((side) => <Table.Th key={side} scope="col">{sideWords(side)}<Text size="xs" c="dimmed" fw={400}><FormattedMessage id="process-map.evidence.days" values={{ from: <DayText day={evidence[side].from} />, until: <DayText day={evidence[side].until} /> }} /></Text></Table.Th>)}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        <Table.Tr><Table.Th scope="row"><FormattedMessage id="process-map.evidence.matters" /></Table.Th>{SIDES.map((side) => <Table.Td key={side}>{link(side, 'matters', formatNumber(evidence[side].matters))}</Table.Td>)}</Table.Tr>
        {isEnough && <Table.Tr><Table.Th scope="row"><FormattedMessage id="process-map.evidence.median" /></Table.Th>{SIDES.map((side) => <Table.Td key={side}>{formatNumber(evidence[side].medianDays ?? 0)}</Table.Td>)}</Table.Tr>}
        {isEnough && <Table.Tr><Table.Th scope="row"><FormattedMessage id="process-map.evidence.in-time" /></Table.Th>{SIDES.map((side) => <Table.Td key={side}>{link(side, 'in-time', share(evidence[side]))}</Table.Td>)}</Table.Tr>}
      </Table.Tbody>
    </Table>
  );
}

function Claim({ evidence: { claim, difference, before, after, isComplete } }: { readonly evidence: Measured }) {
  const { formatMessage } = useIntl();
  const points = usePercentagePoints();
  return (
    <Text size="sm">
      {claim === 'too-few' || difference === null ? formatMessage({ id: 'process-map.evidence.too-few' }, { before: before.matters, after: after.matters, fewest: FEWEST_CASES }) : formatMessage({ id: `process-map.evidence.${claim}` }, { difference: points(difference.value), low: points(difference.low), high: points(difference.high) })}
      {!isComplete && ` ${formatMessage({ id: 'process-map.evidence.running' }, { until: after.until })}`}
    </Text>
  );
}
