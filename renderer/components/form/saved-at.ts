import { useSyncExternalStore } from 'react';

let savedAt: string | null = null;
const listeners = new Set<() => void>();

/** A draft or record was written; the status bar tells when. */
export function noteSaved(at: string): void {
  savedAt = at;
  for (const listener of listeners) listener();
}

/** When something was last put aside or saved in this window; null before that. */
export function useSavedAt(): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => savedAt,
  );
}
