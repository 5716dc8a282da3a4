import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/index.ts';
import { holdUnsaved } from '#renderer/components/form/unsaved-forms.ts';
import type { StoredShape } from '#shared/modules/grid/territory/map/map.contract.ts';
import type { Drawing } from '#shared/modules/grid/territory/map/shape.schema.ts';
import { beginEdit, draw, redo, savedShapes, touchedIds, undo, type MapEdit, type Origin } from './map-edit.ts';

/** Outlives the screen, so that looking something up elsewhere loses no line; gone with the window, which asks first. */
let kept: MapEdit | null = null;
/** Grids whose borders were saved last; what stands around them may be filed wrongly now. */
let moved: readonly string[] = [];
const listeners = new Set<() => void>();

function keep(edit: MapEdit | null): void {
  kept = edit;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The edit of the map that is under way, or null; every step can be taken back until it is saved as a whole. */
export function useMapEdit() {
  const edit = useSyncExternalStore(subscribe, () => kept);
  const saved = useSyncExternalStore(subscribe, () => moved);
  const save = useMutation(api.grid.saveMapShapes());
  const { mutate, reset } = save;
  const store = (saved: () => void = () => undefined): void => {
    if (!kept) return;
    if (touchedIds(kept).length === 0) {
      keep(null);
      saved();
    } else
      mutate(
        { shapes: savedShapes(kept) },
        {
          onSuccess: (_answer, { shapes }) => {
            moved = shapes.flatMap(({ gridId }) => gridId ?? []);
            keep(null);
            saved();
          },
        },
      );
  };
  const latest = useRef(store);
  useEffect(() => {
    latest.current = store;
  });
  useEffect(() => holdUnsaved({ isDirty: () => kept !== null && touchedIds(kept).length > 0, flush: () => undefined, save: (saved) => latest.current(saved), discard: () => keep(null) }), []);
  return {
    edit,
    moved: saved,
    begin: (shapes: readonly StoredShape[]) => keep(beginEdit(shapes)),
    put: (drawing: Drawing, origins?: Readonly<Record<string, Origin>>) => kept && keep(draw(kept, drawing, origins)),
    undo: () => kept && keep(undo(kept)),
    redo: () => kept && keep(redo(kept)),
    discard: () => {
      reset();
      keep(null);
    },
    save: () => store(),
    isSaving: save.isPending,
    error: save.error,
  };
}
export type MapEditing = ReturnType<typeof useMapEdit>;
