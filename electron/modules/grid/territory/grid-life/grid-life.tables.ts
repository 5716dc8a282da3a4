import { sqliteTable, text, integer } from 'drizzle-orm/sqlite-core';
import { gridEventKinds, type Giving, type Taking } from '#shared/modules/grid/territory/grid-life/grid-life.schema.ts';

const record = {
  id: text().notNull(),
  communityId: text('community_id').notNull(),
  version: integer().notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
};

export const gridSlots = sqliteTable('grid_slot', {
  ...record,
  gridId: text('grid_id').notNull(),
  kind: text().notNull(),
  name: text().notNull(),
  unit: text().notNull(),
  phone: text().notNull(),
  since: text(),
  note: text().notNull(),
});

export const gridEvents = sqliteTable('grid_event', {
  ...record,
  kind: text({ enum: gridEventKinds }).notNull(),
  happenedOn: text('happened_on').notNull(),
  reason: text().notNull(),
  gives: text({ mode: 'json' }).$type<readonly Giving[]>().notNull(),
  takes: text({ mode: 'json' }).$type<readonly Taking[]>().notNull(),
  undoneAt: text('undone_at'),
  undoneReason: text('undone_reason').notNull(),
});
