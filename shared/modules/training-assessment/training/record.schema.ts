import { z } from 'zod';
import { dayText, sortBy, versionedShape } from '#shared/contract/list.ts';
import { results } from './result.rules.ts';

/** The columns of 业务培训（学习）记录 in the order of the form (domain.md 3.3 and 7). */
export const recordColumns = ['no', 'heldOn', 'place', 'content', 'trainer', 'audience', 'present', 'className', 'hours', 'places', 'term', 'category', 'businessLine'] as const;
export type RecordColumn = (typeof recordColumns)[number];
export const quarterShape = { year: z.int().min(2000).max(2100), quarter: z.int().min(1).max(4) };
export const recordLineSchema = z.strictObject({
  sessionId: z.uuid(),
  no: z.int(),
  heldOn: dayText,
  place: z.string(),
  content: z.string(),
  trainer: z.string(),
  audience: z.string(),
  present: z.int(),
  className: z.string(),
  hoursTenths: z.int(),
  places: z.int(),
  fromOn: dayText,
  untilOn: dayText,
  category: z.string(),
  businessLine: z.string(),
});
export type RecordLine = z.infer<typeof recordLineSchema>;
export const quarterRecordSchema = z.strictObject({
  ...quarterShape,
  dueOn: dayText,
  lines: z.array(recordLineSchema),
  /** What was handed in, when and by whom; `differs` counts the lines that became others since. */
  filed: z.strictObject({ id: z.uuid(), on: dayText, by: z.string(), lines: z.int(), differs: z.int() }).nullable(),
});
export type QuarterRecord = z.infer<typeof quarterRecordSchema>;

export const certificateRowSchema = z.strictObject({
  ...versionedShape,
  number: z.string(),
  memberId: z.uuid(),
  memberName: z.string(),
  gridName: z.string(),
  classId: z.uuid(),
  className: z.string(),
  fromOn: dayText,
  untilOn: dayText,
  hoursTenths: z.int(),
  issuedOn: dayText,
  issuedBy: z.string(),
  revokedOn: dayText.nullable(),
  revokedReason: z.string(),
});
export type CertificateRow = z.infer<typeof certificateRowSchema>;
export const certificateFilterSchema = z.strictObject({ text: z.string().trim().max(60).default(''), classId: z.uuid().nullable().default(null), memberId: z.uuid().nullable().default(null), year: z.int().min(2000).max(2100).nullable().default(null), revoked: z.boolean().default(false) });
export type CertificateFilter = z.infer<typeof certificateFilterSchema>;
export const certificateSortSchema = sortBy(['number', 'memberName', 'issuedOn'], 'number');

/** One person's training: what is due, what was learnt, which class the rules propose and why. */
export const memberTrainingSchema = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  gridName: z.string(),
  age: z.int().nullable(),
  education: z.string(),
  years: z.int().nullable(),
  year: z.int(),
  hoursDueTenths: z.int(),
  hoursDoneTenths: z.int(),
  proposals: z.array(z.strictObject({ cohortId: z.uuid(), name: z.string(), content: z.string(), classId: z.uuid().nullable(), fits: z.strictObject({ age: z.boolean(), education: z.boolean(), years: z.boolean() }), isCaught: z.boolean(), byHand: z.string().nullable() })),
  needs: z.array(z.strictObject({ id: z.uuid(), subject: z.string(), kind: z.string(), dueOn: dayText.nullable(), state: z.string() })),
  sessions: z.array(z.strictObject({ sessionId: z.uuid(), classId: z.uuid(), className: z.string(), courseTitle: z.string(), heldOn: dayText, startsAt: z.string(), place: z.string(), trainer: z.string() })),
  makeUps: z.array(z.strictObject({ examId: z.uuid(), classId: z.uuid(), title: z.string(), makeUpOn: dayText.nullable() })),
  learnt: z.array(z.strictObject({ classId: z.uuid(), className: z.string(), fromOn: dayText, untilOn: dayText, hoursTenths: z.int(), scoreTenths: z.int().nullable(), result: z.enum(['', ...results]), certificate: z.string(), withdrawnReason: z.string() })),
});
export type MemberTraining = z.infer<typeof memberTrainingSchema>;
/** Whose the signed-in person's own page is; null where no member, or more than one, bears the account's name. */
export const ownTrainingSchema = z.strictObject({ training: memberTrainingSchema.nullable(), sameName: z.int() });

/** Hours of a year by person; null: the present year. The bounds are those of a bar: from, and up to but without. */
export const hoursFilterSchema = z.strictObject({ year: z.int().min(2000).max(2100).nullable().default(null), fromTenths: z.int().min(0).default(0), untilTenths: z.int().min(0).nullable().default(null), text: z.string().trim().max(50).default('') });
export type HoursFilter = z.infer<typeof hoursFilterSchema>;
export const hoursSortSchema = sortBy(['doneTenths', 'name'], 'doneTenths');
export const hoursRowSchema = z.strictObject({ id: z.uuid(), name: z.string(), gridName: z.string(), doneTenths: z.int(), classes: z.int(), passed: z.int() });
export type HoursRow = z.infer<typeof hoursRowSchema>;
export const passRateSchema = z.strictObject({ classId: z.uuid(), name: z.string(), finished: z.int(), passed: z.int(), failedExam: z.int(), failedAttendance: z.int() });
export type PassRate = z.infer<typeof passRateSchema>;
/** How many people have how many hours of the year, in bands of a tenth of what is due. */
export const hoursBandSchema = z.strictObject({ band: z.int(), people: z.int() });
export const trainingFiguresSchema = z.strictObject({ year: z.int(), dueTenths: z.int(), people: z.int(), bands: z.array(hoursBandSchema), classes: z.array(passRateSchema), months: z.array(z.strictObject({ month: z.int(), sessions: z.int(), hoursTenths: z.int() })) });
export type TrainingFigures = z.infer<typeof trainingFiguresSchema>;
