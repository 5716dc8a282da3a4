import { Alert, Button, Group, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { isGroup } from '#shared/modules/training-assessment/assessment/plan.rules.ts';
import type { Band, PlanSheet, Simulated } from '#shared/modules/training-assessment/assessment/plan.schema.ts';
import { PointsInput } from '../PointsInput.tsx';
import { usePoints, useScore } from '../use-points.ts';

type Changes = Readonly<Record<string, number>>;
const inputOf = (planId: string, changes: Changes) => ({ planId, changes: Object.entries(changes).map(([itemId, fullScore]) => ({ itemId, fullScore })) });

/** Other weights, tried on the records as they are: who moves, before anything is stored. */
export function Simulation({ plan }: { readonly plan: PlanSheet }) {
  const { formatMessage } = useIntl();
  const points = usePoints();
  const [typed, setTyped] = useState<Changes>({});
  const [asked, setAsked] = useState<Changes | null>(null);
  const leaves = plan.items.filter(({ kind }) => !isGroup(kind) && kind !== 'adjust');
  const { data, error, isFetching, refetch } = useQuery({ ...api.trainingAssessment.simulatePlan(inputOf(plan.id, asked ?? {})), enabled: asked !== null });
  const sum = leaves.reduce((total, { id, fullScore }) => total + (typed[id] ?? fullScore), 0);
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed"><FormattedMessage id="assessment.simulation-about" /></Text>
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm" verticalSpacing="xs">
        {leaves.map(({ id, title, fullScore }) => <PointsInput key={id} size="xs" label={typed[id] === undefined || typed[id] === fullScore ? title : formatMessage({ id: 'assessment.simulation-was' }, { title, full: points(fullScore) })} score={fullScore} onScore={(score) => setTyped({ ...typed, [id]: score ?? 0 })} />)}
      </SimpleGrid>
      <Group gap="sm">
        <Button size="xs" loading={isFetching} onClick={() => setAsked(typed)}><FormattedMessage id="assessment.simulate" /></Button>
        <Text size="sm">{formatMessage({ id: 'assessment.simulation-sum' }, { sum: points(sum), full: points(plan.fullScore) })}</Text>
      </Group>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data && !isFetching && <Moved simulated={data} />}
    </Stack>
  );
}

function Moved({ simulated }: { readonly simulated: Simulated }) {
  const { formatMessage } = useIntl();
  const points = usePoints();
  const score = useScore();
  const { rows, moved, subjects, countedBefore, countedAfter, mean, bandMoves } = simulated;
  const band = (one: Band | null): string => (one === null ? '—' : formatMessage({ id: `assessment.band.${one}` }));
  return (
    <>
      <Alert variant="light" color="gray" p="xs">{formatMessage({ id: 'assessment.simulation-moved' }, { moved, subjects, before: points(countedBefore), after: points(countedAfter), mean: score(mean) })}</Alert>
      <Text size="sm">{bandMoves.length === 0 ? <FormattedMessage id="assessment.simulation-bands-none" /> : bandMoves.map(({ from, to, count }) => formatMessage({ id: 'assessment.simulation-band' }, { count, from: band(from), to: band(to) })).join('　')}</Text>
      <Table aria-label={formatMessage({ id: 'assessment.simulation' })} verticalSpacing={3}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col"><FormattedMessage id="assessment.field.subjectName" /></Table.Th>
            {(['before', 'after', 'rankBefore', 'rankAfter'] as const).map((head) => <Table.Th key={head} scope="col" ta="end">{formatMessage({ id: `assessment.simulated.${head}` })}</Table.Th>)}
            <Table.Th scope="col"><FormattedMessage id="assessment.simulated.move" /></Table.Th>
            <Table.Th scope="col"><FormattedMessage id="assessment.field.band" /></Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.subjectId}>
              <Table.Td>{row.name}</Table.Td>
              <Table.Td ta="end">{score(row.before)}</Table.Td>
              <Table.Td ta="end">{score(row.after)}</Table.Td>
              <Table.Td ta="end">{row.rankBefore}</Table.Td>
              <Table.Td ta="end">{row.rankAfter}</Table.Td>
              <Table.Td>{row.rankBefore === row.rankAfter ? formatMessage({ id: 'assessment.simulated.same' }) : formatMessage({ id: row.rankAfter < row.rankBefore ? 'assessment.simulated.up' : 'assessment.simulated.down' }, { count: Math.abs(row.rankAfter - row.rankBefore) })}</Table.Td>
              <Table.Td {...(row.bandBefore !== row.bandAfter && { fw: 600 })}>{row.bandBefore === row.bandAfter ? band(row.bandAfter) : `${band(row.bandBefore)} → ${band(row.bandAfter)}`}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {rows.length < subjects && <Text size="sm" c="dimmed">{formatMessage({ id: 'assessment.simulation-shown' }, { shown: rows.length, subjects })}</Text>}
    </>
  );
}
