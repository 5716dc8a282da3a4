import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns } from '#electron/database/record-columns.ts';
import { unitKinds } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import type { UnitRef } from '#shared/modules/grid/matters/matter.schema.ts';

export const jointMeetings = sqliteTable('joint_meeting', {
  ...recordColumns,
  no: text().notNull(),
  heldOn: text('held_on').notNull(),
  place: text().notNull(),
  present: text({ mode: 'json' }).$type<string[]>().notNull(),
  minutes: text().notNull(),
  leadKind: text('lead_kind', { enum: unitKinds }).notNull(),
  leadId: text('lead_id').notNull(),
  others: text({ mode: 'json' }).$type<UnitRef[]>().notNull(),
  matterIds: text('matter_ids', { mode: 'json' }).$type<string[]>().notNull(),
  recordedBy: text('recorded_by').notNull(),
});
