import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PostConditions } from '#shared/modules/staff/posts/post.schema.ts';
import { removableColumns } from '#electron/database/record-columns.ts';

export const posts = sqliteTable('post', {
  ...removableColumns,
  name: text().notNull(),
  level: text().notNull(),
  quota: integer().notNull(),
  duties: text().notNull(),
  content: text().notNull(),
  scope: text().notNull(),
  conditions: text({ mode: 'json' }).$type<PostConditions>().notNull(),
  subsidyFen: integer('subsidy_fen').notNull(),
  answersForGrid: integer('answers_for_grid', { mode: 'boolean' }).notNull(),
  note: text().notNull(),
});

export const appointments = sqliteTable('appointment', {
  ...removableColumns,
  memberId: text('member_id'),
  personName: text('person_name').notNull(),
  postId: text('post_id'),
  gridId: text('grid_id'),
  place: text().notNull(),
  isResponsible: integer('is_responsible', { mode: 'boolean' }).notNull(),
  fromOn: text('from_on').notNull(),
  untilOn: text('until_on'),
  reason: text().notNull(),
  endReason: text('end_reason').notNull(),
  candidateId: text('candidate_id'),
});

export const handovers = sqliteTable('post_handover', {
  ...removableColumns,
  appointmentId: text('appointment_id').notNull(),
  giverName: text('giver_name').notNull(),
  takerName: text('taker_name').notNull(),
  handedOn: text('handed_on'),
  items: text({ mode: 'json' }).$type<readonly { readonly what: string; readonly state: string }[]>().notNull(),
  witness: text().notNull(),
  note: text().notNull(),
});
