import { readFileSync } from 'node:fs';
import { copyFile, mkdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseKeystore } from '#electron/vault/keystore-file.ts';
import { writeDurably } from '#electron/vault/durable-file.ts';
import { instantText } from '#shared/contract/list.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { RestoreDrill } from '#shared/kernel/backup/backup.contract.ts';
import { isThatOf, type BackupDeps, type BackupStation } from './backup-station.ts';

const FILE = 'restore-drill.json';
const SCRATCH = 'restore-drill';
/** Room left beside the copy, so that the desk itself can still save. */
const RESERVE_BYTES = 64 * 1024 * 1024;
const noteSchema = z.strictObject({ at: instantText });

/** When the last drill succeeded; a lost or damaged note means that none is known. */
export function lastDrillAt(dataFolder: string): string | null {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(join(dataFolder, FILE), 'utf8'))).at;
  } catch {
    return null;
  }
}

/**
 * Does with the newest sound backup what a restore would do, at a place of its own: copies it, opens it with the keys, proves every page
 * and record and compares it with its manifest. The present data are not touched and nothing is left behind. `progress` tells the pages proved.
 * Errors: `backup/none`, `backup/damaged`, `disk/full`.
 */
export async function drillRestore({ dataFolder, keeper, vault, now = () => new Date() }: BackupDeps, station: BackupStation, progress: (done: number, total: number) => void = () => {}): Promise<RestoreDrill> {
  const { name } = station.list().find((backup) => backup.verified) ?? fail('backup/none', {});
  const from = station.folder.pathOf(name);
  const scratch = join(dataFolder, SCRATCH);
  await rm(scratch, { recursive: true, force: true }); // of a drill that was cut off
  const { bavail, bsize } = await statfs(dataFolder);
  if (bavail * bsize < (await stat(join(from, 'app.db'))).size + RESERVE_BYTES) fail('disk/full', {});
  try {
    await mkdir(scratch, { mode: 0o700 });
    for (const file of ['app.db', 'keystore.json']) await copyFile(join(from, file), join(scratch, file)); // a gigabyte copied at once would hold the main thread
    const manifest = station.withKey((key) => station.folder.manifestOf(name, key)) ?? fail('backup/damaged', { name });
    const facts = await vault.inspectCopy(keeper.keys(), join(scratch, 'app.db'), progress);
    if (!isThatOf(manifest, facts) || parseKeystore(readFileSync(join(scratch, 'keystore.json'), 'utf8')) === null) fail('backup/damaged', { name });
    const at = now().toISOString();
    writeDurably(join(dataFolder, FILE), JSON.stringify({ at }));
    return { at, backup: station.describe(name) };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
