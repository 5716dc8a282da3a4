import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { yuanOf } from '../fen.ts';
import { useFieldLabels } from '../StaffFields.tsx';

/** What one person was rewarded or penalised for, the newest first. */
export function CaseTable({ memberId }: { readonly memberId: string }) {
  const { formatMessage, formatNumber } = useIntl();
  const labelOf = useFieldLabels('reward_case');
  const mayOpen = useMay()('assessment.read');
  const { data } = useQuery(api.staff.listRewardCases({ filter: { memberId }, sort: { field: 'happenedOn', direction: 'desc' }, limit: 100 }));
  if (!data || data.length === 0) return <Text size="sm" c="dimmed"><FormattedMessage id="reward.none" /></Text>;
  return (
    <Table verticalSpacing={4}>
      <Table.Thead><Table.Tr>{['happenedOn', 'kind', 'ruleId', 'amountFen', 'facts', 'status'].map((field) => <Table.Th key={field} scope="col">{labelOf(field)}</Table.Th>)}</Table.Tr></Table.Thead>
      <Table.Tbody>
        {data.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Td><DayText day={row.happenedOn} /></Table.Td>
            <Table.Td>{formatMessage({ id: `reward.kind.${row.kind}` })}</Table.Td>
            <Table.Td>{row.ruleName}</Table.Td>
            <Table.Td>{formatNumber(yuanOf(row.amountFen), { minimumFractionDigits: 2 })}</Table.Td>
            <Table.Td>{row.facts}{row.sheetId !== null && <Text size="xs" c="dimmed">{mayOpen ? <PlaceLink to={`/assessment/sheets/${row.sheetId}`} inherit underline="always">{row.planTitle}</PlaceLink> : row.planTitle}</Text>}</Table.Td>
            <Table.Td>{formatMessage({ id: `reward.status.${row.status}` })}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
