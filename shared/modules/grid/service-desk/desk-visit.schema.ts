import { z } from 'zod';
import { dayText, instantText, sortBy, versionedShape } from '#shared/contract/list.ts';

const text = (max: number) => z.string().trim().max(max);
const clockText = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Somebody who came to the desk (domain.md D3): `topic` is a value of table `visit-topic`, `result` one of `visit-result`, empty while it is open. */
const visitShape = {
  /** A person of the register; null for a name that was only typed. */
  personId: z.uuid().nullable(),
  visitor: text(50).min(1),
  topic: text(20).min(1),
  content: text(500),
};
export const deskVisitDraftSchema = z.strictObject({ ...visitShape, /** Waits for a free place; else it is this person's turn at once. */ isWaiting: z.boolean() });
export type DeskVisitDraft = z.infer<typeof deskVisitDraftSchema>;

export const deskVisitEndSchema = z.strictObject({ ...versionedShape, result: text(20).min(1), handedTo: text(50), content: text(500) });
export type DeskVisitEnd = z.infer<typeof deskVisitEndSchema>;

const timesShape = { cameAt: instantText, servedAt: instantText.nullable(), leftAt: instantText.nullable() };
export const deskVisitChangeSchema = z.strictObject({ ...versionedShape, ...visitShape, ...timesShape, handedTo: text(50), result: text(20) });
export type DeskVisitChange = z.infer<typeof deskVisitChangeSchema>;

export const visitStates = ['waiting', 'at-desk', 'left'] as const;
export type VisitState = (typeof visitStates)[number];

export const deskVisitRowSchema = z.strictObject({
  ...versionedShape,
  ...visitShape,
  ...timesShape,
  handedTo: z.string(),
  result: z.string(),
  no: z.int(),
  cameOn: dayText,
  state: z.enum(visitStates),
  /** Whole minutes between coming and being attended to; null while that is open. */
  waitMinutes: z.int().nullable(),
  /** Came outside the opening hours of that time. */
  isOutside: z.boolean(),
  updatedAt: z.string(),
});
export type DeskVisitRow = z.infer<typeof deskVisitRowSchema>;

export const deskVisitFilterSchema = z.strictObject({
  text: z.string().trim().max(60).default(''),
  states: z.array(z.enum(visitStates)).default([]),
  topics: z.array(z.string().max(20)).max(50).default([]),
  results: z.array(z.string().max(20)).max(50).default([]),
  personId: z.uuid().nullable().default(null),
  from: dayText.nullable().default(null),
  until: dayText.nullable().default(null),
});
export type DeskVisitFilter = z.output<typeof deskVisitFilterSchema>;
export const deskVisitSortSchema = sortBy(['cameAt', 'waitMinutes', 'topic'], 'cameAt');

/** One opening period of a weekday, 1 Monday to 7 Sunday. */
export const openPeriodSchema = z.strictObject({ weekday: z.int().min(1).max(7), opens: clockText, closes: clockText }).refine(({ opens, closes }) => opens < closes, { path: ['closes'] });
export type OpenPeriod = z.infer<typeof openPeriodSchema>;
export const deskHoursSchema = z.strictObject({ version: z.int().min(0), periods: z.array(openPeriodSchema).max(28), /** On published holidays as well. */ isOpenOnHolidays: z.boolean(), note: text(200) });
export type DeskHours = z.infer<typeof deskHoursSchema>;

/** Who keeps the desk on a day and who stands behind, as the staff's roster has it. */
export const onDutySchema = z.strictObject({ name: z.string(), phone: z.string(), backupName: z.string() });
export type OnDuty = z.infer<typeof onDutySchema>;

/** Figures of the desk over days: each is counted over the rows of the list with the same days. */
export const deskFiguresSchema = z.strictObject({
  visits: z.int(),
  waitingNow: z.int(),
  medianWaitMinutes: z.number().nullable(),
  /** Attended within ten minutes, of those attended. */
  withinTen: z.int(),
  attended: z.int(),
  days: z.array(z.strictObject({ day: dayText, visits: z.int(), medianWaitMinutes: z.number().nullable() })),
});
export type DeskFigures = z.infer<typeof deskFiguresSchema>;
