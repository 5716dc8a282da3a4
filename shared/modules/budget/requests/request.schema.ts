import { z } from 'zod';
import { dayText, instantText, sortBy, versionedShape } from '#shared/contract/list.ts';
import { requestActs, requestSteps } from './steps.rules.ts';

export const requestFen = z.int().min(1).max(10_000_000_000_000);
const text = (max: number) => z.string().trim().max(max);
const reason = z.string().trim().min(2).max(300);

const requestShape = {
  title: z.string().trim().min(2).max(80),
  purpose: z.string().trim().min(2).max(1000),
  /** A value of table `fund-use`. */
  useCode: z.string().trim().min(1).max(20),
  /** Null while it is agreed but stands on no budget line yet. */
  lineId: z.uuid().nullable(),
  amountFen: requestFen,
  gridId: z.uuid().nullable(),
  /** Who wants it: the residents' committee, a department. Requests of several for one pot are laid side by side. */
  department: z.string().trim().min(1).max(40),
  urgency: z.int().min(1).max(5),
  beneficiaries: z.int().min(0).max(1_000_000),
  neededOn: dayText,
  endsOn: dayText,
  agreedOn: dayText,
  /** The meeting that agreed to it, and how it voted. */
  agreement: z.string().trim().min(2).max(300),
};
const inOrder = ({ neededOn, endsOn }: { readonly neededOn: string; readonly endsOn: string }): boolean => neededOn <= endsOn;
export const requestDraftSchema = z.strictObject({ ...requestShape, overspendReason: text(200).default('') }).refine(inOrder, { path: ['endsOn'] });
export type RequestDraft = z.output<typeof requestDraftSchema>;
export const requestChangeSchema = z.strictObject({ ...versionedShape, ...requestShape, overspendReason: text(200).default('') }).refine(inOrder, { path: ['endsOn'] });
export type RequestChange = z.output<typeof requestChangeSchema>;

export const clocks = ['calm', 'near', 'overdue'] as const;
export const requestRowSchema = z.strictObject({
  ...versionedShape,
  no: z.string(),
  title: z.string(),
  useCode: z.string(),
  amountFen: z.int(),
  department: z.string(),
  needScore: z.int(),
  lineName: z.string(),
  sourceName: z.string(),
  gridName: z.string(),
  step: z.enum(requestSteps),
  level: z.int(),
  waitingFor: z.string(),
  /** When it came to this step, and how many working days ago. */
  since: instantText,
  days: z.int(),
  limitDays: z.int().nullable(),
  dueOn: dayText.nullable(),
  clock: z.enum(clocks),
  applicantName: z.string(),
  jointNo: z.string(),
  neededOn: dayText,
  updatedAt: instantText,
});
export type RequestRow = z.infer<typeof requestRowSchema>;

export const requestFilterSchema = z.strictObject({
  text: text(60).default(''),
  year: z.int().min(2000).max(2100).nullable().default(null),
  steps: z.array(z.enum(requestSteps)).max(12).default([]),
  sourceIds: z.array(z.uuid()).max(200).default([]),
  lineIds: z.array(z.uuid()).max(200).default([]),
  gridIds: z.array(z.uuid()).max(2000).default([]),
  useCodes: z.array(text(20)).max(50).default([]),
  /** Was returned or rejected at least once for one of these reasons. */
  reasons: z.array(text(20)).max(50).default([]),
  clock: z.enum(['near', 'overdue']).nullable().default(null),
  mine: z.boolean().default(false),
  open: z.boolean().default(false),
});
export type RequestFilter = z.infer<typeof requestFilterSchema>;
export const requestSortSchema = sortBy(['dueOn', 'no', 'amount', 'need', 'since'], 'dueOn');

export const boardSchema = z.strictObject({
  columns: z.array(z.strictObject({ step: z.enum(requestSteps), count: z.int(), fen: z.int(), overdue: z.int(), near: z.int(), rows: z.array(requestRowSchema) })),
});
export type Board = z.infer<typeof boardSchema>;

export const stepRowSchema = z.strictObject({
  ...versionedShape,
  step: z.enum(requestSteps),
  level: z.int(),
  levelName: z.string(),
  enteredAt: instantText,
  leftAt: instantText.nullable(),
  limitDays: z.int().nullable(),
  dueOn: dayText.nullable(),
  days: z.int(),
  clock: z.enum(clocks),
  waitingFor: z.string(),
  outcome: z.string(),
  reasonCode: z.string(),
  note: z.string(),
  decidedBy: z.string(),
  urges: z.int(),
  urgedAt: instantText.nullable(),
  lossNote: z.string(),
  lossFen: z.int(),
});
export type StepRow = z.infer<typeof stepRowSchema>;

export const findingSchema = z.strictObject({ severity: z.enum(['stop', 'warn', 'good']), code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });
export type CheckFinding = z.infer<typeof findingSchema>;

