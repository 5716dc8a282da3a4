import type { GridPlace } from '#shared/modules/grid/territory/grid-life/grid-life.schema.ts';

export type Part = { readonly name: string; readonly responsibleId: string | null };
/** Place key → 0 for what stays, n for the n-th new grid; an absent key stays. */
export type Deal = Readonly<Record<string, number>>;

export const shareOf = (deal: Deal, key: string): number => deal[key] ?? 0;

/** Gives places to a share. */
export const dealt = (deal: Deal, places: readonly GridPlace[], share: number): Deal => ({ ...deal, ...Object.fromEntries(places.map(({ key }) => [key, share])) });

/** A part is taken out: what it had stays, those behind it move up. */
export const withoutShare = (deal: Deal, share: number): Deal => Object.fromEntries(Object.entries(deal).flatMap(([key, at]) => (at === share ? [] : [[key, at > share ? at - 1 : at]])));

export type Figures = { readonly places: number; readonly dwellings: number; readonly households: number; readonly persons: number };

/** What a share would hold. */
export function figuresOf(places: readonly GridPlace[], deal: Deal, share: number): Figures {
  const mine = places.filter(({ key }) => shareOf(deal, key) === share);
  const sum = (figure: 'dwellings' | 'households' | 'persons'): number => mine.reduce((total, place) => total + place[figure], 0);
  return { places: mine.length, dwellings: sum('dwellings'), households: sum('households'), persons: sum('persons') };
}

export type Building = { readonly key: string; readonly estate: string; readonly building: string; readonly places: readonly GridPlace[] };

/** Places under their buildings, in the order they come; addresses without a building stand together at the end. */
export function buildingsOf(places: readonly GridPlace[]): Building[] {
  const buildings = new Map<string, Building>();
  for (const place of places) {
    const key = `${place.estate}|${place.building}`;
    const known = buildings.get(key);
    buildings.set(key, { key, estate: place.estate, building: place.building, places: [...(known?.places ?? []), place] });
  }
  return [...buildings.values()];
}
