import { dirname } from 'node:path';

export type WrittenFiles = { readonly folder: () => string; readonly add: (file: string) => void; readonly has: (file: string) => boolean };

/** The files this desk wrote since it was started: only these can be opened from the window, and the next dialog begins where the last one was. */
export function writtenFiles(firstFolder: string): WrittenFiles {
  const files = new Set<string>();
  let folder = firstFolder;
  return {
    folder: () => folder,
    add: (file) => {
      files.add(file);
      folder = dirname(file);
    },
    has: (file) => files.has(file),
  };
}
