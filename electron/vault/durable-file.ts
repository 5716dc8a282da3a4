import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes a rename survive a power cut. Windows knows no flush of a folder; its journal keeps the order of renames. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Replaces a file, whole or not at all: beside it first, flushed, then renamed over it. Readable by its owner only. */
export function writeDurably(file: string, content: string | Buffer): void {
  const partial = `${file}.part`;
  const handle = openSync(partial, 'w', 0o600);
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    let written = 0;
    while (written < bytes.length) written += writeSync(handle, bytes, written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(partial, file);
  flushFolder(dirname(file));
}
