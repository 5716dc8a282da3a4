import { edgesOf, extentOf, positionsOf, type Extent } from './position.rules.ts';
import type { Position, Ring, Shape } from './shape.schema.ts';

/** Whether a ray to the east crosses the ring an odd number of times; points on the border belong to either side. */
function isInRing([lon, lat]: Position, ring: Ring): boolean {
  return edgesOf(ring).reduce((isIn, [a, b]) => (a[1] > lat !== b[1] > lat && lon < ((b[0] - a[0]) * (lat - a[1])) / (b[1] - a[1]) + a[0] ? !isIn : isIn), false);
}

/** Whether a point lies in a shape: in one of its polygons and in none of that one's holes. */
export const isInShape = (at: Position, shape: Shape): boolean => shape.some(([outer, ...holes]) => outer !== undefined && isInRing(at, outer) && !holes.some((hole) => isInRing(at, hole)));

/** Answers for many points which of the shapes holds each; shapes far away are passed over by their extents. */
export function locator<Id>(shapes: readonly { readonly id: Id; readonly shape: Shape }[]): (at: Position) => Id | null {
  const known = shapes.map(({ id, shape }) => ({ id, shape, extent: extentOf(positionsOf(shape)) }));
  const isNear = ([lon, lat]: Position, [west, south, east, north]: Extent): boolean => lon >= west && lon <= east && lat >= south && lat <= north;
  return (at) => known.find(({ shape, extent }) => isNear(at, extent) && isInShape(at, shape))?.id ?? null;
}
