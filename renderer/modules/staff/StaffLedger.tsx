import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { History } from '#renderer/components/history/History.tsx';
import type { LedgerColumn } from '#renderer/components/ledger/ledger-list.ts';
import type { MessageId } from '#renderer/i18n/messages.ts';

/** What an empty list says, and what to do next. */
export const nothingYet = (words: MessageId, next: MessageId) => <Stack gap={4} align="center"><Text fw={600}><FormattedMessage id={words} /></Text><Text size="sm"><FormattedMessage id={next} /></Text></Stack>;

type RowPeekProps<Row, S extends string> = { readonly row: Row & { readonly id: string; readonly version: number }; readonly columns: readonly LedgerColumn<Row, S>[]; readonly entity: string; readonly codeTables?: Readonly<Record<string, string>>; readonly children?: ReactNode };

/** A row beside its list: its facts, what it can do, and its history. */
export function RowPeek<Row, S extends string>({ row, columns, entity, codeTables = {}, children }: RowPeekProps<Row, S>) {
  return (
    <Stack gap="md">
      <Facts facts={columns.map((column) => ({ id: column.id, label: column.title, value: column.cell?.(row) ?? column.text(row) }))} />
      {children}
      <Text component="h2" fw={600} size="sm"><FormattedMessage id="staff.history" /></Text>
      <History entity={entity} id={row.id} version={row.version} codeTables={codeTables} />
    </Stack>
  );
}
