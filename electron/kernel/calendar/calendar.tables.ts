import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const calendarDays = sqliteTable('calendar_day', {
  id: text().primaryKey().notNull(),
  communityId: text('community_id').notNull(),
  version: integer().notNull().default(1),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
  day: text().notNull(),
  kind: text().notNull(),
  name: text().notNull(),
  source: text().notNull(),
});
