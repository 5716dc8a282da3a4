import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { removableColumns } from '#electron/database/record-columns.ts';

export const photos = sqliteTable('staff_photo', { ...removableColumns, memberId: text('member_id').notNull(), data: text().notNull() });
export const internalNumbers = sqliteTable('internal_number', { ...removableColumns, memberId: text('member_id').notNull(), number: text().notNull(), note: text().notNull() });
