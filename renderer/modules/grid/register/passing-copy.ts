import { writeClipboard } from '#renderer/components/ledger/clipboard-write.ts';

/** How long a copied number may lie on the clipboard, in milliseconds (security.md 2.8). */
const CLEARED_AFTER_MS = 20_000;

let stop: (() => void) | null = null;

/** An empty text would leave the old one in place. */
const emptyClipboard = (): boolean => writeClipboard({ text: ' ', html: ' ' });

/** The browser lets a page write only after a key press or click; refused without one, emptying waits for the next. */
function emptySoon(): void {
  if (emptyClipboard()) return;
  const again = (): void => {
    stop?.();
    emptyClipboard();
  };
  document.addEventListener('keydown', again, { once: true });
  document.addEventListener('pointerdown', again, { once: true });
  watchCopies(() => {
    document.removeEventListener('keydown', again);
    document.removeEventListener('pointerdown', again);
  });
}

/** Until stopped; something else copied in this window stops it too, for then the number is gone from the clipboard. */
function watchCopies(release: () => void): void {
  const end = (): void => {
    release();
    document.removeEventListener('copy', end);
    document.removeEventListener('cut', end);
    stop = null;
  };
  document.addEventListener('copy', end);
  document.addEventListener('cut', end);
  stop = end;
}

/**
 * Copies a value that must not stay: the clipboard is emptied after 20 seconds, unless something else was copied in this window before
 * that. Runs on past the screen it was copied from. False when the browser refused the copy.
 */
export function copyInPassing(value: string): boolean {
  stop?.();
  if (!writeClipboard({ text: value, html: value })) return false;
  const timer = setTimeout(() => {
    stop?.();
    emptySoon();
  }, CLEARED_AFTER_MS);
  watchCopies(() => clearTimeout(timer));
  return true;
}
