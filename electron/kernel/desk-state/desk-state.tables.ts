import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const deskStates = sqliteTable('desk_state', {
  id: text().primaryKey().notNull(),
  communityId: text('community_id').notNull(),
  version: integer().notNull().default(1),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
  accountId: text('account_id').notNull(),
  kind: text().notNull(),
  key: text().notNull(),
  value: text().notNull(),
});
