import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns } from '#electron/database/record-columns.ts';
import type { EntryKind, LedgerAccount } from '#shared/modules/budget/ledger/ledger.rules.ts';

export const budgetEntries = sqliteTable('budget_entry', {
  ...recordColumns,
  postingId: text('posting_id').notNull(),
  postedOn: text('posted_on').notNull(),
  year: integer().notNull(),
  kind: text().$type<EntryKind>().notNull(),
  fromAccount: text('from_account').$type<LedgerAccount>().notNull(),
  toAccount: text('to_account').$type<LedgerAccount>().notNull(),
  fen: integer().notNull(),
  sourceId: text('source_id'),
  lineId: text('line_id'),
  requestId: text('request_id'),
  voucherId: text('voucher_id'),
  pledgeId: text('pledge_id'),
  gridId: text('grid_id'),
  reversesId: text('reverses_id'),
  actorId: text('actor_id').notNull(),
  actorName: text('actor_name').notNull(),
  memo: text().notNull(),
});
