import { z } from 'zod';
import { dayText, versionedShape } from '#shared/contract/list.ts';
import { subjectKinds } from './indicator.rules.ts';

const text = (max: number) => z.string().trim().max(max);
/** Ten thousand points, in hundredths: sums of it stay exact. */
export const MOST_SCORE = 1_000_000;
export const score = z.int().min(0).max(MOST_SCORE);
const share = z.int().min(0).max(10_000);

export const subjectKind = z.enum(subjectKinds);
export const bands = ['excellent', 'good', 'pass', 'fail'] as const;
export type Band = (typeof bands)[number];
export const itemKinds = ['group', 'indicator', 'scored', 'peer', 'resident', 'adjust'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** From which total a band begins, and what follows from it: `code` of table `assessment-follow`, after so many cycles in a row. */
export const bandFloorSchema = z.strictObject({ band: z.enum(bands), floor: score, follows: z.array(z.strictObject({ code: z.string().trim().min(1).max(20), inRow: z.int().min(1).max(5) })).max(8) });
export type BandFloor = z.infer<typeof bandFloorSchema>;

const planShape = {
  title: text(80).min(1),
  year: z.int().min(2000).max(2100),
  subjectKind,
  fromOn: dayText,
  untilOn: dayText,
  fullScore: score.min(1000),
  selfUntil: dayText,
  superiorUntil: dayText,
  /** Working days to appeal after the result, and to decide it. */
  appealDays: z.int().min(1).max(60),
  /** Fewer than three raters could be told apart. */
  leastPeers: z.int().min(3).max(50),
  leastResidents: z.int().min(1).max(10_000),
  note: text(500),
  bands: z.array(bandFloorSchema).min(2).max(4),
};
const inOrder = (plan: { readonly fromOn: string; readonly untilOn: string }): boolean => plan.fromOn <= plan.untilOn;
const onTime = (plan: { readonly untilOn: string; readonly selfUntil: string; readonly superiorUntil: string }): boolean => plan.selfUntil <= plan.superiorUntil;
export const planDraftSchema = z.strictObject(planShape).refine(inOrder, { path: ['untilOn'] }).refine(onTime, { path: ['superiorUntil'] });
export type PlanDraft = z.infer<typeof planDraftSchema>;
export const planChangeSchema = z.strictObject({ ...versionedShape, ...planShape }).refine(inOrder, { path: ['untilOn'] }).refine(onTime, { path: ['superiorUntil'] });
export type PlanChange = z.infer<typeof planChangeSchema>;

const itemShape = {
  planId: z.uuid(),
  parentId: z.uuid().nullable(),
  title: text(100).min(1),
  kind: z.enum(itemKinds),
  /** For an addition or deduction: the most on either side. */
  fullScore: score.min(1),
  /** Id of an indicator; empty for what people score. */
  sourceId: text(40),
  floorShare: share,
  targetShare: share.min(1),
  /** How it is scored and on which basis. */
  rule: text(500),
};
const rises = (item: { readonly floorShare: number; readonly targetShare: number }): boolean => item.floorShare < item.targetShare;
export const itemDraftSchema = z.strictObject(itemShape).refine(rises, { path: ['targetShare'] });
export type ItemDraft = z.infer<typeof itemDraftSchema>;
export const itemChangeSchema = z.strictObject({ ...versionedShape, ...itemShape }).refine(rises, { path: ['targetShare'] });
export type ItemChange = z.infer<typeof itemChangeSchema>;
export const planItemSchema = z.strictObject({ ...versionedShape, ...itemShape, sortNo: z.int() });
export type PlanItem = z.infer<typeof planItemSchema>;

export const planStates = ['draft', 'enabled'] as const;
export const planRowSchema = z.strictObject({ ...versionedShape, ...planShape, state: z.enum(planStates), enabledAt: z.string().nullable(), copiedFromId: z.uuid().nullable(), sheets: z.int(), archived: z.int(), updatedAt: z.string() });
export type PlanRow = z.infer<typeof planRowSchema>;
export const planSheetSchema = planRowSchema.extend({ items: z.array(planItemSchema) });
export type PlanSheet = z.infer<typeof planSheetSchema>;

/** A weight as it would be; nothing is stored. */
export const simulationSchema = z.strictObject({ planId: z.uuid(), changes: z.array(z.strictObject({ itemId: z.uuid(), fullScore: score })).max(200).default([]) });
export const simulatedSchema = z.strictObject({
  /** Points that can be told before people scored: computed lines, and what the last cycle gave for lines of the same name. */
  countedBefore: z.int(),
  countedAfter: z.int(),
  subjects: z.int(),
  moved: z.int(),
  mean: z.int(),
  /** How many go from one band to another; who stays is not among them. */
  bandMoves: z.array(z.strictObject({ from: z.enum(bands), to: z.enum(bands), count: z.int() })),
  rows: z.array(z.strictObject({ subjectId: z.string(), name: z.string(), before: z.int(), after: z.int(), rankBefore: z.int(), rankAfter: z.int(), bandBefore: z.enum(bands).nullable(), bandAfter: z.enum(bands).nullable() })),
});
export type Simulated = z.infer<typeof simulatedSchema>;
