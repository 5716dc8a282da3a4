import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { DutyDay } from '#shared/modules/staff/duty/duty.schema.ts';
import { removableColumns } from '#electron/database/record-columns.ts';

export const rosters = sqliteTable('duty_roster', { ...removableColumns, month: text().notNull(), days: text({ mode: 'json' }).$type<readonly DutyDay[]>().notNull(), note: text().notNull() });
export const teams = sqliteTable('staff_team', {
  ...removableColumns,
  name: text().notNull(),
  kind: text().notNull(),
  leaderId: text('leader_id'),
  memberIds: text('member_ids', { mode: 'json' }).$type<readonly string[]>().notNull(),
  skills: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  foundedOn: text('founded_on'),
  note: text().notNull(),
});
export const teamTasks = sqliteTable('team_task', {
  ...removableColumns,
  teamId: text('team_id').notNull(),
  givenOn: text('given_on').notNull(),
  doneOn: text('done_on'),
  task: text().notNull(),
  people: integer().notNull(),
  minutes: integer().notNull(),
  result: text().notNull(),
  matterNo: text('matter_no').notNull(),
});
