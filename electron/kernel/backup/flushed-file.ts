import { open } from 'node:fs/promises';

/** What is written is on the disk when the promise ends. A flush of a large file takes its time, so nobody waits for it on the main thread. */
export async function flushFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes names in a folder survive a power cut. Windows knows no flush of a folder; its journal keeps the order of renames. */
export async function flushNames(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a file of a folder that nobody looks into yet, readable by its owner only, and flushes it. */
export async function writeFlushed(file: string, content: string): Promise<void> {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(content, 'utf8');
    await handle.sync();
  } finally {
    await handle.close();
  }
}
