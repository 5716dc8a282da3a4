type Reason = 'idle' | 'expired';

/** A session ends after this long whatever happens, so that a forgotten desk is never open overnight. */
const ABSOLUTE_MS = 10 * 3_600_000;
const CHECK_MS = 5_000;

/**
 * Watches a session by the monotonic clock, so that changing the computer's time neither lengthens nor ends it (security.md 2.6).
 * `now` is in milliseconds.
 */
export function idleClock(now: () => number, ended: (reason: Reason) => void) {
  let timer: NodeJS.Timeout | null = null;
  let openedAt = 0;
  let touchedAt = 0;
  let idleMs = 0;
  const check = (): void => {
    if (now() - openedAt >= ABSOLUTE_MS) return stopWith('expired');
    if (now() - touchedAt >= idleMs) return stopWith('idle');
  };
  const stop = (): void => {
    if (timer) clearInterval(timer);
    timer = null;
  };
  const stopWith = (reason: Reason): void => {
    stop();
    ended(reason);
  };
  return {
    start: (idleMinutes: number): void => {
      stop();
      openedAt = touchedAt = now();
      idleMs = idleMinutes * 60_000;
      timer = setInterval(check, CHECK_MS);
    },
    touch: (): void => void (touchedAt = now()),
    setIdleMinutes: (minutes: number): void => void (idleMs = minutes * 60_000),
    check,
    stop,
  };
}
