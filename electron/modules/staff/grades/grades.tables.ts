import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { removableColumns } from '#electron/database/record-columns.ts';

export const gradeSubsidies = sqliteTable('grade_subsidy', { ...removableColumns, grade: text().notNull(), fromOn: text('from_on').notNull(), monthlyFen: integer('monthly_fen').notNull(), basis: text().notNull() });
