import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns, removableColumns } from '#electron/database/record-columns.ts';
import type { SubjectKind } from '#shared/modules/training-assessment/assessment/indicator.rules.ts';
import type { SheetState } from '#shared/modules/training-assessment/assessment/cycle.rules.ts';
import type { Band, BandFloor, ItemKind } from '#shared/modules/training-assessment/assessment/plan.schema.ts';

const decided = { decidedBy: text('decided_by'), decidedName: text('decided_name').notNull() };

export const plans = sqliteTable('assessment_plan', {
  ...removableColumns,
  title: text().notNull(),
  year: integer().notNull(),
  subjectKind: text('subject_kind').$type<SubjectKind>().notNull(),
  fromOn: text('from_on').notNull(),
  untilOn: text('until_on').notNull(),
  fullScore: integer('full_score').notNull(),
  selfUntil: text('self_until').notNull(),
  superiorUntil: text('superior_until').notNull(),
  appealDays: integer('appeal_days').notNull(),
  leastPeers: integer('least_peers').notNull(),
  leastResidents: integer('least_residents').notNull(),
  note: text().notNull(),
  bands: text({ mode: 'json' }).$type<BandFloor[]>().notNull(),
  state: text().$type<'draft' | 'enabled'>().notNull(),
  enabledAt: text('enabled_at'),
  copiedFromId: text('copied_from_id'),
});

export const items = sqliteTable('assessment_item', {
  ...removableColumns,
  planId: text('plan_id').notNull(),
  parentId: text('parent_id'),
  sortNo: integer('sort_no').notNull(),
  title: text().notNull(),
  kind: text().$type<ItemKind>().notNull(),
  fullScore: integer('full_score').notNull(),
  sourceId: text('source_id').notNull(),
  floorShare: integer('floor_share').notNull(),
  targetShare: integer('target_share').notNull(),
  rule: text().notNull(),
});

export const sheets = sqliteTable('assessment_sheet', {
  ...recordColumns,
  planId: text('plan_id').notNull(),
  subjectKind: text('subject_kind').$type<SubjectKind>().notNull(),
  subjectId: text('subject_id').notNull(),
  subjectName: text('subject_name').notNull(),
  namePy: text('name_py').notNull(),
  gridId: text('grid_id'),
  fromOn: text('from_on').notNull(),
  untilOn: text('until_on').notNull(),
  share: integer().notNull(),
  excludedReason: text('excluded_reason').notNull(),
  state: text().$type<SheetState>().notNull(),
  selfAccountId: text('self_account_id'),
  facts: text({ mode: 'json' }).$type<Readonly<Record<string, readonly [number, number]>>>().notNull(),
  reportedAt: text('reported_at'),
  reportedBy: text('reported_by'),
  scoredAt: text('scored_at'),
  scoredBy: text('scored_by'),
  archivedAt: text('archived_at'),
  archivedBy: text('archived_by'),
  returnedReason: text('returned_reason').notNull(),
  total: integer(),
  band: text().$type<Band>(),
});

export const marks = sqliteTable('assessment_mark', {
  ...recordColumns,
  sheetId: text('sheet_id').notNull(),
  itemId: text('item_id').notNull(),
  selfScore: integer('self_score'),
  selfNote: text('self_note').notNull(),
  score: integer(),
  basis: text().notNull(),
  matterNo: text('matter_no').notNull(),
});

export const adjustments = sqliteTable('assessment_adjustment', {
  ...removableColumns,
  sheetId: text('sheet_id').notNull(),
  happenedOn: text('happened_on').notNull(),
  points: integer().notNull(),
  reason: text().notNull(),
  basis: text().notNull(),
});

export const reviews = sqliteTable('assessment_review', {
  ...removableColumns,
  sheetId: text('sheet_id').notNull(),
  heldOn: text('held_on').notNull(),
  place: text().notNull(),
  satisfied: integer().notNull(),
  fair: integer().notNull(),
  unsatisfied: integer().notNull(),
  note: text().notNull(),
});

export const appeals = sqliteTable('assessment_appeal', {
  ...recordColumns,
  sheetId: text('sheet_id').notNull(),
  filedOn: text('filed_on').notNull(),
  filedBy: text('filed_by').notNull(),
  filedName: text('filed_name').notNull(),
  reason: text().notNull(),
  dueOn: text('due_on').notNull(),
  state: text().$type<'open' | 'upheld' | 'rejected'>().notNull(),
  decision: text().notNull(),
  ...decided,
  decidedOn: text('decided_on'),
});

export const follows = sqliteTable('assessment_follow', {
  ...removableColumns,
  sheetId: text('sheet_id').notNull(),
  code: text().notNull(),
  state: text().$type<'proposed' | 'confirmed' | 'dismissed'>().notNull(),
  reason: text().notNull(),
  ...decided,
  decidedAt: text('decided_at'),
  caseId: text('case_id'),
  needId: text('need_id'),
});

export const ratings = sqliteTable('assessment_rating', {
  ...removableColumns,
  departmentId: text('department_id').notNull(),
  gridId: text('grid_id'),
  matterNo: text('matter_no').notNull(),
  ratedOn: text('rated_on').notNull(),
  stars: integer().notNull(),
  comment: text().notNull(),
  reply: text().notNull(),
  repliedOn: text('replied_on'),
});
