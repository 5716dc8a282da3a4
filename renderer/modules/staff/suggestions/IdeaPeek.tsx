import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { History } from '#renderer/components/history/History.tsx';
import type { LedgerColumn } from '#renderer/components/ledger/ledger-list.ts';

type IdeaPeekProps<Row, S extends string> = {
  readonly row: Row & { readonly id: string; readonly version: number };
  readonly columns: readonly LedgerColumn<Row, S>[];
  /** Columns in whole sentences, said first; the title is the heading of the panel already. */
  readonly words: readonly string[];
  readonly entity: string;
  readonly codeTables?: Readonly<Record<string, string>>;
  readonly namedValues?: Readonly<Record<string, string>>;
  /** Facts said otherwise than in the list. */
  readonly told?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
};

/** A suggestion or a practice beside its list: what it says, what can be done with it, its facts as far as there are any, and its history. */
export function IdeaPeek<Row, S extends string>({ row, columns, words, entity, codeTables = {}, namedValues = {}, told = {}, children }: IdeaPeekProps<Row, S>) {
  const filled = columns.filter((column) => column.text(row) !== '');
  const facts = filled.filter(({ id }) => id !== 'title' && !words.includes(id)).map((column) => ({ id: column.id, label: column.title, value: told[column.id] ?? column.cell?.(row) ?? column.text(row) }));
  return (
    <Stack gap="md">
      {words.flatMap((id) => filled.filter((column) => column.id === id)).map((column) => (
        <div key={column.id}>
          <Text size="xs" c="dimmed">{column.title}</Text>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>{column.text(row)}</Text>
        </div>
      ))}
      {children}
      <Facts facts={facts} />
      <Text component="h2" fw={600} size="sm"><FormattedMessage id="staff.history" /></Text>
      <History entity={entity} id={row.id} version={row.version} codeTables={codeTables} namedValues={namedValues} />
    </Stack>
  );
}
