import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { removableColumns } from '#electron/database/record-columns.ts';
import { hazardLevels } from '#shared/modules/grid/prevention/prevention.schema.ts';

export const inspectionPlans = sqliteTable('inspection_plan', {
  ...removableColumns,
  place: text().notNull(),
  gridId: text('grid_id'),
  kind: text().notNull(),
  everyDays: integer('every_days').notNull(),
  assignee: text().notNull(),
  points: text({ mode: 'json' }).$type<string[]>().notNull(),
  nextOn: text('next_on').notNull(),
  isPaused: integer('is_paused', { mode: 'boolean' }).notNull(),
});

export const inspectionVisits = sqliteTable('inspection_visit', {
  ...removableColumns,
  planId: text('plan_id').notNull(),
  inspectedOn: text('inspected_on').notNull(),
  inspector: text().notNull(),
  level: text({ enum: hazardLevels }).notNull(),
  finding: text().notNull(),
  matterId: text('matter_id'),
});

export const expiryItems = sqliteTable('expiry_item', {
  ...removableColumns,
  kind: text().notNull(),
  name: text().notNull(),
  place: text().notNull(),
  gridId: text('grid_id'),
  holder: text().notNull(),
  expiresOn: text('expires_on').notNull(),
  remindDays: integer('remind_days').notNull(),
  remindFrom: text('remind_from').notNull(),
  note: text().notNull(),
});
