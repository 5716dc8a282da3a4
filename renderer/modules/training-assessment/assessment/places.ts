import { filterSearch } from '#renderer/components/ledger/use-ledger-place.ts';
import { sheetFilterSchema, type SheetFilter } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';
import { ratingFilterSchema, type RatingFilter } from '#shared/modules/training-assessment/assessment/two-way.schema.ts';

/** Places of this area, as links and buttons name them. */
export const planPlace = (id: string): string => `/assessment/plans/${id}`;
export const sheetPlace = (id: string): string => `/assessment/sheets/${id}`;
export const linePlace = (id: string, itemId: string): string => `/assessment/sheets/${id}/lines/${itemId}`;

/** The list of sheets with its conditions already set. */
export function sheetsPlace(filter: Partial<SheetFilter>): string {
  const { f } = filterSearch(sheetFilterSchema, filter);
  return f === undefined ? '/assessment/sheets' : `/assessment/sheets?f=${encodeURIComponent(JSON.stringify(f))}`;
}

/** What was said of departments, with its conditions already set. */
export function ratingsPlace(filter: Partial<RatingFilter>): string {
  const { f } = filterSearch(ratingFilterSchema, filter);
  return f === undefined ? '/assessment/ratings' : `/assessment/ratings?f=${encodeURIComponent(JSON.stringify(f))}`;
}