export const requestSheetSchema = z.strictObject({
  ...requestRowSchema.shape,
  ...requestShape,
  year: z.int().nullable(),
  sourceId: z.uuid().nullable(),
  form: z.enum(['cash', 'in-kind']),
  /** Of the line, without what this request binds itself; null without a line. */
  freeFen: z.int().nullable(),
  reservedFen: z.int(),
  committedFen: z.int(),
  disbursedFen: z.int(),
  usedFen: z.int(),
  /** Paid out and not yet proved by a voucher: the running balance. */
  onHandFen: z.int(),
  payers: z.array(z.strictObject({ name: z.string(), percent: z.int(), fen: z.int() })),
  need: z.strictObject({ urgency: z.int(), reach: z.int(), refusals: z.int() }),
  steps: z.array(stepRowSchema),
  levels: z.array(z.strictObject({ name: z.string(), limitDays: z.int() })),
  acts: z.array(z.enum(requestActs)),
  isOwn: z.boolean(),
  changeFen: z.int().nullable(),
  changeReason: z.string(),
  changeBy: z.string(),
  parent: z.strictObject({ id: z.uuid(), no: z.string() }).nullable(),
  children: z.array(z.strictObject({ id: z.uuid(), no: z.string(), title: z.string(), amountFen: z.int(), step: z.enum(requestSteps) })),
  joint: z.array(z.strictObject({ id: z.uuid(), no: z.string(), department: z.string(), amountFen: z.int() })),
  acceptedOn: dayText.nullable(),
  acceptedBy: z.string(),
  acceptanceNote: z.string(),
  settledOn: dayText.nullable(),
  performance: z.strictObject({ goal: z.string(), done: z.string(), satisfaction: z.int().nullable() }),
  publishedFrom: dayText.nullable(),
  publishedUntil: dayText.nullable(),
  publishedAt: z.string(),
  createdAt: instantText,
});
export type RequestSheet = z.infer<typeof requestSheetSchema>;

const one = { ...versionedShape };
export const submitSchema = z.strictObject({ ...one, overspendReason: text(200).default('') });
export const budgetSchema = z.strictObject({ ...one, lineId: z.uuid(), overspendReason: text(200).default('') });
export const decisionSchema = z
  .strictObject({ ...one, decision: z.enum(['approve', 'return', 'reject']), /** Of table `request-reason`. */ reasonCode: text(20), note: text(300), overspendReason: text(200).default('') })
  .refine(({ decision, reasonCode }) => decision === 'approve' || reasonCode !== '', { path: ['reasonCode'] })
  .refine(({ decision, note }) => decision === 'approve' || note.length >= 2, { path: ['note'] });
export const reasonedSchema = z.strictObject({ ...one, note: reason });
export const splitSchema = z.strictObject({ ...one, parts: z.array(z.strictObject({ title: z.string().trim().min(2).max(80), lineId: z.uuid().nullable(), fen: requestFen })).min(2).max(10) });
export const disburseSchema = z.strictObject({ ...one, fen: requestFen, paidOn: dayText, memo: text(200) });
export const proposeChangeSchema = z.strictObject({ ...one, fen: requestFen, reason });
export const decideChangeSchema = z.strictObject({ ...one, agree: z.boolean(), note: text(300), overspendReason: text(200).default('') });
export const acceptSchema = z.strictObject({ ...one, acceptedOn: dayText, acceptedBy: z.string().trim().min(2).max(100), note: text(300) });
export const settleSchema = z.strictObject({ ...one, settledOn: dayText, goal: text(300), done: z.string().trim().min(2).max(500), satisfaction: z.int().min(0).max(100).nullable() });
export const publishSchema = z.strictObject({ ...one, fromOn: dayText, untilOn: dayText, place: z.string().trim().min(2).max(100) }).refine(({ fromOn, untilOn }) => fromOn <= untilOn, { path: ['untilOn'] });
export const lossSchema = z.strictObject({ ...one, note: reason, fen: z.int().min(0).max(10_000_000_000_000) });
export const joinSchema = z.strictObject({ requests: z.array(z.strictObject(one)).min(2).max(20) });
export const checkInputSchema = z.strictObject({ requestId: z.uuid().nullable(), lineId: z.uuid(), useCode: text(20), amountFen: requestFen.nullable(), neededOn: dayText.nullable() });

export const conflictSchema = z.strictObject({
  lineId: z.uuid(),
  lineName: z.string(),
  sourceName: z.string(),
  year: z.int(),
  freeFen: z.int(),
  wantedFen: z.int(),
  requests: z.array(z.strictObject({ ...versionedShape, no: z.string(), title: z.string(), department: z.string(), amountFen: z.int(), needScore: z.int(), beneficiaries: z.int(), urgency: z.int(), step: z.enum(requestSteps), jointId: z.uuid().nullable(), days: z.int() })),
});
export type Conflict = z.infer<typeof conflictSchema>;
