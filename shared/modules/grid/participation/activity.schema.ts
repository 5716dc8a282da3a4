import { z } from 'zod';
import { dayText, instantText, sortBy, versionedShape } from '#shared/contract/list.ts';

const text = (max: number) => z.string().trim().max(max);

/** Groups of residents: mutual help, shared interests, talking things over. `kind` is a value of table `resident-team`. */
const teamShape = {
  name: z.string().trim().min(2).max(60),
  kind: z.string().trim().min(1).max(20),
  leaderName: text(50),
  gridId: z.uuid().nullable(),
  purpose: text(300),
  meets: text(100),
  isActive: z.boolean(),
};
export const teamDraftSchema = z.strictObject(teamShape);
export type TeamDraft = z.infer<typeof teamDraftSchema>;
export const teamChangeSchema = z.strictObject({ ...versionedShape, ...teamShape });
export type TeamChange = z.infer<typeof teamChangeSchema>;
export const teamRowSchema = z.strictObject({ ...versionedShape, ...teamShape, gridName: z.string(), volunteers: z.int(), activities: z.int(), updatedAt: instantText });
export type TeamRow = z.infer<typeof teamRowSchema>;
export const teamFilterSchema = z.strictObject({ text: text(60).default(''), kinds: z.array(z.string().max(20)).max(50).default([]), gridIds: z.array(z.uuid()).max(2000).default([]), withEnded: z.boolean().default(false) });
export type TeamFilter = z.infer<typeof teamFilterSchema>;
export const teamSortSchema = sortBy(['name', 'volunteers', 'activities'], 'name');

/** `kind` is a value of table `activity-kind`. */
const activityShape = {
  title: z.string().trim().min(2).max(60),
  kind: z.string().trim().min(1).max(20),
  heldOn: dayText,
  place: text(100),
  gridId: z.uuid().nullable(),
  teamId: z.uuid().nullable(),
  /** Residents who came and are in the register. */
  personIds: z.array(z.uuid()).max(500),
  /** Everybody who came, those included. */
  headcount: z.int().min(0).max(100_000),
  /** Organisations that took part. */
  bodyIds: z.array(z.uuid()).max(50),
  costFen: z.int().min(0).max(10_000_000_000),
  note: text(500),
};
const countsAll = ({ personIds, headcount }: { readonly personIds: readonly string[]; readonly headcount: number }): boolean => headcount >= personIds.length;
export const activityDraftSchema = z.strictObject(activityShape).refine(countsAll, { path: ['headcount'] });
export type ActivityDraft = z.infer<typeof activityDraftSchema>;
export const activityChangeSchema = z.strictObject({ ...versionedShape, ...activityShape }).refine(countsAll, { path: ['headcount'] });
export type ActivityChange = z.infer<typeof activityChangeSchema>;
export const activityRowSchema = z.strictObject({ ...versionedShape, ...activityShape, gridName: z.string(), teamName: z.string(), personNames: z.array(z.string()), bodyNames: z.array(z.string()), updatedAt: instantText });
export type ActivityRow = z.infer<typeof activityRowSchema>;
export const activityFilterSchema = z.strictObject({
  text: text(60).default(''),
  kinds: z.array(z.string().max(20)).max(50).default([]),
  gridIds: z.array(z.uuid()).max(2000).default([]),
  teamIds: z.array(z.uuid()).max(200).default([]),
  withPartners: z.boolean().default(false),
  from: dayText.nullable().default(null),
  until: dayText.nullable().default(null),
});
export type ActivityFilter = z.infer<typeof activityFilterSchema>;
export const activitySortSchema = sortBy(['heldOn', 'headcount'], 'heldOn');
