import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '#renderer/api/index.ts';

/** A lock that nobody asked for cannot carry the place along, so the window writes it down itself. */
const KEY = 'desk/last';

/** Where to open: the place the lock carried, else the one written down; null while that is being read. */
export function useKeptPlace(lastPlace: string): string | null {
  const kept = useQuery({ ...api.deskState.list({ kind: 'place', prefix: KEY }), enabled: lastPlace === '' });
  if (lastPlace !== '') return lastPlace;
  if (kept.isPending) return null;
  const value = kept.data?.[0]?.value;
  return typeof value === 'string' ? value : '';
}

/** Writes the place down, or forgets it: who signs out starts with today next time. */
export function useKeepPlace(): { readonly keep: (place: string) => void; readonly forget: () => Promise<unknown> } {
  const { mutate } = useMutation(api.deskState.put());
  const { mutateAsync } = useMutation(api.deskState.remove());
  return {
    keep: useCallback((place) => mutate({ kind: 'place', key: KEY, value: place }), [mutate]),
    forget: useCallback(() => mutateAsync({ kind: 'place', key: KEY }), [mutateAsync]),
  };
}
