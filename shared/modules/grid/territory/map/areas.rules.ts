import { extentOf, meets, positionsOf } from './position.rules.ts';
import { areaOf, areaOutside, joined, sharedArea, without } from './overlay.rules.ts';
import { shapeFault, type RingFault } from './ring.rules.ts';
import { OUTLINE, type Drawing, type Shape } from './shape.schema.ts';

/** Less than this is the width of a drawn line, not a dispute (ecosystem.md 6). */
export const TOLERATED_M2 = 1;

export type MapProblem =
  | { readonly kind: 'fault'; readonly id: string; readonly fault: RingFault }
  | { readonly kind: 'overlap'; readonly id: string; readonly other: string; readonly squareMetres: number }
  | { readonly kind: 'outside'; readonly id: string; readonly squareMetres: number }
  | { readonly kind: 'gap'; readonly shape: Shape; readonly squareMetres: number };

const idsOf = (drawing: Drawing): string[] => Object.keys(drawing).filter((id) => id !== OUTLINE);

function overlaps(drawing: Drawing, ids: readonly string[], touched: (id: string) => boolean): MapProblem[] {
  const extents = new Map(ids.map((id) => [id, extentOf(positionsOf(drawing[id] ?? []))]));
  const near = (one: string, other: string): boolean => {
    const [a, b] = [extents.get(one), extents.get(other)];
    return a !== undefined && b !== undefined && meets(a, b);
  };
  return ids.flatMap((id, at) =>
    ids.slice(at + 1).flatMap((other): MapProblem[] => {
      if (!(touched(id) || touched(other)) || !near(id, other)) return [];
      const squareMetres = sharedArea(drawing[id] ?? [], drawing[other] ?? []);
      return squareMetres > TOLERATED_M2 ? [{ kind: 'overlap', id, other, squareMetres }] : [];
    }),
  );
}

/** Whether the grids' areas add up to more than the ground they cover: one union instead of every pair. */
export function mayOverlap(drawing: Drawing): boolean {
  const shapes = idsOf(drawing).flatMap((id) => (drawing[id] ? [drawing[id]] : []));
  return shapes.reduce((sum, shape) => sum + areaOf(shape), 0) - areaOf(joined(shapes)) > TOLERATED_M2;
}

/** Places no grid covers: all of the outline's, or without one the holes between grids. The largest first. */
export function gapsOf(drawing: Drawing): MapProblem[] {
  const shapes = idsOf(drawing).flatMap((id) => drawing[id] ?? []).map((polygon): Shape => [polygon]);
  if (shapes.length === 0) return [];
  const covered = joined(shapes);
  const outline = drawing[OUTLINE];
  const uncovered = outline ? without(outline, [covered]) : covered.flatMap(([, ...holes]) => holes.map((hole) => [hole]));
  return uncovered
    .map((polygon): MapProblem & { kind: 'gap' } => ({ kind: 'gap', shape: [polygon], squareMetres: areaOf([polygon]) }))
    .filter(({ squareMetres }) => squareMetres > TOLERATED_M2)
    .sort((one, other) => other.squareMetres - one.squareMetres);
}

/**
 * What is wrong with a drawing: rings first, because nothing else can be told of a broken one; then overlaps and what lies outside the
 * community, both only where a touched shape is concerned; then gaps.
 */
export function problemsOf(drawing: Drawing, touched: (id: string) => boolean = () => true): MapProblem[] {
  const faults = Object.keys(drawing).flatMap((id): MapProblem[] => {
    const fault = shapeFault(drawing[id] ?? []);
    return fault === null ? [] : [{ kind: 'fault', id, fault }];
  });
  if (faults.length > 0) return faults;
  const outline = drawing[OUTLINE];
  const ids = idsOf(drawing);
  const outside = ids.flatMap((id): MapProblem[] => {
    if (!outline || !(touched(id) || touched(OUTLINE))) return [];
    const squareMetres = areaOutside(drawing[id] ?? [], outline);
    return squareMetres > TOLERATED_M2 ? [{ kind: 'outside', id, squareMetres }] : [];
  });
  return [...overlaps(drawing, ids, touched), ...outside, ...gapsOf(drawing)];
}
