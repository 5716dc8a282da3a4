import { Stack, Table, Text, Title } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MatterFigures } from '#shared/modules/grid/matters/matter-figures.schema.ts';
import { stateWords } from '../matter-words.ts';

/** The middle wait of every step in hours, and how many were counted. */
export function StepTable({ steps }: { readonly steps: MatterFigures['steps'] }) {
  const intl = useIntl();
  const { formatMessage, formatNumber } = intl;
  if (steps.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-label={formatMessage({ id: 'matters.figures.steps' })}>
      <Title order={2} fz="md" fw={600}><FormattedMessage id="matters.figures.steps" /></Title>
      <Text size="sm" c="dimmed"><FormattedMessage id="matters.figures.steps-note" /></Text>
      <Table maw={480} verticalSpacing={4}>
        <Table.Thead><Table.Tr>{(['state', 'medianHours', 'matters'] as const).map((id) => <Table.Th key={id} scope="col" ta={id === 'state' ? 'start' : 'end'}>{formatMessage({ id: `matters.figures.${id}` })}</Table.Th>)}</Table.Tr></Table.Thead>
        <Table.Tbody>{steps.map(({ state, medianHours, matters }) => <Table.Tr key={state}><Table.Th scope="row" fw={400}>{stateWords(intl, state)}</Table.Th><Table.Td ta="end">{formatNumber(medianHours)}</Table.Td><Table.Td ta="end">{formatNumber(matters)}</Table.Td></Table.Tr>)}</Table.Tbody>
      </Table>
    </Stack>
  );
}
