import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { removableColumns } from '#electron/database/record-columns.ts';

export const retirementRules = sqliteTable('retirement_rule', {
  ...removableColumns,
  class: text({ enum: ['men-60', 'women-55', 'women-50'] }).notNull(),
  originalMonths: integer('original_months').notNull(),
  fromMonth: text('from_month').notNull(),
  monthsPerStep: integer('months_per_step').notNull(),
  mostMonths: integer('most_months').notNull(),
  source: text().notNull(),
});
