import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { flushFolder } from './durable-file.ts';

/** Everything that makes one state of the station. The logs of SQLite go first: beside another file they would destroy it. */
const LOGS = ['app.db-wal', 'app.db-shm'] as const;
const STATE = ['app.db', 'anchor.json', 'restored.json', 'keystore.json.bak', 'keystore.json'] as const;
export type StateFile = (typeof STATE)[number];

const STAGE = 'restoring';
/** Inside the stage: the quarantine's name. */
export const DESTINATION = 'quarantine.txt';

/** A folder that is filled before anything of the present state is touched. */
export function newStage(dataFolder: string): string {
  const stage = join(dataFolder, `${STAGE}.part`);
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { mode: 0o700 });
  return stage;
}

/** From here on the restore is going to happen, even if the program is killed on the way. The stage must be complete and flushed. */
export function commitStage(dataFolder: string): void {
  flushFolder(join(dataFolder, `${STAGE}.part`));
  renameSync(join(dataFolder, `${STAGE}.part`), join(dataFolder, STAGE));
  flushFolder(dataFolder);
}

export const isRestorePending = (dataFolder: string): boolean => existsSync(join(dataFolder, STAGE));

/**
 * Moves the present state to `quarantine/<name>/` and a committed stage into its place. Every step is a rename that is skipped when it
 * was already done, so it may be stopped anywhere and run again at the next start.
 */
export function completeRestore(dataFolder: string): void {
  const stage = join(dataFolder, STAGE);
  if (!existsSync(stage)) return;
  const destination = join(stage, DESTINATION);
  if (existsSync(destination)) {
    const quarantine = join(dataFolder, 'quarantine', readFileSync(destination, 'utf8').replaceAll(/[^0-9TZ]/g, ''));
    mkdirSync(quarantine, { recursive: true, mode: 0o700 });
    const setAside = (name: string): void => {
      const present = join(dataFolder, name);
      if (existsSync(present)) renameSync(present, join(quarantine, name));
    };
    for (const name of LOGS) setAside(name);
    const staged = new Set(readdirSync(stage));
    for (const name of STATE) {
      if (!staged.has(name)) continue;
      setAside(name);
      renameSync(join(stage, name), join(dataFolder, name));
    }
    flushFolder(quarantine);
    flushFolder(dataFolder);
    rmSync(destination);
  }
  rmSync(stage, { recursive: true, force: true });
  flushFolder(dataFolder);
}
