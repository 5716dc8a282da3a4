/** Electron's own; older versions answer at once, newer ones with a promise. */
type Clipboard = { readText(): string | Promise<string>; writeText(text: string): void | Promise<void>; clear(): void | Promise<void> };

/** How long a copied number may lie on the clipboard, in milliseconds (security.md 2.8). */
const CLEARED_AFTER_MS = 20_000;

/**
 * The system's clipboard for values that must not stay there. It lives in the main process, so that it also clears when the window lost
 * the keyboard, was locked or replaced meanwhile; what somebody else copied since is left alone.
 */
export function passingClipboard(clipboard: Clipboard) {
  let copied: { readonly text: string; readonly timer: NodeJS.Timeout } | null = null;
  const clear = async (): Promise<void> => {
    if (!copied) return;
    const { text, timer } = copied;
    copied = null;
    clearTimeout(timer);
    if ((await clipboard.readText()) === text) await clipboard.clear();
  };
  return {
    put: async (text: string): Promise<void> => {
      if (copied) clearTimeout(copied.timer);
      copied = { text, timer: setTimeout(() => void clear(), CLEARED_AFTER_MS) };
      await clipboard.writeText(text);
    },
    /** At once: the desk is locked or ends. */
    clear,
  };
}
