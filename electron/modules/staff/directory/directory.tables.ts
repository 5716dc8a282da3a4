import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns } from '../record-columns.ts';

export const photos = sqliteTable('staff_photo', { ...recordColumns, memberId: text('member_id').notNull(), data: text().notNull() });
export const internalNumbers = sqliteTable('internal_number', { ...recordColumns, memberId: text('member_id').notNull(), number: text().notNull(), note: text().notNull() });
