import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseKeystore } from '#electron/vault/keystore-file.ts';
import { writeDurably } from '#electron/vault/durable-file.ts';
import { instantText } from '#shared/contract/list.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { RestoreDrill } from '#shared/kernel/backup/backup.contract.ts';
import type { BackupDeps, BackupStation } from './backup-station.ts';

const FILE = 'restore-drill.json';
const SCRATCH = 'restore-drill';
/** Room left beside the copy, so that the desk itself can still save. */
const RESERVE_BYTES = 64 * 1024 * 1024;
const STEPS = 3;
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
 * and record and compares it with its manifest. The present data are not touched and nothing is left behind. `progress` tells the steps.
 * Errors: `backup/none`, `backup/damaged`, `disk/full`.
 */
export async function drillRestore({ dataFolder, keeper, vault, now = () => new Date() }: BackupDeps, station: BackupStation, progress: (done: number, total: number) => void = () => {}): Promise<RestoreDrill> {
  const { name } = station.list().find((backup) => backup.verified) ?? fail('backup/none', {});
  const from = station.folder.pathOf(name);
  const scratch = join(dataFolder, SCRATCH);
  rmSync(scratch, { recursive: true, force: true }); // of a drill that was cut off
  const { bavail, bsize } = await statfs(dataFolder);
  if (bavail * bsize < statSync(join(from, 'app.db')).size + RESERVE_BYTES) fail('disk/full', {});
  try {
    mkdirSync(scratch, { mode: 0o700 });
    for (const file of ['app.db', 'keystore.json']) copyFileSync(join(from, file), join(scratch, file));
    progress(1, STEPS);
    const manifest = station.withKey((key) => station.folder.manifestOf(name, key));
    const facts = await vault.inspectCopy(keeper.keys(), join(scratch, 'app.db'));
    progress(2, STEPS);
    const isSame = manifest !== null && facts?.sha256 === manifest.database.sha256 && facts.auditSeq === manifest.auditSeq && facts.auditHead === manifest.auditHead && facts.schemaVersion === manifest.schemaVersion;
    if (!isSame || parseKeystore(readFileSync(join(scratch, 'keystore.json'), 'utf8')) === null) fail('backup/damaged', { name });
    const at = now().toISOString();
    writeDurably(join(dataFolder, FILE), JSON.stringify({ at }));
    progress(STEPS, STEPS);
    return { at, backup: station.describe(name) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
