import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { removableColumns } from '#electron/database/record-columns.ts';
import type { lineKinds } from '#shared/modules/budget/year/year.schema.ts';

const record = {
  ...removableColumns,
  year: integer().notNull(),
};

export const budgetYears = sqliteTable('budget_year', { ...record, closedAt: text('closed_at'), closedBy: text('closed_by').notNull() });

export const budgetLines = sqliteTable('budget_line', {
  ...record,
  sourceId: text('source_id').notNull(),
  code: text().notNull(),
  name: text().notNull(),
  kind: text().$type<(typeof lineKinds)[number]>().notNull(),
  normFen: integer('norm_fen'),
  quantity: integer(),
  unit: text().notNull(),
  basis: text().notNull(),
});
