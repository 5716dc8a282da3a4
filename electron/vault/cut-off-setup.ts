import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { flushFolder, writeDurably } from './durable-file.ts';

const MARK = 'setting-up';
/** The key store comes into being last; before it nothing that lies here can be opened by anybody. */
const KEYS = ['keystore.json', 'keystore.json.bak'] as const;
const MADE = ['app.db-wal', 'app.db-shm', 'app.db', 'anchor.json', 'device.bin', 'throttle.json'] as const;

/** Before the first file of a new station; the mark stays until its key store is on the disk. */
export const beginSetUp = (dataFolder: string): void => writeDurably(join(dataFolder, MARK), '');

export function finishSetUp(dataFolder: string): void {
  rmSync(join(dataFolder, MARK), { force: true });
  flushFolder(dataFolder);
}

/** A set-up ended on the way: its files have no key store and never had one. */
export const isSetUpCutOff = (dataFolder: string): boolean => existsSync(join(dataFolder, MARK)) && !KEYS.some((name) => existsSync(join(dataFolder, name)));

/** Removes what a set-up that was cut off left: only where everything in it is invented, and large. */
export function removeCutOffSetUp(dataFolder: string): void {
  if (!isSetUpCutOff(dataFolder)) return;
  for (const name of MADE) rmSync(join(dataFolder, name), { force: true });
  finishSetUp(dataFolder);
}

/**
 * Clears the place of a set-up that was cut off, so that it can begin again: its files move to `quarantine/setup-<time>/` and none is
 * deleted. A set-up that had only its mark left is finished. May be stopped anywhere and run again.
 */
export function clearCutOffSetUp(dataFolder: string, now: Date = new Date()): void {
  if (isSetUpCutOff(dataFolder)) {
    const aside = join(dataFolder, 'quarantine', `setup-${now.toISOString().replaceAll(/[-:.]/g, '')}`);
    const left = MADE.filter((name) => existsSync(join(dataFolder, name)));
    if (left.length > 0) mkdirSync(aside, { recursive: true, mode: 0o700 });
    for (const name of left) renameSync(join(dataFolder, name), join(aside, name));
    flushFolder(dataFolder);
  }
  if (existsSync(join(dataFolder, MARK))) finishSetUp(dataFolder);
}
