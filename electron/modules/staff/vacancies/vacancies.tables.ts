import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { removableColumns } from '#electron/database/record-columns.ts';

export const vacancies = sqliteTable('vacancy', {
  ...removableColumns,
  postId: text('post_id').notNull(),
  gridId: text('grid_id'),
  seats: integer().notNull(),
  channel: text().notNull(),
  openedOn: text('opened_on').notNull(),
  closesOn: text('closes_on'),
  status: text({ enum: ['open', 'filled', 'withdrawn'] }).notNull(),
  endedOn: text('ended_on'),
  endReason: text('end_reason').notNull(),
  note: text().notNull(),
});

export const candidates = sqliteTable('candidate', {
  ...removableColumns,
  vacancyId: text('vacancy_id').notNull(),
  memberId: text('member_id'),
  name: text().notNull(),
  sex: text({ enum: ['0', '1', '2', '9'] }).notNull(),
  birthOn: text('birth_on'),
  education: text().notNull(),
  profession: text().notNull(),
  gridMonths: integer('grid_months').notNull(),
  privatePhone: text('private_phone').notNull(),
  met: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  appliedOn: text('applied_on').notNull(),
  status: text({ enum: ['applied', 'appointed', 'refused'] }).notNull(),
  decision: text().notNull(),
  note: text().notNull(),
});

export const exemptions = sqliteTable('condition_exemption', {
  ...removableColumns,
  candidateId: text('candidate_id').notNull(),
  conditions: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  reason: text().notNull(),
  proposedBy: text('proposed_by').notNull(),
  proposerName: text('proposer_name').notNull(),
  proposedAt: text('proposed_at').notNull(),
  status: text({ enum: ['proposed', 'approved', 'refused'] }).notNull(),
  decidedBy: text('decided_by'),
  deciderName: text('decider_name').notNull(),
  decidedAt: text('decided_at'),
  decision: text().notNull(),
});

export const quotaRequests = sqliteTable('quota_request', {
  ...removableColumns,
  postId: text('post_id').notNull(),
  asked: integer().notNull(),
  reason: text().notNull(),
  addressee: text().notNull(),
  sentOn: text('sent_on'),
  status: text({ enum: ['drafted', 'sent', 'granted', 'refused'] }).notNull(),
  granted: integer().notNull(),
  answeredOn: text('answered_on'),
  answer: text().notNull(),
});
