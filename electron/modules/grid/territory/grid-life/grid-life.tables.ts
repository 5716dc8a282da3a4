import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns } from '#electron/database/record-columns.ts';
import { gridEventKinds, type Giving, type Taking } from '#shared/modules/grid/territory/grid-life/grid-life.schema.ts';

export const gridSlots = sqliteTable('grid_slot', {
  ...recordColumns,
  gridId: text('grid_id').notNull(),
  kind: text().notNull(),
  name: text().notNull(),
  unit: text().notNull(),
  phone: text().notNull(),
  since: text(),
  note: text().notNull(),
});

export const gridEvents = sqliteTable('grid_event', {
  ...recordColumns,
  kind: text({ enum: gridEventKinds }).notNull(),
  happenedOn: text('happened_on').notNull(),
  reason: text().notNull(),
  gives: text({ mode: 'json' }).$type<readonly Giving[]>().notNull(),
  takes: text({ mode: 'json' }).$type<readonly Taking[]>().notNull(),
  undoneAt: text('undone_at'),
  undoneReason: text('undone_reason').notNull(),
});
