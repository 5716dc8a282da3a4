import { z } from 'zod';
import { dayText, instantText, sortBy, versionedShape } from '#shared/contract/list.ts';
import { roles } from '#shared/contract/roles.ts';
import { admittedTaskSchema } from '#shared/modules/grid/admission/admitted-task.schema.ts';
import { overspendPolicies } from '../requests/check.rules.ts';

/** 财政拨款 / 专项资金 / 费随事转 / 企业 / 社会组织 / 捐赠 / 居民自筹 / 其他 (domain.md 1.7). */
export const sourceKinds = ['upper-government', 'special-fund', 'task-money', 'enterprise', 'social-organisation', 'donation', 'residents', 'other'] as const;
export const sourceForms = ['cash', 'in-kind'] as const;

export const reviewLevelSchema = z.strictObject({ name: z.string().trim().min(1).max(30), role: z.enum(['supervisor', 'finance']), limitDays: z.int().min(1).max(120) });
export const payerSchema = z.strictObject({ name: z.string().trim().min(1).max(40), percent: z.int().min(1).max(100) });

const codes = z.array(z.string().trim().min(1).max(20)).max(40);
const sourceShape = {
  name: z.string().trim().min(2).max(60),
  kind: z.enum(sourceKinds),
  form: z.enum(sourceForms),
  /** Who gives it: the department and its line, the fund, the firm. */
  giver: z.string().trim().max(60),
  /** Bank and number of the account its cash goes through; every source has its own (专款专用). */
  bankAccount: z.string().trim().max(80),
  allowedUses: codes,
  forbiddenUses: codes,
  /** The rule that is named when a use is refused. */
  ruleText: z.string().trim().max(200),
  levels: z.array(reviewLevelSchema).min(1).max(6),
  /** Who pays which part; the parts are per cent and make a hundred. */
  payers: z.array(payerSchema).min(1).max(6),
  overspend: z.enum(overspendPolicies),
  overspendRoles: z.array(z.enum(roles)).max(6),
  /** Working days until the money must be paid out after approval, and for each step after acceptance. */
  disburseDays: z.int().min(1).max(120),
  closingDays: z.int().min(1).max(120),
  /** The admitted task whose money this is. */
  taskId: z.uuid().nullable(),
  taskName: z.string().trim().max(80),
  endedOn: dayText.nullable(),
  note: z.string().trim().max(300),
};
/** Only money that follows a task has one. */
const hasRightTask = ({ kind, taskId }: { readonly kind: string; readonly taskId: string | null }): boolean => taskId === null || kind === 'task-money';
export const sourceDraftSchema = z.strictObject(sourceShape).refine(hasRightTask, { path: ['taskId'] });
export type SourceDraft = z.infer<typeof sourceDraftSchema>;
export const sourceChangeSchema = z.strictObject({ ...versionedShape, ...sourceShape }).refine(hasRightTask, { path: ['taskId'] });
export type SourceChange = z.infer<typeof sourceChangeSchema>;

export const sourceRowSchema = z.strictObject({
  ...versionedShape,
  ...sourceShape,
  /** As admission knows it: promised, due, and what came by the book. */
  task: admittedTaskSchema.nullable(),
  /** From the entries: what came in, what lies in the account now, what is out for requests, what is proved by vouchers. */
  receivedFen: z.int(),
  storeFen: z.int(),
  outFen: z.int(),
  usedFen: z.int(),
  updatedAt: instantText,
});
export type SourceRow = z.infer<typeof sourceRowSchema>;

export const sourceFilterSchema = z.strictObject({
  text: z.string().trim().max(60).default(''),
  kinds: z.array(z.enum(sourceKinds)).max(10).default([]),
  forms: z.array(z.enum(sourceForms)).max(2).default([]),
  ended: z.boolean().default(false),
  /** The source of one admitted task. */
  taskId: z.uuid().nullable().default(null),
});
export type SourceFilter = z.infer<typeof sourceFilterSchema>;
export const sourceSortSchema = sortBy(['name', 'kind'], 'name');

const fen = z.int().min(1).max(10_000_000_000_000);
/** Money or goods that arrived for a source, or went back to who gave it. */
export const receiptDraftSchema = z.strictObject({ sourceId: z.uuid(), way: z.enum(['received', 'given-back']), fen, receivedOn: dayText, memo: z.string().trim().min(2).max(200) });
export type ReceiptDraft = z.infer<typeof receiptDraftSchema>;

export const effortDraftSchema = z.strictObject({
  doneOn: dayText,
  people: z.int().min(1).max(5000),
  minutes: z.int().min(1).max(10_000_000),
  /** Agreed worth of an hour, in fen. */
  hourFen: z.int().min(1).max(100_000),
  what: z.string().trim().min(2).max(200),
});
export type EffortDraft = z.infer<typeof effortDraftSchema>;
export const effortRowSchema = z.strictObject({ ...versionedShape, ...effortDraftSchema.shape, valueFen: z.int(), updatedAt: instantText });
export type EffortRow = z.infer<typeof effortRowSchema>;
export const effortFilterSchema = z.strictObject({ year: z.int().min(2000).max(2100).nullable().default(null) });
export type EffortFilter = z.infer<typeof effortFilterSchema>;
export const effortSortSchema = sortBy(['doneOn'], 'doneOn');
