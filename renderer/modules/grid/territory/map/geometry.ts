import MultiPolygon from 'ol/geom/MultiPolygon.js';
import { fromLonLat, toLonLat } from 'ol/proj.js';
import { rounded } from '#shared/modules/grid/territory/map/position.rules.ts';
import type { Position, Shape } from '#shared/modules/grid/territory/map/shape.schema.ts';

/** Degrees to the metres of the drawing plane, and back to the step of stored corners. */
export const toPlane = ([lon, lat]: Position): [number, number] => {
  const [x = 0, y = 0] = fromLonLat([lon, lat]);
  return [x, y];
};
export const toPosition = (at: readonly number[]): Position => {
  const [lon = 0, lat = 0] = toLonLat([...at]);
  return rounded([lon, lat]);
};
export const geometryOf = (shape: Shape): MultiPolygon => new MultiPolygon(shape.map((polygon) => polygon.map((ring) => ring.map(toPlane))));
