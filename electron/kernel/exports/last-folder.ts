import { dirname } from 'node:path';

/** The folder of the last file that was written, for the next dialog; forgotten when the desk closes. */
export function lastFolder(first: string) {
  let folder = first;
  return { get: (): string => folder, set: (file: string): void => void (folder = dirname(file)) };
}
