import type { Position, Ring, Shape } from './shape.schema.ts';

/** Seven decimals: about one centimetre. Corners that two grids share are equal to the digit. */
const STEPS_PER_DEGREE = 1e7;
/** Metres of a degree along the equator of WGS-84. */
export const METRES_PER_DEGREE = (6_378_137 * Math.PI) / 180;

const step = (degrees: number): number => Math.round(degrees * STEPS_PER_DEGREE) / STEPS_PER_DEGREE;
export const rounded = ([lon, lat]: Position): Position => [step(lon), step(lat)];
export const keyOf = ([lon, lat]: Position): string => `${lon},${lat}`;
export const isSame = (one: Position, other: Position): boolean => one[0] === other[0] && one[1] === other[1];

/** Metres east and north of an origin; flat, which holds within a city. */
export const metresFrom = (origin: Position): ((at: Position) => Position) => {
  const east = METRES_PER_DEGREE * Math.cos((origin[1] * Math.PI) / 180);
  return ([lon, lat]) => [(lon - origin[0]) * east, (lat - origin[1]) * METRES_PER_DEGREE];
};

export function metresBetween(one: Position, other: Position): number {
  const [east, north] = metresFrom(one)(other);
  return Math.hypot(east, north);
}

/** The point of an edge that is nearest to `at`, how far that is, and how far along the edge (0 to 1). */
export function nearestOnEdge(at: Position, from: Position, to: Position): { readonly point: Position; readonly metres: number; readonly along: number } {
  const flat = metresFrom(from);
  const [[x, y], [dx, dy]] = [flat(at), flat(to)];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / length));
  const point: Position = [from[0] + (to[0] - from[0]) * along, from[1] + (to[1] - from[1]) * along];
  return { point, metres: Math.hypot(x - dx * along, y - dy * along), along };
}

/** West, south, east, north. */
export type Extent = readonly [number, number, number, number];
export const extentOf = (positions: Iterable<Position>): Extent => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of positions) {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
};
export const meets = (one: Extent, other: Extent): boolean => one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3];

/** The corners of a ring without the last, which repeats the first. */
export const cornersOf = (ring: Ring): Ring => ring.slice(0, -1);
export const closed = (corners: Ring): Ring => (corners[0] ? [...corners, corners[0]] : []);
export const ringsOf = (shape: Shape): readonly Ring[] => shape.flat();
export const positionsOf = (shape: Shape): readonly Position[] => shape.flat(2);
export const edgesOf = (ring: Ring): readonly (readonly [Position, Position])[] => ring.slice(1).flatMap((to, at) => (ring[at] ? [[ring[at], to] as const] : []));
