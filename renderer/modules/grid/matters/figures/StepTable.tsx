import { Stack, Table, Text, Title } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import type { MatterFigures } from '#shared/modules/grid/matters/matter-figures.schema.ts';
import { listPlace } from '../../typed/list-place.ts';
import { lastDayOf, stateWords } from '../matter-words.ts';

/** The middle wait of every step in hours, and how many were counted; both open the steps they are counted from. */
export function StepTable({ steps, from, until }: { readonly steps: MatterFigures['steps']; readonly from: string; readonly until: string }) {
  const intl = useIntl();
  const { formatMessage, formatNumber } = intl;
  if (steps.length === 0) return null;
  const link = (state: string, value: number) => <PlaceLink to={listPlace('/grid/matter-steps', { states: [state], from: `${from}-01`, until: lastDayOf(until) })} inherit>{formatNumber(value)}</PlaceLink>;
  return (
    <Stack gap="xs" component="section" aria-label={formatMessage({ id: 'matters.figures.steps' })}>
      <Title order={2} fz="md" fw={600}><FormattedMessage id="matters.figures.steps" /></Title>
      <Text size="sm" c="dimmed"><FormattedMessage id="matters.figures.steps-note" /></Text>
      <Table maw={480} verticalSpacing={4}>
        <Table.Thead><Table.Tr>{(['state', 'medianHours', 'matters'] as const).map((id) => <Table.Th key={id} scope="col" ta={id === 'state' ? 'start' : 'end'}>{formatMessage({ id: `matters.figures.${id}` })}</Table.Th>)}</Table.Tr></Table.Thead>
        <Table.Tbody>{steps.map(({ state, medianHours, matters }) => <Table.Tr key={state}><Table.Th scope="row" fw={400}>{stateWords(intl, state)}</Table.Th><Table.Td ta="end">{link(state, medianHours)}</Table.Td><Table.Td ta="end">{link(state, matters)}</Table.Td></Table.Tr>)}</Table.Tbody>
      </Table>
    </Stack>
  );
}
