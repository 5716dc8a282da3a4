import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { removableColumns } from '#electron/database/record-columns.ts';

export const rewardRules = sqliteTable('reward_rule', {
  ...removableColumns,
  name: text().notNull(),
  kind: text({ enum: ['reward', 'penalty'] }).notNull(),
  form: text().notNull(),
  amountFen: integer('amount_fen').notNull(),
  gradeStep: integer('grade_step').notNull(),
  basis: text().notNull(),
  postId: text('post_id'),
  level: text().notNull(),
});

export const rewardCases = sqliteTable('reward_case', {
  ...removableColumns,
  memberId: text('member_id').notNull(),
  ruleId: text('rule_id').notNull(),
  kind: text({ enum: ['reward', 'penalty'] }).notNull(),
  form: text().notNull(),
  amountFen: integer('amount_fen').notNull(),
  gradeWas: text('grade_was').notNull(),
  gradeBecomes: text('grade_becomes').notNull(),
  happenedOn: text('happened_on').notNull(),
  facts: text().notNull(),
  proposedBy: text('proposed_by').notNull(),
  proposerName: text('proposer_name').notNull(),
  proposedOn: text('proposed_on').notNull(),
  status: text({ enum: ['proposed', 'approved', 'refused'] }).notNull(),
  decidedBy: text('decided_by'),
  deciderName: text('decider_name').notNull(),
  decidedOn: text('decided_on'),
  decision: text().notNull(),
});
