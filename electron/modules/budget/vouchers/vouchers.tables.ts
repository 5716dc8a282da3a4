import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns } from '#electron/database/record-columns.ts';
import type { voucherKinds } from '#shared/modules/budget/vouchers/voucher.schema.ts';

export const vouchers = sqliteTable('voucher', {
  ...recordColumns,
  requestId: text('request_id').notNull(),
  year: integer().notNull(),
  kind: text().$type<(typeof voucherKinds)[number]>().notNull(),
  voucherNo: text('voucher_no').notNull(),
  issuedOn: text('issued_on').notNull(),
  payee: text().notNull(),
  fen: integer().notNull(),
  note: text().notNull(),
  byName: text('by_name').notNull(),
  reversedAt: text('reversed_at'),
  reversalReason: text('reversal_reason').notNull(),
});
