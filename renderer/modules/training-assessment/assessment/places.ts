import type { z } from 'zod';
import { filterSearch } from '#renderer/components/ledger/use-ledger-place.ts';
import { caseFilterSchema } from '#shared/modules/staff/rewards/reward.schema.ts';
import { needFilterSchema } from '#shared/modules/training-assessment/training/need.schema.ts';
import { sheetFilterSchema, type SheetFilter } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';
import { ratingFilterSchema, type RatingFilter } from '#shared/modules/training-assessment/assessment/two-way.schema.ts';

/** Places of this area, as links and buttons name them. */
export const planPlace = (id: string): string => `/assessment/plans/${id}`;
export const sheetPlace = (id: string): string => `/assessment/sheets/${id}`;
export const linePlace = (id: string, itemId: string): string => `/assessment/sheets/${id}/lines/${itemId}`;

/** A place with the conditions of its list in the list's own short form. */
function filtered<F extends object>(place: string, schema: z.ZodType<F>, filter: Partial<F>): string {
  const { f } = filterSearch(schema, filter);
  return f === undefined ? place : `${place}?f=${encodeURIComponent(JSON.stringify(f))}`;
}

/** The list of sheets with its conditions already set. */
export const sheetsPlace = (filter: Partial<SheetFilter>): string => filtered('/assessment/sheets', sheetFilterSchema, filter);

/** What was said of departments, with its conditions already set. */
export const ratingsPlace = (filter: Partial<RatingFilter>): string => filtered('/assessment/ratings', ratingFilterSchema, filter);

/** One person in the ledger of rewards and penalties, and among the training needs. */
export const casesPlace = (memberId: string): string => filtered('/staff/rewards', caseFilterSchema, { memberId });
export const needsPlace = (memberId: string): string => filtered('/training/needs', needFilterSchema, { memberId });
