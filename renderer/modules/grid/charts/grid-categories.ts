import type { PersonFilter } from '#shared/modules/grid/register/person.schema.ts';
import { personsPlace } from '../places.ts';

export const categoryColumns = ['registered', 'floating', 'other'] as const;
export type CategoryColumn = (typeof categoryColumns)[number];

export type GridShare = { readonly gridId: string | null; readonly gridName: string; readonly registered: number; readonly floating: number; readonly other: number };

const CATEGORIES: Readonly<Record<CategoryColumn, PersonFilter['categories']>> = { registered: ['registered'], floating: ['floating'], other: ['left-behind', 'overseas', 'no-hukou'] };

/** The list behind one part of a grid's bar. */
export function sharePlace(gridId: string | null, column: CategoryColumn): string {
  return personsPlace({ ...(gridId === null ? { withoutGrid: true } : { gridIds: [gridId] }), categories: CATEGORIES[column] });
}
