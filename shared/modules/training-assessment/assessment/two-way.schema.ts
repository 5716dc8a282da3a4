import { z } from 'zod';
import { dayText, sortBy, versionedShape } from '#shared/contract/list.ts';
import { subjectKind } from './plan.schema.ts';

const text = (max: number) => z.string().trim().max(max);
/** From this number of stars downwards a mark needs its reason (domain.md 3.4: each low mark needs its evidence). */
export const LOW_STARS = 2;

/** What a grid, or the community when no grid is named, says of a department over one matter. */
const ratingShape = { departmentId: z.uuid(), gridId: z.uuid().nullable(), matterNo: text(40).min(1), ratedOn: dayText, stars: z.int().min(1).max(5), comment: text(300) };
const saysWhy = ({ stars, comment }: { readonly stars: number; readonly comment: string }): boolean => stars > LOW_STARS || comment !== '';
export const ratingDraftSchema = z.strictObject(ratingShape).refine(saysWhy, { path: ['comment'] });
export type RatingDraft = z.infer<typeof ratingDraftSchema>;
export const ratingRowSchema = z.strictObject({ ...versionedShape, ...ratingShape, departmentName: z.string(), gridName: z.string(), /** The matter of that number, where it is in the file and in the reader’s grids. */ matterId: z.uuid().nullable(), matterSubject: z.string(), reply: z.string(), repliedOn: dayText.nullable(), updatedAt: z.string() });
export type RatingRow = z.infer<typeof ratingRowSchema>;
export const ratingFilterSchema = z.strictObject({ departmentId: z.uuid().nullable().default(null), low: z.boolean().default(false), unanswered: z.boolean().default(false) });
export type RatingFilter = z.infer<typeof ratingFilterSchema>;
export const ratingSortSchema = sortBy(['ratedOn', 'stars', 'departmentName'], 'ratedOn');
export const replySchema = z.strictObject({ ...versionedShape, reply: text(500).min(2) });

/** Both directions of one year beside each other. Shares are ten-thousandths of the full score. */
export const twoWaySchema = z.strictObject({
  down: z.array(z.strictObject({ planId: z.uuid(), title: z.string(), subjectKind, subjects: z.int(), archived: z.int(), meanShare: z.int().nullable() })),
  up: z.array(z.strictObject({ departmentId: z.uuid(), name: z.string(), sheetId: z.uuid().nullable(), planTitle: z.string(), scoreShare: z.int().nullable(), ratings: z.int(), low: z.int(), answered: z.int(), starsTenths: z.int().nullable() })),
});
export type TwoWay = z.infer<typeof twoWaySchema>;
