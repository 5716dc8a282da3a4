import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns, removableColumns } from '#electron/database/record-columns.ts';
import type { OpenPeriod } from '#shared/modules/grid/service-desk/desk-visit.schema.ts';

export const deskVisits = sqliteTable('desk_visit', {
  ...removableColumns,
  cameOn: text('came_on').notNull(),
  no: integer().notNull(),
  personId: text('person_id'),
  visitor: text().notNull(),
  topic: text().notNull(),
  content: text().notNull(),
  cameAt: text('came_at').notNull(),
  servedAt: text('served_at'),
  leftAt: text('left_at'),
  handedTo: text('handed_to').notNull(),
  result: text().notNull(),
  isOutside: integer('is_outside', { mode: 'boolean' }).notNull(),
  waitMinutes: integer('wait_minutes'),
});

export const deskHours = sqliteTable('desk_hours', {
  ...recordColumns,
  periods: text({ mode: 'json' }).$type<OpenPeriod[]>().notNull(),
  isOpenOnHolidays: integer('is_open_on_holidays', { mode: 'boolean' }).notNull(),
  note: text().notNull(),
});
