import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns } from '../record-columns.ts';

export const retirementRules = sqliteTable('retirement_rule', {
  ...recordColumns,
  class: text({ enum: ['men-60', 'women-55', 'women-50'] }).notNull(),
  originalMonths: integer('original_months').notNull(),
  fromMonth: text('from_month').notNull(),
  monthsPerStep: integer('months_per_step').notNull(),
  mostMonths: integer('most_months').notNull(),
  source: text().notNull(),
});
