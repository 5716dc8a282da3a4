import { fail } from '#shared/errors/app-error.ts';
import { closed, cornersOf, isSame } from '#shared/modules/grid/territory/map/position.rules.ts';
import { MOST_CORNERS, type Position, type Ring, type Shape } from '#shared/modules/grid/territory/map/shape.schema.ts';

/** What one entry of a map file is: a shape, a point, or neither (a line, nothing). */
export type Geometry = { readonly shape: Shape } | { readonly point: Position } | null;

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** Two numbers; a height is left away. Errors: `map/file-broken`, and `map/no-projection` for what cannot be degrees. */
function positionOf(value: unknown): Position {
  if (!Array.isArray(value)) return fail('map/file-broken', {});
  const [lon, lat]: unknown[] = value;
  if (!isNumber(lon) || !isNumber(lat)) return fail('map/file-broken', {});
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return fail('map/no-projection', {});
  return [lon, lat];
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : fail('map/file-broken', {}));

/** Closed when the file forgot it; corners given twice in a row become one. A ring without room for a triangle is left to the checks. */
export function ringOf(positions: readonly Position[]): Ring {
  const corners = positions.filter((at, index) => index === 0 || !isSame(at, positions[index - 1] ?? at));
  const [first, last] = [corners[0], corners.at(-1)];
  if (!first || !last) return fail('map/file-broken', {});
  const ring = isSame(first, last) && corners.length > 1 ? corners : closed(corners);
  if (cornersOf(ring).length < 3) return fail('map/file-broken', {});
  if (ring.length > MOST_CORNERS) return fail('map/too-many-corners', { limit: MOST_CORNERS });
  return ring;
}

const polygonOf = (value: unknown): Ring[] => listOf(value).map((ring) => ringOf(listOf(ring).map(positionOf)));

/** A GeoJSON geometry, whoever wrote it; collections give their polygons. */
export function geometryOf(value: unknown): Geometry {
  if (value === null || typeof value !== 'object') return null;
  const { type, coordinates, geometries } = value as { type?: unknown; coordinates?: unknown; geometries?: unknown }; // every part is looked at before it is used
  if (type === 'Polygon') return { shape: [polygonOf(coordinates)] };
  if (type === 'MultiPolygon') return { shape: listOf(coordinates).map(polygonOf) };
  if (type === 'Point') return { point: positionOf(coordinates) };
  if (type !== 'GeometryCollection') return null;
  const shapes = listOf(geometries).flatMap((part) => {
    const geometry = geometryOf(part);
    return geometry && 'shape' in geometry ? geometry.shape : [];
  });
  return shapes.length > 0 ? { shape: shapes } : null;
}
