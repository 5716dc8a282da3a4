import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { removableColumns } from '#electron/database/record-columns.ts';

export const careGroups = sqliteTable('care_group', {
  ...removableColumns,
  personId: text('person_id').notNull(),
  kind: text().notNull(),
  fromOn: text('from_on').notNull(),
  untilOn: text('until_on'),
  level: text().notNull(),
  allowanceFen: integer('allowance_fen'),
  helper: text().notNull(),
  nextVisitOn: text('next_visit_on'),
  note: text().notNull(),
});

export const serviceRecords = sqliteTable('service_record', {
  ...removableColumns,
  servedOn: text('served_on').notNull(),
  place: text().notNull(),
  kind: text().notNull(),
  staff: text({ mode: 'json' }).$type<string[]>().notNull(),
  personIds: text('person_ids', { mode: 'json' }).$type<string[]>().notNull(),
  content: text().notNull(),
  followUp: text('follow_up').notNull(),
});
