import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { REDO_KEYS, tellNothingToUndo, tellUndo, UNDO_KEYS, useTurns } from './UndoNotice.tsx';

/**
 * Taking back instead of being asked beforehand: after every act on a record a notice offers to undo it, and Ctrl+Z and Ctrl+Y go back
 * and forth through the acts of this session. In a text field the keys belong to the field.
 */
export function useUndo(): void {
  const { data } = useQuery(api.undo.listNext({}));
  const { undo, redo } = useTurns();
  const told = useRef<number | null>(null);

  useEffect(() => {
    if (!data) return;
    const newest = data.undo?.seq ?? 0;
    const isNew = told.current !== null && newest > told.current;
    told.current = Math.max(newest, told.current ?? 0, data.redo?.seq ?? 0);
    if (isNew && data.undo) tellUndo('did', data.undo);
  }, [data]);

  const step = (way: 'undo' | 'redo'): void => {
    const wanted = data?.[way];
    if (undo.isPending || redo.isPending) return; // the next one is known only after this one
    if (wanted) (way === 'undo' ? undo : redo).mutate({ seq: wanted.seq });
    else tellNothingToUndo(way);
  };
  useDeskCommand({ id: 'edit.undo', title: 'undo.undo', accelerator: UNDO_KEYS, outsideText: true, run: () => step('undo') });
  useDeskCommand({ id: 'edit.redo', title: 'undo.redo', accelerator: REDO_KEYS, outsideText: true, run: () => step('redo') });
}
