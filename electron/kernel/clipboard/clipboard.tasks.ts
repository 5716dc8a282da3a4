import type { TaskContext } from '#electron/ipc/task-context.ts';
import type { clipboardContract } from '#shared/kernel/clipboard/clipboard.contract.ts';
import type { TaskHandlers } from '#shared/contract/define.ts';

/** What is needed of the system's clipboard; newer Electrons answer later. */
export type Clipboard = { readText(): string | Promise<string>; writeText(text: string): void | Promise<void>; clear(): void };

/** How long a revealed value may lie on the clipboard, in milliseconds. */
const CLEARED_AFTER_MS = 20_000;

/**
 * The clipboard outlives screen, lock and window, so main empties it: after 20 seconds, and at the end of the program, unless something
 * else was copied meanwhile.
 */
export function passingCopies(clipboard: Clipboard): { readonly copy: (text: string) => Promise<void>; readonly forget: () => Promise<void> } {
  let lying: { readonly text: string; readonly timer: NodeJS.Timeout } | null = null;
  const forget = async (): Promise<void> => {
    if (!lying) return;
    const { text, timer } = lying;
    lying = null;
    clearTimeout(timer);
    if ((await clipboard.readText()) === text) clipboard.clear();
  };
  return {
    copy: async (text) => {
      if (lying) clearTimeout(lying.timer);
      await clipboard.writeText(text);
      lying = { text, timer: setTimeout(() => void forget(), CLEARED_AFTER_MS) };
    },
    forget,
  };
}

export const clipboardTasks = ({ copy }: Pick<ReturnType<typeof passingCopies>, 'copy'>): TaskHandlers<typeof clipboardContract, TaskContext> => ({
  copyInPassing: async (_context, { text }) => {
    await copy(text);
    return {};
  },
});
