import { Table, Text } from '@mantine/core';
import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Page } from '#renderer/components/page/Page.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import type { MessageId } from '#renderer/i18n/messages.ts';
import type { AppError } from '#shared/errors/app-error.ts';
import { aroundToday } from './around-today.ts';
import { DaysPicker, type Days } from './DaysPicker.tsx';

type DaysTableProps<Row> = {
  readonly title: string;
  /** What an empty stretch of days says. */
  readonly none: MessageId;
  /** How many days before and after today are shown at first. */
  readonly around: readonly [number, number];
  readonly ask: (days: Days) => UseQueryOptions<Row[], AppError>;
  readonly columns: readonly { readonly head: MessageId; readonly cell: (row: Row) => ReactNode }[];
  readonly isDimmed?: (row: Row) => boolean;
};

/** What happens on some days, as a table whose days are chosen at the head of the page. */
export function DaysTable<Row extends { readonly id: string }>({ title, none, around: [before, after], ask, columns, isDimmed = () => false }: DaysTableProps<Row>) {
  const [days, setDays] = useState(() => aroundToday(before, after));
  const query = useQuery(ask(days));
  return (
    <Page title={title} actions={<DaysPicker days={days} onChange={setDays} />}>
      <QueryState query={query} empty={<Text size="sm" c="dimmed"><FormattedMessage id={none} /></Text>}>
        {(rows) => (
          <Table.ScrollContainer minWidth={780}>
            <Table aria-label={title} verticalSpacing={6}>
              <Table.Thead><Table.Tr>{columns.map(({ head }) => <Table.Th key={head} scope="col"><FormattedMessage id={head} /></Table.Th>)}</Table.Tr></Table.Thead>
              <Table.Tbody>
                {rows.map((row) => <Table.Tr key={row.id} {...(isDimmed(row) && { c: 'dimmed' })}>{columns.map(({ head, cell }) => <Table.Td key={head}>{cell(row)}</Table.Td>)}</Table.Tr>)}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </QueryState>
    </Page>
  );
}
