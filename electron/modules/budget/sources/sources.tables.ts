import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns, removableColumns } from '#electron/database/record-columns.ts';
import type { Role } from '#shared/contract/roles.ts';
import type { OverspendPolicy } from '#shared/modules/budget/requests/check.rules.ts';
import type { ReviewLevel } from '#shared/modules/budget/requests/steps.rules.ts';
import type { sourceKinds } from '#shared/modules/budget/sources/source.schema.ts';
import type { SourceForm } from '#shared/modules/budget/ledger/ledger.rules.ts';

export const fundingSources = sqliteTable('funding_source', {
  ...removableColumns,
  name: text().notNull(),
  kind: text().$type<(typeof sourceKinds)[number]>().notNull(),
  form: text().$type<SourceForm>().notNull(),
  giver: text().notNull(),
  bankAccount: text('bank_account').notNull(),
  allowedUses: text('allowed_uses', { mode: 'json' }).$type<string[]>().notNull(),
  forbiddenUses: text('forbidden_uses', { mode: 'json' }).$type<string[]>().notNull(),
  ruleText: text('rule_text').notNull(),
  levels: text({ mode: 'json' }).$type<ReviewLevel[]>().notNull(),
  payers: text({ mode: 'json' }).$type<{ name: string; percent: number }[]>().notNull(),
  overspend: text().$type<OverspendPolicy>().notNull(),
  overspendRoles: text('overspend_roles', { mode: 'json' }).$type<Role[]>().notNull(),
  disburseDays: integer('disburse_days').notNull(),
  closingDays: integer('closing_days').notNull(),
  taskId: text('task_id'),
  taskName: text('task_name').notNull(),
  endedOn: text('ended_on'),
  note: text().notNull(),
});

export const volunteerEfforts = sqliteTable('volunteer_effort', {
  ...recordColumns,
  doneOn: text('done_on').notNull(),
  people: integer().notNull(),
  minutes: integer().notNull(),
  hourFen: integer('hour_fen').notNull(),
  what: text().notNull(),
});
