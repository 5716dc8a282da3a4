import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { removableColumns } from '#electron/database/record-columns.ts';
import { keptMapStates } from '#shared/modules/grid/process/process.rules.ts';
import type { ProcessStep } from '#shared/modules/grid/process/process.schema.ts';

export const processMaps = sqliteTable('process_map', {
  ...removableColumns,
  lineId: text('line_id').notNull(),
  edition: integer().notNull(),
  title: text().notNull(),
  kind: text().notNull(),
  basis: text().notNull(),
  note: text().notNull(),
  steps: text({ mode: 'json' }).$type<ProcessStep[]>().notNull(),
  state: text({ enum: keptMapStates }).notNull(),
  inForceOn: text('in_force_on'),
  endedOn: text('ended_on'),
  endReason: text('end_reason').notNull(),
  stepsBefore: integer('steps_before').notNull(),
  stepsAfter: integer('steps_after').notNull(),
  daysBefore: integer('days_before').notNull(),
  daysAfter: integer('days_after').notNull(),
  handOversBefore: integer('hand_overs_before').notNull(),
  handOversAfter: integer('hand_overs_after').notNull(),
  documentsBefore: integer('documents_before').notNull(),
  documentsAfter: integer('documents_after').notNull(),
});
