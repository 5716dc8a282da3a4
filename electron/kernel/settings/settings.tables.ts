import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const settings = sqliteTable('setting', {
  id: text().primaryKey().notNull(),
  communityId: text('community_id').notNull(),
  version: integer().notNull().default(1),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
  name: text().notNull(),
  value: text().notNull(),
});
