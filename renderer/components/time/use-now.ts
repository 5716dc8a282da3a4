import { useSyncExternalStore } from 'react';

const MINUTE_MS = 60_000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | null = null;

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, MINUTE_MS);
  if (Date.now() - now >= MINUTE_MS) tick(); // nobody listened for a while
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
}

/** The present in milliseconds, exact to the minute: what is drawn from it ("2 hours ago", "today") stays true while it stands there. */
export const useNow = (): number => useSyncExternalStore(listen, () => now);
