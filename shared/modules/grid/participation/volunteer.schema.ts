import { z } from 'zod';
import { dayText, instantText, sortBy, versionedShape } from '#shared/contract/list.ts';

const text = (max: number) => z.string().trim().max(max);

const volunteerShape = {
  personId: z.uuid(),
  joinedOn: dayText,
  leftOn: dayText.nullable(),
  /** Points only for who asked for them. */
  wantsPoints: z.boolean(),
  teamId: z.uuid().nullable(),
  skills: text(100),
  note: text(300),
};
export const volunteerDraftSchema = z.strictObject(volunteerShape);
export type VolunteerDraft = z.infer<typeof volunteerDraftSchema>;
export const volunteerChangeSchema = z.strictObject({ ...versionedShape, ...volunteerShape });
export type VolunteerChange = z.infer<typeof volunteerChangeSchema>;
export const volunteerRowSchema = z.strictObject({ ...versionedShape, ...volunteerShape, personName: z.string(), gridName: z.string(), teamName: z.string(), /** Confirmed, all years. */ minutes: z.int(), balance: z.int(), updatedAt: instantText });
export type VolunteerRow = z.infer<typeof volunteerRowSchema>;
export const volunteerFilterSchema = z.strictObject({
  text: text(60).default(''),
  gridIds: z.array(z.uuid()).max(2000).default([]),
  teamIds: z.array(z.uuid()).max(200).default([]),
  wantsPoints: z.boolean().default(false),
  withLeft: z.boolean().default(false),
});
export type VolunteerFilter = z.infer<typeof volunteerFilterSchema>;
export const volunteerSortSchema = sortBy(['personName', 'joinedOn', 'minutes', 'balance'], 'personName');

export const pointKinds = ['join', 'hours', 'redeem', 'gift-out', 'gift-in', 'correction'] as const;
export const pointEntrySchema = z.strictObject({ id: z.uuid(), entryOn: dayText, kind: z.enum(pointKinds), points: z.int(), note: z.string(), byName: z.string(), jobId: z.uuid().nullable(), jobTitle: z.string() });
export type PointEntry = z.infer<typeof pointEntrySchema>;

export const jobStates = ['open', 'closed', 'cancelled'] as const;
const jobShape = {
  title: z.string().trim().min(2).max(60),
  heldOn: dayText,
  place: text(100),
  gridId: z.uuid().nullable(),
  teamId: z.uuid().nullable(),
  /** How long it is meant to take. */
  minutes: z.int().min(1).max(24 * 60),
  places: z.int().min(1).max(1000),
  skills: text(100),
  state: z.enum(jobStates),
  note: text(300),
};
export const jobDraftSchema = z.strictObject(jobShape);
export type JobDraft = z.infer<typeof jobDraftSchema>;
export const jobChangeSchema = z.strictObject({ ...versionedShape, ...jobShape });
export type JobChange = z.infer<typeof jobChangeSchema>;
export const jobRowSchema = z.strictObject({ ...versionedShape, ...jobShape, gridName: z.string(), teamName: z.string(), signed: z.int(), toConfirm: z.int(), updatedAt: instantText });
export type JobRow = z.infer<typeof jobRowSchema>;
export const jobFilterSchema = z.strictObject({
  text: text(60).default(''),
  states: z.array(z.enum(jobStates)).default([]),
  gridIds: z.array(z.uuid()).max(2000).default([]),
  from: dayText.nullable().default(null),
  until: dayText.nullable().default(null),
  toConfirm: z.boolean().default(false),
  /** Held already, and somebody's attendance is still unknown. */
  toRecord: z.boolean().default(false),
});
export type JobFilter = z.infer<typeof jobFilterSchema>;
export const jobSortSchema = sortBy(['heldOn', 'title'], 'heldOn');

export const shiftStates = ['signed', 'attended', 'absent', 'confirmed', 'cancelled'] as const;
export const shiftSchema = z.strictObject({ ...versionedShape, jobId: z.uuid(), volunteerId: z.uuid(), personName: z.string(), signedOn: dayText, state: z.enum(shiftStates), minutes: z.int(), recordedBy: z.string(), confirmedBy: z.string(), /** Whoever asks recorded it, and so cannot confirm it. */ isOwnRecord: z.boolean() });
export type Shift = z.infer<typeof shiftSchema>;
export const jobSheetSchema = z.strictObject({ ...jobRowSchema.shape, shifts: z.array(shiftSchema) });
export type JobSheet = z.infer<typeof jobSheetSchema>;

export const volunteerSheetSchema = z.strictObject({ ...volunteerRowSchema.shape, entries: z.array(pointEntrySchema), years: z.array(z.int()) });
export type VolunteerSheet = z.infer<typeof volunteerSheetSchema>;
/** What a volunteer gets on paper once a year. */
export const statementSchema = z.strictObject({
  year: z.int(),
  personName: z.string(),
  shifts: z.array(z.strictObject({ id: z.uuid(), heldOn: dayText, title: z.string(), minutes: z.int(), confirmedBy: z.string() })),
  minutes: z.int(),
  wantsPoints: z.boolean(),
  opening: z.int(),
  entries: z.array(pointEntrySchema),
  closing: z.int(),
});
export type Statement = z.infer<typeof statementSchema>;
