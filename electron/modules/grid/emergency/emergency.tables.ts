import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns, removableColumns } from '#electron/database/record-columns.ts';
import { logKinds, type PlanContact, type PlanTask } from '#shared/modules/grid/emergency/emergency.schema.ts';

export const emergencyPlans = sqliteTable('emergency_plan', {
  ...removableColumns,
  kind: text().notNull(),
  name: text().notNull(),
  materials: text().notNull(),
  note: text().notNull(),
  tasks: text({ mode: 'json' }).$type<PlanTask[]>().notNull(),
  contacts: text({ mode: 'json' }).$type<PlanContact[]>().notNull(),
});

export const emergencies = sqliteTable('emergency', {
  ...recordColumns,
  planId: text('plan_id').notNull(),
  kind: text().notNull(),
  title: text().notNull(),
  place: text().notNull(),
  gridId: text('grid_id'),
  isDrill: integer('is_drill', { mode: 'boolean' }).notNull(),
  materials: text().notNull(),
  startedAt: text('started_at').notNull(),
  startedBy: text('started_by').notNull(),
  endedAt: text('ended_at'),
  summary: text().notNull(),
  wentWell: text('went_well').notNull(),
  toImprove: text('to_improve').notNull(),
  followUp: text('follow_up').notNull(),
});

export const emergencyTasks = sqliteTable('emergency_task', {
  ...recordColumns,
  emergencyId: text('emergency_id').notNull(),
  place: integer().notNull(),
  text: text().notNull(),
  dueAt: text('due_at'),
  doneAt: text('done_at'),
  doneBy: text('done_by').notNull(),
});

export const emergencyContacts = sqliteTable('emergency_contact', {
  ...recordColumns,
  emergencyId: text('emergency_id').notNull(),
  place: integer().notNull(),
  depth: integer().notNull(),
  role: text().notNull(),
  name: text().notNull(),
  workPhone: text('work_phone').notNull(),
  dueAt: text('due_at').notNull(),
  reportedAt: text('reported_at'),
  words: text().notNull(),
});

export const emergencyLogs = sqliteTable('emergency_log', {
  ...recordColumns,
  emergencyId: text('emergency_id').notNull(),
  writtenBy: text('written_by').notNull(),
  kind: text({ enum: logKinds }).notNull(),
  text: text().notNull(),
});
