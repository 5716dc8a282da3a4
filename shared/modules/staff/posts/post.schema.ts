import { z } from 'zod';
import { dayText, sortBy, versionedShape } from '#shared/contract/list.ts';

const text = (max: number) => z.string().trim().max(max);

/** What a post asks of whoever holds it; what is empty is not asked (paper §6.2). */
export const postConditionsSchema = z
  .strictObject({
    /** The least education, a code of table `education`. */
    minEducation: z.string().max(10),
    minAge: z.int().min(16).max(80).nullable(),
    maxAge: z.int().min(16).max(80).nullable(),
    /** Codes of table `staff-profession`; one of them is enough. */
    professions: z.array(z.string().max(20)).max(20),
    /** Whole years of grid work. */
    minYears: z.int().min(0).max(50).nullable(),
    /** Conditions in words; somebody says whether they are met. */
    others: z.array(z.string().trim().min(2).max(60)).max(10),
  })
  .refine(({ minAge, maxAge }) => minAge === null || maxAge === null || minAge <= maxAge, { path: ['maxAge'] });
export type PostConditions = z.infer<typeof postConditionsSchema>;
export const noConditions: PostConditions = { minEducation: '', minAge: null, maxAge: null, professions: [], minYears: null, others: [] };

const postShape = {
  name: z.string().trim().min(1).max(40),
  /** Table `post-level`. */
  level: z.string().max(20),
  /** Places the post has. */
  quota: z.int().min(0).max(100_000),
  /** Responsibilities, management content and management scope (paper §4.3, domain.md D2). */
  duties: text(1000),
  content: text(1000),
  scope: text(500),
  conditions: postConditionsSchema,
  /** A month's subsidy of the post in fen. */
  subsidyFen: z.int().min(0).max(100_000_000),
  /** Whoever holds it answers for a grid: one grid, one such person. */
  answersForGrid: z.boolean(),
  note: text(300),
};
export const postDraftSchema = z.strictObject(postShape);
export type PostDraft = z.infer<typeof postDraftSchema>;
export const postChangeSchema = z.strictObject({ ...versionedShape, ...postShape });
export type PostChange = z.infer<typeof postChangeSchema>;
/** `filled` counts the appointments that run today, `open` the seats of open vacancies. */
export const postRowSchema = z.strictObject({ ...versionedShape, ...postShape, filled: z.int(), open: z.int(), updatedAt: z.string() });
export type PostRow = z.infer<typeof postRowSchema>;
export const postFilterSchema = z.strictObject({ text: z.string().trim().max(40).default(''), levels: z.array(z.string().max(20)).max(20).default([]), vacant: z.boolean().default(false) });
export type PostFilter = z.infer<typeof postFilterSchema>;
export const postSortSchema = sortBy(['name', 'level', 'quota', 'filled', 'missing'], 'level');

/** Ends that are not before the beginning. */
const inOrder = ({ fromOn, untilOn }: { readonly fromOn: string; readonly untilOn: string | null }): boolean => untilOn === null || fromOn <= untilOn;
const appointmentShape = {
  memberId: z.uuid(),
  postId: z.uuid().nullable(),
  gridId: z.uuid().nullable(),
  fromOn: dayText,
  untilOn: dayText.nullable(),
  reason: text(200),
};
export const appointmentDraftSchema = z.strictObject(appointmentShape).refine(inOrder, { path: ['untilOn'] });
export type AppointmentDraft = z.infer<typeof appointmentDraftSchema>;
export const appointmentRowSchema = z.strictObject({
  ...versionedShape,
  ...appointmentShape,
  memberId: z.uuid().nullable(),
  /** Empty for a resident who helps, where the reader may not see who it is. */
  personName: z.string(),
  postName: z.string(),
  gridName: z.string(),
  /** A place of the 4+6 card, table `grid-team`; empty for a post. */
  place: z.string(),
  isResponsible: z.boolean(),
  endReason: z.string(),
  hasHandover: z.boolean(),
});
export type AppointmentRow = z.infer<typeof appointmentRowSchema>;
export const appointmentFilterSchema = z.strictObject({
  memberId: z.uuid().nullable().default(null),
  postId: z.uuid().nullable().default(null),
  gridId: z.uuid().nullable().default(null),
  /** Only places of the 4+6 card, or only posts. */
  of: z.enum(['all', 'posts', 'places']).default('all'),
  running: z.boolean().default(false),
});
export type AppointmentFilter = z.infer<typeof appointmentFilterSchema>;
export const appointmentSortSchema = sortBy(['fromOn', 'untilOn', 'personName', 'postName'], 'fromOn');

export const handoverDraftSchema = z.strictObject({
  appointmentId: z.uuid(),
  /** 0: there is no sheet yet. */
  version: z.int().min(0),
  takerName: text(50),
  handedOn: dayText.nullable(),
  items: z.array(z.strictObject({ what: z.string().trim().min(1).max(100), state: text(100) })).max(60),
  witness: text(50),
  note: text(500),
});
export type HandoverDraft = z.infer<typeof handoverDraftSchema>;
export const handoverSchema = z.strictObject({ ...handoverDraftSchema.shape, id: z.uuid(), giverName: z.string(), postName: z.string(), gridName: z.string() });
export type Handover = z.infer<typeof handoverSchema>;

export const conditionResultSchema = z.strictObject({ kind: z.string(), verdict: z.enum(['pass', 'fail', 'unknown']), asked: z.string(), has: z.string() });
/** Somebody of the team who meets the conditions of a post. */
export const fitSchema = z.strictObject({ memberId: z.uuid(), name: z.string(), postName: z.string(), gridName: z.string(), birthOn: dayText.nullable(), education: z.string(), gridMonths: z.int() });
