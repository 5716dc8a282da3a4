import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '#renderer/api/index.ts';
import { columnLayoutSchema, defaultLayout, type ColumnLayout } from './column-layout.ts';

const SAVE_AFTER_MS = 600;

export type ListLayout = {
  readonly layout: ColumnLayout;
  readonly isReady: boolean;
  readonly isDefault: boolean;
  readonly change: (next: ColumnLayout) => void;
  readonly reset: () => void;
};

/** A person's arrangement of one list: read once, changed at once, written a moment after the last change. */
export function useListLayout(list: string): ListLayout {
  const saved = useQuery(api.deskState.list({ kind: 'list', prefix: list }));
  const { mutate: put } = useMutation(api.deskState.put());
  const [edited, setEdited] = useState<ColumnLayout | null>(null);
  const stored = saved.data?.find((state) => state.key === list)?.value;
  const layout = edited ?? columnLayoutSchema.safeParse(stored).data ?? defaultLayout;

  const waiting = useRef<ColumnLayout | null>(null);
  const write = useCallback(() => {
    if (waiting.current) put({ kind: 'list', key: list, value: waiting.current });
    waiting.current = null;
  }, [list, put]);
  useEffect(() => {
    if (!edited) return undefined;
    waiting.current = edited;
    const timer = setTimeout(write, SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [edited, write]);
  useEffect(() => write, [write]); // leaving the screen does not lose the last change

  return {
    layout,
    isReady: !saved.isPending,
    isDefault: JSON.stringify(layout) === JSON.stringify(defaultLayout),
    change: setEdited,
    reset: () => setEdited(defaultLayout),
  };
}
