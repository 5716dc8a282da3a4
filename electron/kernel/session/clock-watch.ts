/** From this much on a change of the computer's time is a jump and not its daily correction, in milliseconds (security.md 2.7). */
const JUMP_MS = 5 * 60_000;
const CHECK_MS = 30_000;

/** Tells when the computer's date is moved while somebody works: by how many seconds, forward or (negative) back. Both clocks in milliseconds. */
export function clockWatch(wall: () => number, mono: () => number, jumped: (seconds: number) => void) {
  let timer: NodeJS.Timeout | null = null;
  let offset = 0;
  const check = (): void => {
    const moved = wall() - mono() - offset;
    if (Math.abs(moved) < JUMP_MS) return;
    offset += moved;
    jumped(Math.round(moved / 1000));
  };
  const stop = (): void => {
    if (timer) clearInterval(timer);
    timer = null;
  };
  return {
    start: (): void => {
      stop();
      offset = wall() - mono();
      timer = setInterval(check, CHECK_MS);
    },
    check,
    stop,
  };
}
