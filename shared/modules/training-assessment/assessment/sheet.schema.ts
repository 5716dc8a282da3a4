import { z } from 'zod';
import { dayText, sortBy, versionedShape } from '#shared/contract/list.ts';
import { memberTrainingSchema } from '../training/record.schema.ts';
import { sheetStates } from './cycle.rules.ts';
import { bandFloorSchema, bands, itemKinds, MOST_SCORE, score, subjectKind } from './plan.schema.ts';

const text = (max: number) => z.string().trim().max(max);
const reason = text(300).min(2);

export const sheetRowSchema = z.strictObject({
  ...versionedShape,
  planId: z.uuid(),
  planTitle: z.string(),
  year: z.int(),
  subjectKind,
  subjectId: z.string(),
  subjectName: z.string(),
  gridName: z.string(),
  state: z.enum(sheetStates),
  /** Null until the superior scored: a provisional total would let ratings be read from its changes. */
  total: z.int().nullable(),
  fullScore: z.int(),
  band: z.enum(bands).nullable(),
  dueOn: dayText.nullable(),
  updatedAt: z.string(),
});
export type SheetRow = z.infer<typeof sheetRowSchema>;
export const sheetFilterSchema = z.strictObject({
  text: text(60).default(''),
  planId: z.uuid().nullable().default(null),
  kinds: z.array(subjectKind).max(5).default([]),
  states: z.array(z.enum(sheetStates)).max(6).default([]),
  bands: z.array(z.enum(bands)).max(4).default([]),
  gridIds: z.array(z.uuid()).max(2000).default([]),
});
export type SheetFilter = z.infer<typeof sheetFilterSchema>;
export const sheetSortSchema = sortBy(['total', 'subjectName', 'state', 'updatedAt'], 'total');

/** One line of the sheet: a scored part of the plan with what it earned and why. */
export const lineSchema = z.strictObject({
  itemId: z.uuid(),
  parentId: z.uuid().nullable(),
  title: z.string(),
  kind: z.enum(itemKinds),
  sourceId: z.string(),
  rule: z.string(),
  fullScore: z.int(),
  earned: z.int().nullable(),
  due: z.int().nullable(),
  score: z.int().nullable(),
  selfScore: z.int().nullable(),
  selfNote: z.string(),
  basis: z.string(),
  matterNo: z.string(),
});
export type SheetLine = z.infer<typeof lineSchema>;

const adjustmentShape = { sheetId: z.uuid(), happenedOn: dayText, points: z.int().min(-MOST_SCORE).max(MOST_SCORE).refine((points) => points !== 0), reason, basis: text(200).min(1) };
export const adjustmentDraftSchema = z.strictObject(adjustmentShape);
export type AdjustmentDraft = z.infer<typeof adjustmentDraftSchema>;
export const adjustmentSchema = z.strictObject({ ...versionedShape, ...adjustmentShape });

const reviewShape = { sheetId: z.uuid(), heldOn: dayText, place: text(100).min(1), satisfied: z.int().min(0).max(100_000), fair: z.int().min(0).max(100_000), unsatisfied: z.int().min(0).max(100_000), note: text(300) };
export const reviewDraftSchema = z.strictObject(reviewShape);
export type ReviewDraft = z.infer<typeof reviewDraftSchema>;
export const reviewSchema = z.strictObject({ ...versionedShape, ...reviewShape });

export const appealStates = ['open', 'upheld', 'rejected'] as const;
export const appealRowSchema = z.strictObject({
  ...versionedShape,
  sheetId: z.uuid(),
  subjectName: z.string(),
  planTitle: z.string(),
  filedOn: dayText,
  filedName: z.string(),
  reason: z.string(),
  dueOn: dayText,
  state: z.enum(appealStates),
  decision: z.string(),
  decidedName: z.string(),
  decidedOn: dayText.nullable(),
});
export type AppealRow = z.infer<typeof appealRowSchema>;

