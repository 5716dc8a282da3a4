import { z } from 'zod';
import { dayText, instantText, sortBy, versionedShape } from '#shared/contract/list.ts';

const text = (max: number) => z.string().trim().max(max);

/** Whose work it was: of an admitted task, of one that was not admitted, or the community's own. */
export const burdenStandings = ['admitted', 'not-admitted', 'own'] as const;
const DAY_MINUTES = 24 * 60;

/** What somebody demanded and what it cost: recorded by exception, in seconds, never by clocking (product.md 5, domain.md P9). */
const burdenShape = {
  /** The department that asked; null for the community's own work. */
  bodyId: z.uuid().nullable(),
  /** A value of table `burden-kind`: form, report, meeting, inspection, survey, … */
  kind: z.string().trim().min(1).max(20),
  title: z.string().trim().min(2).max(80),
  doneOn: dayText,
  /** Minutes of all who worked on it together. */
  minutes: z.int().min(0).max(100 * DAY_MINUTES),
  people: z.int().min(1).max(500),
  /** Forms, ledgers or reports handed in. */
  forms: z.int().min(0).max(10_000),
  gridMemberId: z.uuid().nullable(),
  admissionId: z.uuid().nullable(),
  note: text(300),
};
export const burdenDraftSchema = z.strictObject(burdenShape);
export type BurdenDraft = z.infer<typeof burdenDraftSchema>;
export const burdenChangeSchema = z.strictObject({ ...versionedShape, ...burdenShape });
export type BurdenChange = z.infer<typeof burdenChangeSchema>;
export const burdenRowSchema = z.strictObject({ ...versionedShape, ...burdenShape, bodyName: z.string(), memberName: z.string(), admissionNo: z.string(), standing: z.enum(burdenStandings), /** How often the same was asked before. */ askedBefore: z.int(), updatedAt: instantText });
export type BurdenRow = z.infer<typeof burdenRowSchema>;

export const burdenFilterSchema = z.strictObject({
  text: text(60).default(''),
  bodyIds: z.array(z.uuid()).max(200).default([]),
  memberIds: z.array(z.uuid()).max(200).default([]),
  kinds: z.array(z.string().max(20)).max(50).default([]),
  standings: z.array(z.enum(burdenStandings)).default([]),
  from: dayText.nullable().default(null),
  until: dayText.nullable().default(null),
});
export type BurdenFilter = z.infer<typeof burdenFilterSchema>;
export const burdenSortSchema = sortBy(['doneOn', 'minutes'], 'doneOn');

export const periodSchema = z.strictObject({ from: dayText, until: dayText }).refine(({ from, until }) => from <= until, { path: ['until'] });
export type Period = z.infer<typeof periodSchema>;
const sums = { minutes: z.int(), forms: z.int(), records: z.int() };
const byStanding = z.strictObject({ admitted: z.int(), notAdmitted: z.int(), own: z.int() });
/** Minutes and forms of a period; each line is the sum of the rows the list shows with the same conditions. */
export const burdenSummarySchema = z.strictObject({
  total: z.strictObject(sums),
  minutesByStanding: byStanding,
  byBody: z.array(z.strictObject({ bodyId: z.uuid().nullable(), bodyName: z.string(), ...sums, minutesByStanding: byStanding })),
  byMember: z.array(z.strictObject({ memberId: z.uuid().nullable(), memberName: z.string(), ...sums, minutesByStanding: byStanding })),
  byMonth: z.array(z.strictObject({ month: z.string(), ...sums, minutesByStanding: byStanding })),
  peaks: z.array(z.strictObject({ day: dayText, ...sums })),
});
export type BurdenSummary = z.infer<typeof burdenSummarySchema>;
export const burdenComparisonSchema = z.strictObject({
  before: z.strictObject({ ...sums, workingDays: z.int() }),
  after: z.strictObject({ ...sums, workingDays: z.int() }),
});

/** A task that came without admission and was not taken: who brought what, when, and where it belongs (domain.md 3.2, REFUSED_AT_DOOR). */
const refusalShape = {
  bodyId: z.uuid(),
  broughtBy: text(50),
  refusedOn: dayText,
  title: z.string().trim().min(2).max(80),
  content: text(500),
  /** An item of the negative list, when it is one. */
  listItemId: z.uuid().nullable(),
  rightOffice: text(80),
  reason: z.string().trim().min(2).max(300),
};
export const refusalDraftSchema = z.strictObject(refusalShape);
export type RefusalDraft = z.infer<typeof refusalDraftSchema>;
export const refusalChangeSchema = z.strictObject({ ...versionedShape, ...refusalShape });
export type RefusalChange = z.infer<typeof refusalChangeSchema>;
export const refusalRowSchema = z.strictObject({ ...versionedShape, no: z.string(), ...refusalShape, bodyName: z.string(), refusedBy: z.string(), updatedAt: instantText });
export type RefusalRow = z.infer<typeof refusalRowSchema>;
export const refusalFilterSchema = z.strictObject({ text: text(60).default(''), bodyIds: z.array(z.uuid()).max(200).default([]), from: dayText.nullable().default(null), until: dayText.nullable().default(null) });
export type RefusalFilter = z.infer<typeof refusalFilterSchema>;
export const refusalSortSchema = sortBy(['refusedOn', 'no'], 'refusedOn');
