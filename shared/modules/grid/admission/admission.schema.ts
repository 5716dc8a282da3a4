import { z } from 'zod';
import { dayText, instantText, sortBy, versionedShape } from '#shared/contract/list.ts';
import { listKinds } from './admission-list.schema.ts';

export type { ListKind } from './admission-list.schema.ts';

const text = (max: number) => z.string().trim().max(max);

export const admissionStates = ['draft', 'applied', 'review', 'supplement', 'admitted', 'paused', 'rejected', 'withdrawn', 'exited'] as const;
export type AdmissionState = (typeof admissionStates)[number];
export const admissionMoveNames = ['submit', 'admit-by-list', 'admit-exempt', 'reject-by-list', 'review', 'supplement', 'resubmit', 'approve', 'reject', 'withdraw', 'pause', 'resume', 'exit'] as const;
export type AdmissionMove = (typeof admissionMoveNames)[number];
/** What needs no admission: danger to life, and what residents asked for themselves (domain.md 3.2). */
export const exemptions = ['none', 'life-safety', 'residents-wish'] as const;

/** 《申请准入社区工作事项审批表》: what is asked, on what ground, with what means. */
const admissionShape = {
  bodyId: z.uuid(),
  title: z.string().trim().min(2).max(80),
  content: z.string().trim().min(2).max(1000),
  legalBasis: text(300),
  /** What the community may decide and use for it (权随责走). */
  authority: text(300),
  isTemporary: z.boolean(),
  startsOn: dayText,
  endsOn: dayText.nullable(),
  /** Money promised with the task in fen (费随事转); 0 when none. */
  moneyFen: z.int().min(0).max(10_000_000_000),
  moneyDueOn: dayText.nullable(),
  staff: text(200),
  training: text(200),
  exempt: z.enum(exemptions),
  exemptReason: text(300),
};
type Term = { readonly startsOn: string; readonly endsOn: string | null; readonly isTemporary: boolean; readonly moneyFen: number; readonly moneyDueOn: string | null };
const inOrder = ({ startsOn, endsOn }: Term): boolean => endsOn === null || startsOn <= endsOn;
const hasEnd = ({ isTemporary, endsOn }: Term): boolean => !isTemporary || endsOn !== null;
const hasDue = ({ moneyFen, moneyDueOn }: Term): boolean => moneyFen === 0 || moneyDueOn !== null;

export const admissionDraftSchema = z.strictObject(admissionShape).refine(inOrder, { path: ['endsOn'] }).refine(hasEnd, { path: ['endsOn'] }).refine(hasDue, { path: ['moneyDueOn'] });
export type AdmissionDraft = z.infer<typeof admissionDraftSchema>;
export const admissionChangeSchema = z.strictObject({ ...versionedShape, ...admissionShape }).refine(inOrder, { path: ['endsOn'] }).refine(hasEnd, { path: ['endsOn'] }).refine(hasDue, { path: ['moneyDueOn'] });
export type AdmissionChange = z.infer<typeof admissionChangeSchema>;

export const moneyStates = ['none', 'due', 'yellow', 'red', 'arrived'] as const;

export const admissionRowSchema = z.strictObject({
  ...versionedShape,
  no: z.string(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  title: z.string(),
  state: z.enum(admissionStates),
  isTemporary: z.boolean(),
  startsOn: dayText,
  endsOn: dayText.nullable(),
  listKind: z.enum(listKinds).nullable(),
  exempt: z.enum(exemptions),
  appliedOn: dayText.nullable(),
  reviewDueOn: dayText.nullable(),
  isReviewOverdue: z.boolean(),
  moneyFen: z.int(),
  moneyDueOn: dayText.nullable(),
  receivedFen: z.int(),
  money: z.enum(moneyStates),
  updatedAt: instantText,
});
export type AdmissionRow = z.infer<typeof admissionRowSchema>;

export const admissionStepSchema = z.strictObject({ id: z.uuid(), move: z.enum(admissionMoveNames), state: z.enum(admissionStates), enteredOn: dayText, byName: z.string(), reason: z.string() });
export type AdmissionStep = z.infer<typeof admissionStepSchema>;
export const paymentSchema = z.strictObject({ ...versionedShape, receivedOn: dayText, amountFen: z.int(), voucherNo: z.string(), note: z.string() });
export type Payment = z.infer<typeof paymentSchema>;
export const paymentDraftSchema = z.strictObject({ admissionId: z.uuid(), receivedOn: dayText, amountFen: z.int().min(1).max(10_000_000_000), voucherNo: text(60), note: text(200) });
export type PaymentDraft = z.infer<typeof paymentDraftSchema>;

export const admissionSheetSchema = z.strictObject({
  ...admissionRowSchema.shape,
  ...admissionShape,
  listItemId: z.uuid().nullable(),
  listItemTitle: z.string(),
  /** Where a task of the negative list belongs. */
  rightOffice: z.string(),
  decidedOn: dayText.nullable(),
  steps: z.array(admissionStepSchema),
  /** Those of the source's book among them once the task has one: they are changed there. What went back is below zero. */
  payments: z.array(paymentSchema),
  /** The source of the budget that is the money of this task. */
  source: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
  /** Working days of the review: used so far and allowed. */
  review: z.strictObject({ used: z.int(), limit: z.int() }),
  /** The first day on which it may start, applied for today or on the day it was. */
  earliestStart: dayText,
  /** What this person may do with it now. */
  moves: z.array(z.enum(admissionMoveNames)),
  /** Hours and forms that were logged against it. */
  burden: z.strictObject({ minutes: z.int(), records: z.int() }),
});
export type AdmissionSheet = z.infer<typeof admissionSheetSchema>;

export const admissionFilterSchema = z.strictObject({
  text: text(60).default(''),
  bodyIds: z.array(z.uuid()).max(200).default([]),
  states: z.array(z.enum(admissionStates)).default([]),
  money: z.array(z.enum(moneyStates)).default([]),
  isTemporary: z.boolean().nullable().default(null),
  reviewOverdue: z.boolean().default(false),
});
export type AdmissionFilter = z.infer<typeof admissionFilterSchema>;
export const admissionSortSchema = sortBy(['appliedOn', 'no', 'startsOn', 'moneyDueOn', 'reviewDueOn'], 'appliedOn');
