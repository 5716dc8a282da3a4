import { dirname, join } from 'node:path';

/** What a person saves; each kind of work remembers a folder of its own. */
export type FileTask = 'export' | 'import' | 'template' | 'print' | 'diagnostics';
export type FolderMemory = { readonly folderOf: (task: FileTask) => string | undefined; readonly rememberFolder: (task: FileTask, folder: string) => void };

export type WrittenFiles = {
  /** The folder where this kind of file was written last, also before a restart; else the person's documents. */
  readonly placeFor: (task: FileTask, fileName: string) => string;
  readonly add: (task: FileTask, file: string) => void;
  readonly has: (file: string) => boolean;
};

const longest = 120;
/** A name every file system takes; the last sign may be neither a dot nor a space (Windows). */
export const safeFileName = (name: string): string =>
  name
    .replaceAll(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ')
    .slice(0, longest)
    .replace(/[. ]+$/, '')
    .trim() || 'GridDesk';

/** The files this desk wrote since it was started: only these can be opened from the window, and the next dialog begins where the last one was. */
export function writtenFiles(documents: string, memory: FolderMemory): WrittenFiles {
  const files = new Set<string>();
  return {
    placeFor: (task, fileName) => join(memory.folderOf(task) ?? documents, safeFileName(fileName)),
    add: (task, file) => {
      files.add(file);
      memory.rememberFolder(task, dirname(file));
    },
    has: (file) => files.has(file),
  };
}
