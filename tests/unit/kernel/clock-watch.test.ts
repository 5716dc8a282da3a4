import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { clockWatch } from '#electron/kernel/session/clock-watch.ts';

const MINUTE = 60_000;
const now = { wall: 0, mono: 0 };
const jumps: number[] = [];
const watch = clockWatch(() => now.wall, () => now.mono, (seconds) => jumps.push(seconds));
const pass = (ms: number): void => {
  now.wall += ms;
  now.mono += ms;
};

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(now, { wall: Date.parse('2026-03-02T01:00:00Z'), mono: 5000 });
  jumps.length = 0;
  watch.start();
});
afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

it('tells a jump of the date once, forward and back', () => {
  now.wall += 6 * MINUTE;
  watch.check();
  watch.check();
  now.wall -= 60 * MINUTE;
  watch.check();
  expect(jumps).toEqual([360, -3600]);
});
it('says nothing of time that really passed, nor of the daily correction of a clock', () => {
  pass(10 * 60 * MINUTE);
  now.wall += 4 * MINUTE;
  watch.check();
  expect(jumps).toEqual([]);
});
it('looks by itself until it is stopped', () => {
  now.wall += 10 * MINUTE;
  vi.advanceTimersByTime(MINUTE);
  expect(jumps).toEqual([600]);
  watch.stop();
  now.wall += 10 * MINUTE;
  vi.advanceTimersByTime(MINUTE);
  expect(jumps).toEqual([600]);
});
