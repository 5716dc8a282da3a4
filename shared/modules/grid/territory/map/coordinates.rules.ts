import gcoord from 'gcoord';
import { extentOf, metresBetween, positionsOf, rounded, type Extent } from './position.rules.ts';
import type { CoordinateSystem, Position, Shape } from './shape.schema.ts';

const NAMES = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** A position of a file in WGS-84; CGCS2000 comes as `wgs84`. The way back is good to some decimetres. */
export const toWgs84 = (at: Position, from: CoordinateSystem): Position => rounded(from === 'wgs84' ? at : (gcoord.transform([at[0], at[1]], NAMES[from], gcoord.WGS84) as [number, number])); // two numbers in, two numbers out
export const fromWgs84 = (at: Position, to: CoordinateSystem): Position => (to === 'wgs84' ? at : (gcoord.transform([at[0], at[1]], gcoord.WGS84, NAMES[to]) as [number, number])); // as above
export const shapeToWgs84 = (shape: Shape, from: CoordinateSystem): Shape => shape.map((polygon) => polygon.map((ring) => ring.map((at) => toWgs84(at, from))));

/** Around everything the country has, the sea included; a coordinate outside it was written in another system or the wrong way round. */
const COUNTRY: Extent = [73, 3, 136, 54];
/** A community is a few kilometres wide; what lies further off belongs to another one. */
const FAR_KILOMETRES = 30;

export const isInCountry = ([lon, lat]: Position): boolean => lon >= COUNTRY[0] && lon <= COUNTRY[2] && lat >= COUNTRY[1] && lat <= COUNTRY[3];

const middleOf = ([west, south, east, north]: Extent): Position => [(west + east) / 2, (south + north) / 2];

/**
 * How many kilometres a shape lies away from where it can belong: from the shapes already on the map, or from the country when there are
 * none. Null when it is near enough.
 */
export function farAway(shape: Shape, others: readonly Shape[]): number | null {
  const at = middleOf(extentOf(positionsOf(shape)));
  const known = others.flatMap(positionsOf);
  if (known.length === 0) return isInCountry(at) ? null : Math.round(metresBetween(at, middleOf(COUNTRY)) / 1000);
  const kilometres = metresBetween(at, middleOf(extentOf(known))) / 1000;
  return kilometres > FAR_KILOMETRES ? Math.round(kilometres) : null;
}
