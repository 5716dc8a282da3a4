import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { passingCopies } from '#electron/kernel/clipboard/clipboard.tasks.ts';

let onClipboard: string;
const clipboard = {
  readText: () => onClipboard,
  writeText: (text: string) => void (onClipboard = text),
  clear: () => void (onClipboard = ''),
};
beforeEach(() => {
  onClipboard = 'before';
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

describe('a revealed number on the clipboard', () => {
  it('is gone after twenty seconds', async () => {
    await passingCopies(clipboard).copy('11010519491231002X');
    expect(onClipboard).toBe('11010519491231002X');
    await vi.advanceTimersByTimeAsync(19_999);
    expect(onClipboard).toBe('11010519491231002X');
    await vi.advanceTimersByTimeAsync(1);
    expect(onClipboard).toBe('');
  });
  it('leaves alone what was copied since', async () => {
    await passingCopies(clipboard).copy('11010519491231002X');
    onClipboard = '会议通知';
    await vi.advanceTimersByTimeAsync(60_000);
    expect(onClipboard).toBe('会议通知');
  });
  it('starts its twenty seconds again with the next one, and is gone at once when the program ends', async () => {
    const copies = passingCopies(clipboard);
    await copies.copy('13812345678');
    await vi.advanceTimersByTimeAsync(15_000);
    await copies.copy('13912345678');
    await vi.advanceTimersByTimeAsync(15_000);
    expect(onClipboard).toBe('13912345678');
    await copies.forget();
    expect(onClipboard).toBe('');
  });
});
