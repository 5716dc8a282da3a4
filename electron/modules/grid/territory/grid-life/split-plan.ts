import { fail } from '#shared/errors/app-error.ts';
import type { GridPlace } from '#shared/modules/grid/territory/grid-life/grid-life.schema.ts';

/** A place in the words of an error. */
export const placeName = ({ estate, building, unit, address }: GridPlace): string => (building === '' ? address : [estate, building, unit].filter(Boolean).join(' '));

/**
 * Which share of a split takes each place: every place of the grid exactly once. Answers place key → index of `shares`.
 * Errors: `grid/split-place-twice`, `grid/split-place-unknown` (the grid has changed since it was looked at), `grid/split-leaves-out` when
 * somebody would be left nowhere.
 */
export function planSplit(places: readonly GridPlace[], shares: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const known = new Map(places.map((place) => [place.key, place]));
  const taken = new Map<string, number>();
  shares.forEach((keys, share) => {
    for (const key of keys) {
      const place = known.get(key) ?? fail('grid/split-place-unknown', { place: key.slice(2).replaceAll('|', ' ') });
      if (taken.has(key)) fail('grid/split-place-twice', { place: placeName(place) });
      taken.set(key, share);
    }
  });
  const left = places.filter(({ key }) => !taken.has(key));
  const sum = (figure: 'dwellings' | 'households' | 'persons'): number => left.reduce((total, place) => total + place[figure], 0);
  if (left[0]) fail('grid/split-leaves-out', { dwellings: sum('dwellings'), households: sum('households'), persons: sum('persons'), place: placeName(left[0]) });
  return taken;
}
