import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the checkout, and the folder inside it for everything that can be made again. */
export const root = join(import.meta.dirname, '..', '..');
export const cache = join(root, '.cache');

/** The oldest Node the checks run on; the packages of the project ask for it. */
export const wantedNode = [22, 14];

export const isLinuxX64 = process.platform === 'linux' && process.arch === 'x64';
export const isRoot = process.getuid?.() === 0;

/** True when a window has nowhere to appear: a Linux machine with neither X nor Wayland. */
export const lacksDisplay = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

/**
 * Lets `make` fill an empty folder and then moves what it names (the folder itself, or the path it returns) to `target` in one rename.
 * A run that is killed in between leaves no half-made `target`, so the next run starts this part over.
 */
export function makeInPlace(target, make) {
  const workshop = join(cache, 'unfinished', `${process.pid}-${Date.now()}`);
  mkdirSync(workshop, { recursive: true });
  try {
    const made = make(workshop) ?? workshop;
    rmSync(target, { recursive: true, force: true });
    renameSync(made, target);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}
