import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openHost } from '#electron/database/host.ts';

/** Where the run keeps one migrated file for all of its stations; workers of the run inherit it. */
const PLACE = 'GRIDDESK_TEST_MIGRATED';
const KEY_BYTE = 0x4d;

/** The key of every station of a run that begins as a copy: fixed and public, because everything in it is invented. */
export const copiedKey = (): Buffer => Buffer.alloc(32, KEY_BYTE);

/** Lays an empty file with all migrations at `file`; false outside a run of vitest, where the station migrates its own. */
export function copyMigrated(file: string): boolean {
  const folder = process.env[PLACE];
  if (folder === undefined) return false;
  copyFileSync(join(folder, 'app.db'), file);
  return true;
}

/** Runs the migrations once for all tests: each of some hundred stations would take half a second for them. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'griddesk-migrated-'));
  const anchorFile = join(folder, 'anchor.json');
  openHost({ role: 'write', file: join(folder, 'app.db'), anchorFile, dek: copiedKey(), anchorKey: copiedKey(), migrationsFolder: resolve('electron/database/migrations'), copyTo: join(folder, 'before.db'), bootId: 'once' }, (error) => console.error(error)).close();
  process.env[PLACE] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
