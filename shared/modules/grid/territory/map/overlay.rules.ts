import { area } from '@turf/area';
import { difference } from '@turf/difference';
import { featureCollection, multiPolygon } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import { union } from '@turf/union';
import { rounded } from './position.rules.ts';
import { ringFault } from './ring.rules.ts';
import type { Ring, Shape } from './shape.schema.ts';

type Feature = ReturnType<typeof multiPolygon>;
type Found = ReturnType<typeof intersect>;

const featureOf = (shape: Shape): Feature => multiPolygon(shape as [number, number][][][]); // the library writes to none of what it is given

const withoutRepeats = (ring: Ring): Ring => ring.filter((at, index) => index === 0 || at[0] !== ring[index - 1]?.[0] || at[1] !== ring[index - 1]?.[1]);
const polygonsOf = (found: Found): Shape => {
  if (!found) return [];
  const { geometry } = found;
  return (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as unknown as Shape; // positions of a plane have two numbers
};
/** Rounded to the step of all corners; rings that shrink to nothing by it go. */
const shapeOf = (found: Found): Shape =>
  polygonsOf(found)
    .map((polygon) => polygon.map((ring) => withoutRepeats(ring.map(rounded))))
    .filter(([outer]) => outer !== undefined && ringFault(outer) === null)
    .map((polygon) => polygon.filter((ring) => ringFault(ring) === null));

/** Square metres on the ellipsoid's sphere. */
export const areaOf = (shape: Shape): number => (shape.length === 0 ? 0 : area(featureOf(shape)));
const rawArea = (found: Found): number => (found ? area(found) : 0);

/** Square metres that two shapes both claim. */
export const sharedArea = (one: Shape, other: Shape): number => rawArea(intersect(featureCollection([featureOf(one), featureOf(other)])));
/** What is left of a shape when others are cut out of it; empty when nothing is. */
export const without = (shape: Shape, others: readonly Shape[]): Shape => (others.length === 0 ? shape : shapeOf(difference(featureCollection([shape, ...others].map(featureOf)))));
/** What two shapes have in common. */
export const common = (one: Shape, other: Shape): Shape => shapeOf(intersect(featureCollection([featureOf(one), featureOf(other)])));
/** Square metres of a shape that lie outside another. */
export const areaOutside = (shape: Shape, bounds: Shape): number => rawArea(difference(featureCollection([featureOf(shape), featureOf(bounds)])));
/** One shape that covers all of them. */
export const joined = (shapes: readonly Shape[]): Shape => {
  const [only] = shapes;
  if (shapes.length < 2) return only ?? [];
  return shapeOf(union(featureCollection(shapes.map(featureOf))));
};
