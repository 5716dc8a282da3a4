import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';

let wanted: string | null = null;
const listeners = new Set<() => void>();

function setWanted(key: string | null): void {
  wanted = key;
  for (const listener of listeners) listener();
}

/** Asks for the form of a kept draft to be opened and filled; its list opens it, the form itself takes the words. */
export const resumeDraft = (key: string): void => setWanted(key);

export const isAskedFor = (key: string): boolean => wanted === key;

/** True once for the form whose draft was asked for. */
export function takeResumed(key: string): boolean {
  if (wanted !== key) return false;
  wanted = null;
  return true;
}

const useWanted = (): string | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => wanted,
  );

/** Opens the form of a draft that was asked for: `open` gets the record's id, or null for a new one. `kind` is the first part of the draft's key. */
export function useResumedDraft(kind: string, open: (id: string | null) => void): void {
  const key = useWanted();
  const latest = useRef(open);
  useLayoutEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    const [asked, id] = key?.split('/') ?? [];
    if (asked === kind && id !== undefined) latest.current(id === 'new' ? null : id);
  }, [kind, key]);
}
