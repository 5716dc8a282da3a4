import type { Output } from '#shared/contract/define.ts';
import { classBounds, classOf, type ClassMethod } from '#shared/modules/grid/territory/map/classes.rules.ts';
import type { MapFigure, mapOperations, StoredShape } from '#shared/modules/grid/territory/map/map.contract.ts';

type Figures = Output<typeof mapOperations.summariseMapFigures>[number];
const M2_PER_KM2 = 1e6;

/** A grid's value of a figure; null where it cannot be told (a share of nobody, an area without a shape). */
export function valueOf(figure: MapFigure, counts: Figures | undefined, stored: StoredShape | undefined): number | null {
  if (figure === 'area') return stored ? stored.areaM2 / M2_PER_KM2 : null;
  if (!counts) return null;
  if (figure === 'floatingShare') return counts.persons === 0 ? null : counts.floating / counts.persons;
  if (figure === 'density') return stored ? Math.round(counts.persons / (stored.areaM2 / M2_PER_KM2)) : null;
  return counts[figure];
}

type Format = { readonly style?: 'percent'; readonly minimumFractionDigits?: number; readonly maximumFractionDigits: number };
/** How a value is written: shares as per cent, areas in square kilometres. */
export const figureFormat = (figure: MapFigure): Format =>
  figure === 'floatingShare' ? { style: 'percent', maximumFractionDigits: 1 } : figure === 'area' ? { maximumFractionDigits: 3, minimumFractionDigits: 3 } : { maximumFractionDigits: 0 };

export type LegendClass = { readonly from: number; readonly to: number; readonly count: number };
export type Colouring = {
  readonly values: ReadonlyMap<string, number | null>;
  readonly classes: readonly LegendClass[];
  /** The class of a grid, from 0; null without a value. */
  readonly classOf: (gridId: string) => number | null;
};

/** Every grid's value and class, and what the legend says of each class: its least and largest value and how many grids. */
export function colouringOf(figure: MapFigure, method: ClassMethod, gridIds: readonly string[], counts: readonly Figures[], shapes: readonly StoredShape[]): Colouring {
  const countsOf = new Map(counts.map((row) => [row.gridId, row]));
  const shapeOf = new Map(shapes.flatMap((stored) => (stored.gridId === null ? [] : [[stored.gridId, stored] as const])));
  const values = new Map(gridIds.map((id) => [id, valueOf(figure, countsOf.get(id), shapeOf.get(id))]));
  const known = [...values.values()].filter((value) => value !== null);
  const bounds = classBounds(known, method);
  const classes = [0, ...bounds.map((_, at) => at + 1)].flatMap((at) => {
    const inside = known.filter((value) => classOf(value, bounds) === at);
    return inside.length === 0 ? [] : [{ from: Math.min(...inside), to: Math.max(...inside), count: inside.length }];
  });
  return {
    values,
    classes,
    classOf: (gridId) => {
      const value = values.get(gridId) ?? null;
      return value === null ? null : classOf(value, bounds);
    },
  };
}
