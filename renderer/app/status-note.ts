import { useEffect, useSyncExternalStore } from 'react';

let note = '';
const listeners = new Set<() => void>();

function setNote(text: string): void {
  note = text;
  for (const listener of listeners) listener();
}

/** Shows a short fact of the screen at the right end of the status bar while the screen is open, e.g. how many rows. */
export function useShowStatusNote(text: string): void {
  useEffect(() => {
    setNote(text);
    return () => setNote('');
  }, [text]);
}

export function useStatusNote(): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => note,
  );
}
