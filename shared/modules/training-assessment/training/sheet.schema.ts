import { z } from 'zod';
import { dayText, sortBy, versionedShape } from '#shared/contract/list.ts';
import { results } from './result.rules.ts';
import { sessionRowSchema } from './class.schema.ts';

const text = (max: number) => z.string().trim().max(max);
export const reasonText = text(300).min(2);

export const enrolmentStates = ['enrolled', 'withdrawn'] as const;
export const enrolmentRowSchema = z.strictObject({
  ...versionedShape,
  classId: z.uuid(),
  className: z.string(),
  memberId: z.uuid(),
  memberName: z.string(),
  gridName: z.string(),
  phone: z.string(),
  state: z.enum(enrolmentStates),
  /** By the plan's rule or by hand. */
  source: z.enum(['rule', 'hand']),
  withdrawnOn: dayText.nullable(),
  withdrawnReason: z.string(),
  /** Hours attended so far, in tenths; fixed once the class is finished. */
  hoursTenths: z.int(),
  scoreTenths: z.int().nullable(),
  result: z.enum(['', ...results]),
  certificate: z.string(),
});
export type EnrolmentRow = z.infer<typeof enrolmentRowSchema>;
export const enrolmentFilterSchema = z.strictObject({
  classId: z.uuid().nullable().default(null),
  memberId: z.uuid().nullable().default(null),
  text: text(60).default(''),
  results: z.array(z.enum(results)).max(3).default([]),
  withdrawn: z.boolean().default(false),
});
export type EnrolmentFilter = z.infer<typeof enrolmentFilterSchema>;
export const enrolmentSortSchema = sortBy(['memberName', 'hours', 'score', 'result'], 'memberName');
/** Who could not be enrolled, and why; the others were. */
export const enrolledSchema = z.strictObject({ enrolled: z.int(), skipped: z.array(z.strictObject({ name: z.string(), why: z.enum(['already-in', 'double-booked', 'no-room']), where: z.string() })) });
export type Enrolled = z.infer<typeof enrolledSchema>;

export const attendanceMarks = ['present', 'late', 'leave', 'absent'] as const;
export const attendanceMarkSchema = z.enum(attendanceMarks);
export type AttendanceMark = z.infer<typeof attendanceMarkSchema>;
/** A line of the sheet; version 0: nothing is kept yet. */
export const sheetLineSchema = z.strictObject({ memberId: z.uuid(), name: z.string(), gridName: z.string(), phone: z.string(), version: z.int().min(0), mark: attendanceMarkSchema.nullable(), note: z.string(), by: z.string() });
export type SheetLine = z.infer<typeof sheetLineSchema>;
export const sessionSheetSchema = z.strictObject({ session: sessionRowSchema, classState: z.string(), lines: z.array(sheetLineSchema) });
export type SessionSheet = z.infer<typeof sessionSheetSchema>;
export const attendanceDraftSchema = z.strictObject({
  sessionId: z.uuid(),
  marks: z.array(z.strictObject({ memberId: z.uuid(), version: z.int().min(0), mark: attendanceMarkSchema, note: text(100) })).min(1).max(2000),
  /** Needed once the sheet was closed. */
  reason: text(300),
});
export type AttendanceDraft = z.infer<typeof attendanceDraftSchema>;

const tenths = z.int().min(0).max(10_000);
const examShape = { classId: z.uuid(), title: text(80).min(1), heldOn: dayText, makeUpOn: dayText.nullable(), place: text(60), fullTenths: tenths.min(10), passTenths: tenths };
type ExamDays = { readonly heldOn: string; readonly makeUpOn: string | null; readonly fullTenths: number; readonly passTenths: number };
const examInOrder = ({ heldOn, makeUpOn }: ExamDays): boolean => makeUpOn === null || makeUpOn > heldOn;
const passInFull = ({ fullTenths, passTenths }: ExamDays): boolean => passTenths <= fullTenths;
export const examDraftSchema = z.strictObject(examShape).refine(examInOrder, { path: ['makeUpOn'] }).refine(passInFull, { path: ['passTenths'] });
export type ExamDraft = z.infer<typeof examDraftSchema>;
export const examChangeSchema = z.strictObject({ ...versionedShape, ...examShape }).refine(examInOrder, { path: ['makeUpOn'] }).refine(passInFull, { path: ['passTenths'] });
export type ExamChange = z.infer<typeof examChangeSchema>;
export const examStates = ['planned', 'marked', 'closed'] as const;
export const examRowSchema = z.strictObject({ ...versionedShape, ...examShape, className: z.string(), state: z.enum(examStates), taken: z.int(), passed: z.int(), makeUpsDue: z.int() });
export type ExamRow = z.infer<typeof examRowSchema>;

/** Two attempts at most: 1 and the make-up, 2. A score of null was not there. */
export const attemptSchema = z.union([z.literal(1), z.literal(2)]);
export type Attempt = z.infer<typeof attemptSchema>;
export const scoreLineSchema = z.strictObject({
  memberId: z.uuid(),
  name: z.string(),
  gridName: z.string(),
  phone: z.string(),
  first: z.strictObject({ version: z.int(), scoreTenths: z.int().nullable() }).nullable(),
  makeUp: z.strictObject({ version: z.int(), scoreTenths: z.int().nullable() }).nullable(),
  isMakeUpDue: z.boolean(),
});
export type ScoreLine = z.infer<typeof scoreLineSchema>;
export const examSheetSchema = z.strictObject({ exam: examRowSchema, classState: z.string(), lines: z.array(scoreLineSchema) });
export type ExamSheet = z.infer<typeof examSheetSchema>;
export const scoresDraftSchema = z.strictObject({
  examId: z.uuid(),
  attempt: attemptSchema,
  scores: z.array(z.strictObject({ memberId: z.uuid(), version: z.int().min(0), scoreTenths: z.int().nullable() })).min(1).max(2000),
  /** Needed when a score that is already kept becomes another. */
  reason: text(300),
});
export type ScoresDraft = z.infer<typeof scoresDraftSchema>;

const rating = z.int().min(1).max(5);
export const feedbackDraftSchema = z.strictObject({ classId: z.uuid(), memberId: z.uuid(), content: rating, trainer: rating, use: rating, comment: text(500) });
export type FeedbackDraft = z.infer<typeof feedbackDraftSchema>;
/** What a class was told about itself; comments without names. Averages in hundredths, null without answers. */
export const feedbackSummarySchema = z.strictObject({ answers: z.int(), enrolled: z.int(), content: z.int().nullable(), trainer: z.int().nullable(), use: z.int().nullable(), comments: z.array(z.string()) });
export type FeedbackSummary = z.infer<typeof feedbackSummarySchema>;
