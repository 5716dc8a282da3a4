import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { passingClipboard } from '#electron/shell/passing-clipboard.ts';

/** The system's clipboard, which everybody writes to. */
const system = { text: '' };
const clipboard = {
  readText: () => Promise.resolve(system.text),
  writeText: (text: string) => void (system.text = text),
  clear: () => void (system.text = ''),
};
const passing = passingClipboard(clipboard);

beforeEach(() => {
  vi.useFakeTimers();
  system.text = '';
});
afterEach(async () => {
  await passing.clear();
  vi.useRealTimers();
});

it('is emptied 20 seconds after a value was copied', async () => {
  await passing.put('110101199003071234');
  await vi.advanceTimersByTimeAsync(19_000);
  expect(system.text).toBe('110101199003071234');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(system.text).toBe('');
});
it('is emptied at once when the desk locks', async () => {
  await passing.put('13812345678');
  await passing.clear();
  expect(system.text).toBe('');
});
it('counts anew with each value and never empties what somebody copied elsewhere', async () => {
  await passing.put('13812345678');
  await vi.advanceTimersByTimeAsync(15_000);
  await passing.put('13912345678');
  await vi.advanceTimersByTimeAsync(15_000);
  expect(system.text).toBe('13912345678');
  system.text = '会议通知';
  await vi.advanceTimersByTimeAsync(15_000);
  expect(system.text).toBe('会议通知');
});
