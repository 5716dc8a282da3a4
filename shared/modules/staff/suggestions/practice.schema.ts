import { z } from 'zod';
import { dayText, sortBy, versionedShape } from '#shared/contract/list.ts';

const words = (max: number) => z.string().trim().min(2).max(max);

const practiceShape = {
  title: words(60),
  problem: words(1000),
  done: words(1000),
  effect: words(1000),
  /** Where it comes from: a grid, somebody of the staff, or both. */
  gridId: z.uuid().nullable(),
  memberId: z.uuid().nullable(),
  /** The suggestion it was carried out for. */
  suggestionId: z.uuid().nullable(),
  /** The model case it shows. */
  matterId: z.uuid().nullable(),
};
const hasOrigin = ({ gridId, memberId }: { readonly gridId: string | null; readonly memberId: string | null }): boolean => gridId !== null || memberId !== null;
export const practiceDraftSchema = z.strictObject(practiceShape).refine(hasOrigin, { path: ['gridId'] });
export type PracticeDraft = z.infer<typeof practiceDraftSchema>;
export const practiceChangeSchema = z.strictObject({ ...versionedShape, ...practiceShape }).refine(hasOrigin, { path: ['gridId'] });
export const practiceRowSchema = z.strictObject({
  ...versionedShape,
  ...practiceShape,
  writtenOn: dayText,
  writerName: z.string(),
  gridName: z.string(),
  memberName: z.string(),
  suggestionTitle: z.string(),
  /** Number and subject of the model case; empty for whoever may not see it. */
  matterNumber: z.string(),
  matterSubject: z.string(),
  /** Grids that took it up. */
  takenUp: z.int(),
});
export type PracticeRow = z.infer<typeof practiceRowSchema>;

export const practiceFilterSchema = z.strictObject({
  text: z.string().trim().max(60).default(''),
  gridIds: z.array(z.uuid()).max(2000).default([]),
  from: dayText.nullable().default(null),
  until: dayText.nullable().default(null),
  /** Only those that another grid than their own took up. */
  elsewhere: z.boolean().default(false),
});
export type PracticeFilter = z.infer<typeof practiceFilterSchema>;
export const practiceSortSchema = sortBy(['writtenOn', 'title', 'takenUp'], 'writtenOn');

export const adoptionDraftSchema = z.strictObject({ practiceId: z.uuid(), gridId: z.uuid(), takenOn: dayText, note: z.string().trim().max(200) });
export type AdoptionDraft = z.infer<typeof adoptionDraftSchema>;
export const adoptionSchema = z.strictObject({ ...versionedShape, gridId: z.uuid(), gridName: z.string(), takenOn: dayText, note: z.string(), takerName: z.string() });
export type Adoption = z.infer<typeof adoptionSchema>;
