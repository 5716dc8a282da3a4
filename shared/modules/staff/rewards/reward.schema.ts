import { z } from 'zod';
import { dayText, sortBy, versionedShape } from '#shared/contract/list.ts';

export const rewardKinds = ['reward', 'penalty'] as const;
const fen = z.int().min(0).max(100_000_000);
const ruleShape = {
  name: z.string().trim().min(1).max(60),
  kind: z.enum(rewardKinds),
  /** Table `reward-form`. */
  form: z.string().trim().min(1).max(20),
  amountFen: fen,
  /** Grades up or down in the order of table `staff-grade`. */
  gradeStep: z.int().min(-1).max(1),
  /** What it rests on: an article of the station's rules, a notice. */
  basis: z.string().trim().min(2).max(300),
  /** Whom it is for: holders of one post; null for everybody. */
  postId: z.uuid().nullable().default(null),
  /** Holders of posts of one level, table `post-level`; empty for every level. */
  level: z.string().max(20).default(''),
};
/** A reward never lowers a grade, a penalty never raises one. */
const isCoherent = ({ kind, gradeStep }: { readonly kind: string; readonly gradeStep: number }): boolean => (kind === 'reward' ? gradeStep >= 0 : gradeStep <= 0);
export const ruleDraftSchema = z.strictObject(ruleShape).refine(isCoherent, { path: ['gradeStep'] });
export type RuleDraft = z.output<typeof ruleDraftSchema>;
export const ruleChangeSchema = z.strictObject({ ...versionedShape, ...ruleShape }).refine(isCoherent, { path: ['gradeStep'] });
export const ruleRowSchema = z.strictObject({ ...versionedShape, ...ruleShape, postName: z.string(), cases: z.int() });
export type RuleRow = z.infer<typeof ruleRowSchema>;

export const nominationSchema = z.strictObject({
  memberId: z.uuid(),
  ruleId: z.uuid(),
  happenedOn: dayText,
  /** What was done, with where it is on record. */
  facts: z.string().trim().min(2).max(1000),
  /** The rule's amount unless another was asked for. */
  amountFen: fen.nullable(),
});
export type Nomination = z.infer<typeof nominationSchema>;
export const caseStatuses = ['proposed', 'approved', 'refused'] as const;
export const caseRowSchema = z.strictObject({
  ...versionedShape,
  memberId: z.uuid(),
  memberName: z.string(),
  gridName: z.string(),
  ruleName: z.string(),
  ruleBasis: z.string(),
  kind: z.enum(rewardKinds),
  form: z.string(),
  amountFen: fen,
  gradeWas: z.string(),
  gradeBecomes: z.string(),
  happenedOn: dayText,
  facts: z.string(),
  proposerName: z.string(),
  proposedOn: dayText,
  status: z.enum(caseStatuses),
  deciderName: z.string(),
  decidedOn: dayText.nullable(),
  decision: z.string(),
  /** The result of assessment it follows from, with the plan's title and the band; null where somebody nominated without one. */
  sheetId: z.uuid().nullable(),
  planTitle: z.string(),
  band: z.string(),
  /** Words that a consequence of an assessment no longer stands: its result was opened again or the decision taken back. */
  isOverturned: z.boolean(),
  /** Who stands above the person and may decide, the nearest first. */
  chain: z.array(z.string()),
  /** True when the reader may decide it. */
  mayDecide: z.boolean(),
});
export type CaseRow = z.infer<typeof caseRowSchema>;
export const caseFilterSchema = z.strictObject({
  text: z.string().trim().max(50).default(''),
  memberId: z.uuid().nullable().default(null),
  kinds: z.array(z.enum(rewardKinds)).max(2).default([]),
  statuses: z.array(z.enum(caseStatuses)).max(3).default([]),
  from: dayText.nullable().default(null),
  until: dayText.nullable().default(null),
});
export type CaseFilter = z.infer<typeof caseFilterSchema>;
export const caseSortSchema = sortBy(['happenedOn', 'memberName', 'amountFen', 'status'], 'happenedOn');
export const decideCaseSchema = z.strictObject({ ...versionedShape, approve: z.boolean(), decision: z.string().trim().min(2).max(300) });
/** The approved cases of a filter, in fen and in number. */
export const ledgerSumSchema = z.strictObject({ rewards: z.int(), penalties: z.int(), rewardsFen: z.int(), penaltiesFen: z.int(), waiting: z.int() });
