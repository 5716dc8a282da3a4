import { Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { listPlace } from '../../typed/list-place.ts';
import { lastDayOf, unitWords } from '../matter-words.ts';

const COLUMNS = ['urged', 'yellow', 'red', 'returned', 'rework', 'late', 'on-time', 'escalated'] as const;
const FIELD = { urged: 'urged', yellow: 'yellow', red: 'red', returned: 'returned', rework: 'rework', late: 'late', 'on-time': 'onTime', escalated: 'escalated' } as const;

/** What counts for or against each unit in the two-way assessment; every number opens its marks. */
export function MarksTable({ from, until }: { readonly from: string; readonly until: string }) {
  const intl = useIntl();
  const { formatMessage, formatNumber } = intl;
  const period = { from: `${from}-01`, until: lastDayOf(until) };
  const { data = [] } = useQuery(api.grid.summariseUnitMarks(period));
  if (data.length === 0) return null;
  const title = formatMessage({ id: 'matters.figures.marks' });
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <Title order={2} fz="md" fw={600}>{title}</Title>
      <Text size="sm" c="dimmed"><FormattedMessage id="matters.figures.marks-note" /></Text>
      <Table.ScrollContainer minWidth={760}>
        <Table verticalSpacing={4}>
          <Table.Thead><Table.Tr><Table.Th scope="col"><FormattedMessage id="matters.figures.unit" /></Table.Th>{COLUMNS.map((id) => <Table.Th key={id} scope="col" ta="end">{formatMessage({ id: `matters.mark.${id}` })}</Table.Th>)}<Table.Th scope="col" ta="end"><FormattedMessage id="matters.figures.points" /></Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {data.map((line) => (
              <Table.Tr key={`${line.unit.kind}/${line.unit.id}`}>
                <Table.Th scope="row" fw={400}>{unitWords(intl, line.unit)}</Table.Th>
                {COLUMNS.map((id) => <Table.Td key={id} ta="end">{line[FIELD[id]] === 0 ? '0' : <PlaceLink to={listPlace('/grid/unit-marks', { ...period, unitIds: [line.unit.id], kinds: [id] })} inherit>{formatNumber(line[FIELD[id]])}</PlaceLink>}</Table.Td>)}
                <Table.Td ta="end" fw={600}><PlaceLink to={listPlace('/grid/unit-marks', { ...period, unitIds: [line.unit.id] })} inherit>{formatNumber(line.points, { signDisplay: 'exceptZero' })}</PlaceLink></Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}
