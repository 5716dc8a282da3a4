import type { StoredShape } from '#shared/modules/grid/territory/map/map.contract.ts';
import { OUTLINE, type CoordinateSystem, type Drawing, type Shape } from '#shared/modules/grid/territory/map/shape.schema.ts';

export type Origin = { readonly system: CoordinateSystem; readonly file: string };
/** One state of an edit: the whole drawing, and where shapes that were brought in came from. */
type Step = { readonly drawing: Drawing; readonly origins: Readonly<Record<string, Origin>> };
export type MapEdit = {
  /** What is stored, as it was when the edit began. */
  readonly base: readonly StoredShape[];
  readonly past: readonly Step[];
  readonly now: Step;
  readonly future: readonly Step[];
};

export const idOfShape = ({ gridId }: Pick<StoredShape, 'gridId'>): string => gridId ?? OUTLINE;
export const drawingOf = (shapes: readonly StoredShape[]): Drawing => Object.fromEntries(shapes.map((stored) => [idOfShape(stored), stored.shape]));

export const beginEdit = (base: readonly StoredShape[]): MapEdit => ({ base, past: [], now: { drawing: drawingOf(base), origins: {} }, future: [] });

/** The next step; a drawing that is the present one again is none. */
export function draw(edit: MapEdit, drawing: Drawing, origins: Readonly<Record<string, Origin>> = {}): MapEdit {
  if (drawing === edit.now.drawing) return edit;
  return { ...edit, past: [...edit.past, edit.now], now: { drawing, origins: { ...edit.now.origins, ...origins } }, future: [] };
}

export function undo(edit: MapEdit): MapEdit {
  const before = edit.past.at(-1);
  return before ? { ...edit, past: edit.past.slice(0, -1), now: before, future: [edit.now, ...edit.future] } : edit;
}

export function redo(edit: MapEdit): MapEdit {
  const [next, ...future] = edit.future;
  return next ? { ...edit, past: [...edit.past, edit.now], now: next, future } : edit;
}

const isSameShape = (one: Shape | undefined, other: Shape | undefined): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);

/** Ids whose shape is another than the stored one. */
export function touchedIds({ base, now }: MapEdit): string[] {
  const before = drawingOf(base);
  return [...new Set([...Object.keys(before), ...Object.keys(now.drawing)])].filter((id) => !isSameShape(before[id], now.drawing[id]));
}

/** What the save command takes: every touched shape with the version it was made from. */
export const savedShapes = (edit: MapEdit) =>
  touchedIds(edit).map((id) => {
    const known = edit.base.find((stored) => idOfShape(stored) === id);
    const origin = edit.now.origins[id];
    return {
      gridId: id === OUTLINE ? null : id,
      version: known?.version ?? null,
      shape: edit.now.drawing[id] ?? null,
      sourceSystem: origin?.system ?? known?.sourceSystem ?? 'wgs84',
      sourceFile: origin?.file ?? '',
    };
  });
