import { METRES_PER_DEGREE, positionsOf, extentOf } from '#shared/modules/grid/territory/map/position.rules.ts';
import type { Position, Shape } from '#shared/modules/grid/territory/map/shape.schema.ts';

export type PaperPlace = {
  /** Millimetres on paper of a position. */
  readonly at: (position: Position) => readonly [number, number];
  /** `1 : scale`. */
  readonly scale: number;
};

/** Scales a plan is drawn in; the ruler every office has knows them. */
const SCALES = [200, 250, 500, 1000, 1500, 2000, 2500, 3000, 4000, 5000, 7500, 10_000, 15_000, 20_000, 25_000, 50_000, 100_000, 200_000] as const;
export const paperScales: readonly number[] = SCALES;
const MM = 1000;

/**
 * Where positions lie on a field of `width` by `height` millimetres at a scale; without one the largest at which everything fits. Flat
 * around the middle, which on a sheet of a community errs by less than a line's width.
 */
export function placeOnPaper(shapes: readonly Shape[], width: number, height: number, wanted: number | null): PaperPlace {
  const [west, south, east, north] = extentOf(shapes.flatMap(positionsOf));
  const middle: Position = [(west + east) / 2, (south + north) / 2];
  const metresEast = METRES_PER_DEGREE * Math.cos((middle[1] * Math.PI) / 180);
  const needed = Math.max(((east - west) * metresEast * MM) / width, ((north - south) * METRES_PER_DEGREE * MM) / height);
  const scale = wanted ?? SCALES.find((known) => known >= needed) ?? Math.ceil(needed);
  const perMetre = MM / scale;
  return { scale, at: ([lon, lat]) => [width / 2 + (lon - middle[0]) * metresEast * perMetre, height / 2 - (lat - middle[1]) * METRES_PER_DEGREE * perMetre] };
}

/** The path of a shape in millimetres, to a hundredth. */
export const pathOf = (shape: Shape, { at }: PaperPlace): string =>
  shape
    .flat()
    .map((ring) => `M${ring.map((position) => at(position).map((mm) => mm.toFixed(2)).join(' ')).join('L')}Z`)
    .join('');
