import { z } from 'zod';
import { dayText, sortBy, versionedShape } from '#shared/contract/list.ts';

export const classStates = ['planned', 'running', 'finished', 'cancelled'] as const;
export type ClassState = (typeof classStates)[number];

const text = (max: number) => z.string().trim().max(max);
const classShape = {
  name: text(80).min(1),
  planId: z.uuid().nullable(),
  /** A value of table `training-category` (类别). */
  category: text(20).min(1),
  /** 所属业务条线. */
  businessLine: text(60),
  /** 出席范围: who is expected. */
  audience: text(100),
  fromOn: dayText,
  untilOn: dayText,
  /** 标准人数: how many the class is made for; nobody is enrolled beyond it. */
  places: z.int().min(1).max(2000),
  /** 教学课时 in tenths: what the class is to teach. */
  hoursTenths: z.int().min(5).max(2000),
  /** Share of the hours held that must be attended to pass, in per cent. */
  attendancePercent: z.int().min(0).max(100),
  /** Why a class is entered whose days are over. */
  lateReason: text(300),
  note: text(500),
};
const inOrder = ({ fromOn, untilOn }: { readonly fromOn: string; readonly untilOn: string }): boolean => fromOn <= untilOn;
export const classDraftSchema = z.strictObject(classShape).refine(inOrder, { path: ['untilOn'] });
export type ClassDraft = z.infer<typeof classDraftSchema>;
export const classChangeSchema = z.strictObject({ ...versionedShape, ...classShape }).refine(inOrder, { path: ['untilOn'] });
export type ClassChange = z.infer<typeof classChangeSchema>;
export const classRowSchema = z.strictObject({
  ...versionedShape,
  ...classShape,
  state: z.enum(classStates),
  stateReason: z.string(),
  lockedAt: z.string().nullable(),
  lockedBy: z.string(),
  cohortId: z.uuid().nullable(),
  cohortName: z.string(),
  enrolled: z.int(),
  sessions: z.int(),
  sessionsHeld: z.int(),
  passed: z.int(),
});
export type ClassRow = z.infer<typeof classRowSchema>;
export const classFilterSchema = z.strictObject({
  text: text(60).default(''),
  states: z.array(z.enum(classStates)).max(4).default([]),
  categories: z.array(z.string().max(20)).max(50).default([]),
  planId: z.uuid().nullable().default(null),
  year: z.int().min(2000).max(2100).nullable().default(null),
  /** With a session on or before this day that nobody has kept attendance of. */
  unkeptUntil: dayText.nullable().default(null),
  /** With somebody whose make-up is due on or before this day. */
  makeUpUntil: dayText.nullable().default(null),
});
export type ClassFilter = z.infer<typeof classFilterSchema>;
export const classSortSchema = sortBy(['fromOn', 'name', 'category', 'state'], 'fromOn');

export const sessionForms = ['lecture', 'discussion', 'practice'] as const;
export const sessionStates = ['planned', 'held', 'cancelled'] as const;
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const courseShape = { classId: z.uuid(), title: text(100).min(1), content: text(500), position: z.int().min(1).max(99) };
export const courseDraftSchema = z.strictObject(courseShape);
export const courseChangeSchema = z.strictObject({ ...versionedShape, ...courseShape });
export type CourseDraft = z.infer<typeof courseDraftSchema>;
export type CourseChange = z.infer<typeof courseChangeSchema>;

const sessionShape = {
  courseId: z.uuid(),
  form: z.enum(sessionForms),
  heldOn: dayText,
  startsAt: clock,
  endsAt: clock,
  place: text(60).min(1),
  trainer: text(50).min(1),
  hoursTenths: z.int().min(5).max(120),
  capacity: z.int().min(1).max(2000),
};
const clockInOrder = ({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }): boolean => startsAt < endsAt;
export const sessionDraftSchema = z.strictObject(sessionShape).refine(clockInOrder, { path: ['endsAt'] });
export type SessionDraft = z.infer<typeof sessionDraftSchema>;
export const sessionChangeSchema = z.strictObject({ ...versionedShape, ...sessionShape }).refine(clockInOrder, { path: ['endsAt'] });
export type SessionChange = z.infer<typeof sessionChangeSchema>;
export const sessionRowSchema = z.strictObject({
  ...versionedShape,
  ...sessionShape,
  classId: z.uuid(),
  className: z.string(),
  courseTitle: z.string(),
  state: z.enum(sessionStates),
  stateReason: z.string(),
  present: z.int(),
  late: z.int(),
  leave: z.int(),
  absent: z.int(),
  enrolled: z.int(),
});
export type SessionRow = z.infer<typeof sessionRowSchema>;
export const courseRowSchema = z.strictObject({ ...versionedShape, ...courseShape, sessions: z.array(sessionRowSchema) });
export type CourseRow = z.infer<typeof courseRowSchema>;
