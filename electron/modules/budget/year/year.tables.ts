import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns } from '#electron/database/record-columns.ts';
import type { lineKinds } from '#shared/modules/budget/year/year.schema.ts';

const record = {
  ...recordColumns,
  year: integer().notNull(),
};

export const budgetYears = sqliteTable('budget_year', { ...record, closedAt: text('closed_at'), closedBy: text('closed_by').notNull() });

export const budgetLines = sqliteTable('budget_line', {
  ...record,
  removedAt: text('removed_at'),
  sourceId: text('source_id').notNull(),
  code: text().notNull(),
  name: text().notNull(),
  kind: text().$type<(typeof lineKinds)[number]>().notNull(),
  normFen: integer('norm_fen'),
  quantity: integer(),
  unit: text().notNull(),
  basis: text().notNull(),
});
