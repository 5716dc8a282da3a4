import { cornersOf, edgesOf, extentOf, isSame, keyOf, meets, metresFrom, ringsOf } from './position.rules.ts';
import type { Position, Ring, Shape } from './shape.schema.ts';

export type RingFault = 'open' | 'few' | 'twice' | 'crossing' | 'flat';
const LEAST_AREA_M2 = 1;

const side = (a: Position, b: Position, c: Position): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
const isBetween = (a: Position, b: Position, c: Position): boolean => Math.min(a[0], b[0]) <= c[0] && c[0] <= Math.max(a[0], b[0]) && Math.min(a[1], b[1]) <= c[1] && c[1] <= Math.max(a[1], b[1]);

/** Whether two edges have any point in common, ends included. */
export function doEdgesMeet(a: Position, b: Position, c: Position, d: Position): boolean {
  const [one, two, three, four] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (one * two < 0 && three * four < 0) return true;
  return (one === 0 && isBetween(a, b, c)) || (two === 0 && isBetween(a, b, d)) || (three === 0 && isBetween(c, d, a)) || (four === 0 && isBetween(c, d, b));
}

/** Twice the signed area is positive when the corners run against the clock; answers square metres. */
export function signedArea(ring: Ring): number {
  const flat = metresFrom(ring[0] ?? [0, 0]);
  return edgesOf(ring.map(flat)).reduce((sum, [a, b]) => sum + a[0] * b[1] - b[0] * a[1], 0) / 2;
}

function crossesItself(ring: Ring): boolean {
  const edges = edgesOf(ring);
  const extents = edges.map(extentOf);
  return edges.some(([a, b], at) =>
    edges.some(([c, d], other) => {
      if (other <= at + 1 || (at === 0 && other === edges.length - 1)) return false;
      const [mine, theirs] = [extents[at], extents[other]];
      return mine !== undefined && theirs !== undefined && meets(mine, theirs) && doEdgesMeet(a, b, c, d);
    }),
  );
}

/** An edge that runs back over the one before it: the ring touches itself along a line. */
const turnsBack = (corners: Ring): boolean =>
  corners.some((at, index) => {
    const [before, after] = [corners.at(index - 1), corners[(index + 1) % corners.length]];
    if (!before || !after || side(before, at, after) !== 0) return false;
    return (before[0] - at[0]) * (after[0] - at[0]) + (before[1] - at[1]) * (after[1] - at[1]) > 0;
  });

/** The first thing that is wrong with a ring, or null. */
export function ringFault(ring: Ring): RingFault | null {
  const [first, last] = [ring[0], ring.at(-1)];
  if (!first || !last || !isSame(first, last)) return 'open';
  const corners = cornersOf(ring);
  if (corners.length < 3) return 'few';
  if (new Set(corners.map(keyOf)).size < corners.length) return 'twice';
  if (turnsBack(corners) || crossesItself(ring)) return 'crossing';
  return Math.abs(signedArea(ring)) < LEAST_AREA_M2 ? 'flat' : null;
}

/** The first fault of any ring of a shape. */
export const shapeFault = (shape: Shape): RingFault | null => ringsOf(shape).map(ringFault).find((fault) => fault !== null) ?? (shape.length === 0 ? 'few' : null);
