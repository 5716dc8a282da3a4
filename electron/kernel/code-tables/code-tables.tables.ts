import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const codeItems = sqliteTable('code_item', {
  id: text().primaryKey().notNull(),
  communityId: text('community_id').notNull(),
  version: integer().notNull().default(1),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
  tableName: text('table_name').notNull(),
  code: text().notNull(),
  zh: text().notNull(),
  en: text().notNull(),
  active: integer({ mode: 'boolean' }).notNull(),
});
