import { integer, text } from 'drizzle-orm/sqlite-core';

/** What every record of the module has. */
export const recordColumns = {
  id: text().notNull(),
  communityId: text('community_id').notNull(),
  version: integer().notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
  removedAt: text('removed_at'),
};