export const followStates = ['proposed', 'confirmed', 'dismissed'] as const;
export const followRowSchema = z.strictObject({
  ...versionedShape,
  sheetId: z.uuid(),
  subjectName: z.string(),
  planTitle: z.string(),
  band: z.enum(bands).nullable(),
  code: z.string(),
  state: z.enum(followStates),
  reason: z.string(),
  decidedName: z.string(),
  decidedAt: z.string().nullable(),
  subjectKind,
  subjectId: z.string(),
  /** Of the computed lines, the one that earned the least of what was due; what a training need would be about. */
  weakest: z.string(),
  /** The case of the ledger, or the training need, that it became; its state is that of the ledger or of the need. */
  caseId: z.uuid().nullable(),
  needId: z.uuid().nullable(),
  handedState: z.string(),
});
export type FollowRow = z.infer<typeof followRowSchema>;
/** What a confirmed consequence becomes: a case under a rule of the station, or a training need. */
export const handOnSchema = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('ledger'), ruleId: z.uuid() }),
  z.strictObject({ to: z.literal('training'), subject: text(100).min(1), dueOn: dayText.nullable() }),
]);
export type HandOn = z.infer<typeof handOnSchema>;
export const followDecisionSchema = z.strictObject({ ...versionedShape, confirmed: z.boolean(), reason, handOn: handOnSchema.nullable().default(null) });
export type FollowDecision = z.output<typeof followDecisionSchema>;

/** What a person learnt in the days of the sheet: hours and sessions, and each class with its exam, result and certificate. Hours and scores are tenths. */
export const sheetTrainingSchema = z.strictObject({
  hoursDoneTenths: z.int(),
  hoursDueTenths: z.int(),
  attended: z.int(),
  missed: z.int(),
  classes: memberTrainingSchema.shape.learnt,
});
export type SheetTraining = z.infer<typeof sheetTrainingSchema>;

export const sheetSchema = sheetRowSchema.extend({
  fromOn: dayText,
  untilOn: dayText,
  selfUntil: dayText,
  superiorUntil: dayText,
  share: z.int(),
  excludedReason: z.string(),
  selfAccountId: z.uuid().nullable(),
  selfName: z.string(),
  enabledAt: z.string(),
  reportedAt: z.string().nullable(),
  reportedName: z.string(),
  scoredAt: z.string().nullable(),
  scoredName: z.string(),
  archivedAt: z.string().nullable(),
  archivedName: z.string(),
  returnedReason: z.string(),
  leastPeers: z.int(),
  leastResidents: z.int(),
  /** How many rated, never who or how, and only once it is closed who could still rate. */
  peers: z.int(),
  mayRate: z.boolean(),
  appealUntil: dayText.nullable(),
  bands: z.array(bandFloorSchema),
  lines: z.array(lineSchema),
  adjustments: z.array(adjustmentSchema),
  reviews: z.array(reviewSchema),
  appeals: z.array(appealRowSchema),
  follows: z.array(followRowSchema),
  /** Beside the result, for a person; null for whatever is not one. */
  training: sheetTrainingSchema.nullable(),
});
export type Sheet = z.infer<typeof sheetSchema>;

/** One record behind an indicator: what it earned of what was due, or why it is left out. */
export const factRowSchema = z.strictObject({ id: z.string(), label: z.string(), day: z.string().nullable(), earned: z.int(), due: z.int(), note: z.string(), leftOut: z.string(), to: z.string().nullable() });
export type FactRow = z.infer<typeof factRowSchema>;
export const factRowsSchema = z.strictObject({ earned: z.int(), due: z.int(), count: z.int(), exceptions: z.int(), frozen: z.boolean(), rows: z.array(factRowSchema) });
export type FactRows = z.infer<typeof factRowsSchema>;

export const selfMarksSchema = z.strictObject({ ...versionedShape, marks: z.array(z.strictObject({ itemId: z.uuid(), selfScore: score.nullable(), selfNote: text(500) })).max(200) });
export const superiorMarksSchema = z.strictObject({ ...versionedShape, marks: z.array(z.strictObject({ itemId: z.uuid(), score: score.nullable(), basis: text(500), matterNo: text(40) })).max(200) });
export const peerRatingSchema = z.strictObject({ sheetId: z.uuid(), rating: z.int().min(0).max(100) });
export const peerTurnSchema = z.strictObject({ sheetId: z.uuid(), subjectName: z.string(), planTitle: z.string(), gridName: z.string(), rated: z.boolean() });
/** So many are listed at most; the others are found by name or grid. */
export const MOST_TURNS = 200;
export const peerTurnsSchema = z.strictObject({ turns: z.array(peerTurnSchema), /** Not rated yet, found or not. */ left: z.int() });
export type PeerTurn = z.infer<typeof peerTurnSchema>;
export const daysSchema = z.strictObject({ ...versionedShape, fromOn: dayText, untilOn: dayText, reason }).refine((served) => served.fromOn <= served.untilOn, { path: ['untilOn'] });
export const withReason = z.strictObject({ ...versionedShape, reason });
