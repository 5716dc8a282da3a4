import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { removableColumns } from '#electron/database/record-columns.ts';
import { listKinds, listStates } from '#shared/modules/grid/admission/admission-list.schema.ts';
import { admissionMoveNames, admissionStates, exemptions } from '#shared/modules/grid/admission/admission.schema.ts';

export const admissionLists = sqliteTable('admission_list', {
  ...removableColumns,
  kind: text({ enum: listKinds }).notNull(),
  editionNo: integer('edition_no').notNull(),
  state: text({ enum: listStates }).notNull(),
  effectiveOn: text('effective_on'),
  publishedBy: text('published_by').notNull(),
});

export const admissionItems = sqliteTable('admission_item', {
  ...removableColumns,
  listId: text('list_id').notNull(),
  itemNo: integer('item_no').notNull(),
  title: text().notNull(),
  content: text().notNull(),
  legalBasis: text('legal_basis').notNull(),
  office: text().notNull(),
  means: text().notNull(),
  category: text().notNull().default(''),
  supportOffices: text('support_offices').notNull().default(''),
  note: text().notNull().default(''),
});

export const admissions = sqliteTable('admission', {
  ...removableColumns,
  no: text().notNull(),
  bodyId: text('body_id').notNull(),
  title: text().notNull(),
  content: text().notNull(),
  legalBasis: text('legal_basis').notNull(),
  authority: text().notNull(),
  isTemporary: integer('is_temporary', { mode: 'boolean' }).notNull(),
  startsOn: text('starts_on').notNull(),
  endsOn: text('ends_on'),
  moneyFen: integer('money_fen').notNull(),
  moneyDueOn: text('money_due_on'),
  staff: text().notNull(),
  training: text().notNull(),
  exempt: text({ enum: exemptions }).notNull(),
  exemptReason: text('exempt_reason').notNull(),
  state: text({ enum: admissionStates }).notNull(),
  listItemId: text('list_item_id'),
  appliedOn: text('applied_on'),
  reviewDueOn: text('review_due_on'),
  decidedOn: text('decided_on'),
});

export const admissionSteps = sqliteTable('admission_step', {
  ...removableColumns,
  admissionId: text('admission_id').notNull(),
  move: text({ enum: admissionMoveNames }).notNull(),
  state: text({ enum: admissionStates }).notNull(),
  enteredOn: text('entered_on').notNull(),
  byName: text('by_name').notNull(),
  reason: text().notNull(),
});

export const admissionPayments = sqliteTable('admission_payment', {
  ...removableColumns,
  admissionId: text('admission_id').notNull(),
  receivedOn: text('received_on').notNull(),
  amountFen: integer('amount_fen').notNull(),
  voucherNo: text('voucher_no').notNull(),
  note: text().notNull(),
});

export const doorRefusals = sqliteTable('door_refusal', {
  ...removableColumns,
  no: text().notNull(),
  bodyId: text('body_id').notNull(),
  broughtBy: text('brought_by').notNull(),
  refusedOn: text('refused_on').notNull(),
  title: text().notNull(),
  content: text().notNull(),
  listItemId: text('list_item_id'),
  rightOffice: text('right_office').notNull(),
  reason: text().notNull(),
  refusedBy: text('refused_by').notNull(),
});

export const burdenRecords = sqliteTable('burden_record', {
  ...removableColumns,
  bodyId: text('body_id'),
  kind: text().notNull(),
  title: text().notNull(),
  doneOn: text('done_on').notNull(),
  minutes: integer().notNull(),
  people: integer().notNull(),
  forms: integer().notNull(),
  gridMemberId: text('grid_member_id'),
  admissionId: text('admission_id'),
  note: text().notNull(),
});
