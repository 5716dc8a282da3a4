import { integer, text } from 'drizzle-orm/sqlite-core';

/** What every table of a module begins with; `version` counts the changes of a row, from 1. */
export const recordColumns = {
  id: text().notNull(),
  communityId: text('community_id').notNull(),
  version: integer().notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
};

/** The same for a record that can be taken out and comes back with an undo. */
export const removableColumns = { ...recordColumns, removedAt: text('removed_at') };
