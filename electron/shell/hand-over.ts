import { shell } from 'electron';

/** What starts after the desk has closed its file: the installer of an update. */
export type HandOver = { readonly pend: (update: { readonly file: string } | null) => void; readonly start: () => Promise<void> };

/**
 * Windows starts the installer as a double click would, so that it may ask for an administrator. Elsewhere a package is installed by the system's
 * own means, and its file is shown.
 */
export function handOver(log: (line: string) => void, platform: NodeJS.Platform = process.platform): HandOver {
  let file: string | null = null;
  return {
    pend: (update) => void (file = update?.file ?? null),
    start: async () => {
      if (file === null) return;
      if (platform !== 'win32') return shell.showItemInFolder(file);
      const refusal = await shell.openPath(file);
      if (refusal !== '') log(`the installer did not start: ${refusal}`);
    },
  };
}
