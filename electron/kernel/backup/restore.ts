import { createHmac, timingSafeEqual } from 'node:crypto';
import { constants, readFileSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeAnchor } from '#electron/kernel/audit/anchor-file.ts';
import { writeDurably } from '#electron/vault/durable-file.ts';
import { commitStage, completeRestore, DESTINATION, newStage } from '#electron/vault/pending-restore.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { Manifest } from './backup-folder.ts';
import type { BackupDeps, BackupStation } from './backup-station.ts';
import { flushFile } from './flushed-file.ts';

const NOTE = 'restored.json';
const noteSchema = z.strictObject({ backup: z.string(), at: z.string(), by: z.string(), approver: z.string(), lostEntries: z.int(), mac: z.string() });
type Note = Omit<z.infer<typeof noteSchema>, 'mac'>;

const macOf = ({ backup, at, by, approver, lostEntries }: Note, key: Buffer): string => createHmac('sha256', key).update(JSON.stringify([backup, at, by, approver, lostEntries])).digest('hex');

async function copyDurably(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_EXCL);
  await flushFile(to);
}

/**
 * Puts a proved backup in the place of the present state. Everything is staged first; the present state is kept as a backup and, file by
 * file, in `quarantine/`. The staged anchor names the backup's own head, so the older file is not taken for a rolled-back one. From
 * the commit of the stage on the restore is finished even if the program is killed: the next start goes on (pending-restore.ts).
 * Passwords and recovery words are those of the backup again. Errors: `backup/newer-version`, those of `prove`.
 */
export async function restore({ dataFolder, keeper, vault, now = () => new Date() }: BackupDeps, station: BackupStation, manifest: Manifest, who: { readonly by: string; readonly approver: string; readonly lostEntries: number }): Promise<void> {
  const present = await station.make('before-restore', { spare: manifest.name }).catch(() => null); // a damaged file cannot be copied; the quarantine keeps it as it is
  if (present && present.schemaVersion < manifest.schemaVersion) fail('backup/newer-version', { name: manifest.name });

  const { name } = manifest;
  await station.prove(name); // again, right before it is copied
  const from = station.folder.pathOf(name);
  const stage = newStage(dataFolder);
  try {
    const keystore = readFileSync(join(from, 'keystore.json'), 'utf8');
    for (const file of ['keystore.json', 'keystore.json.bak']) writeDurably(join(stage, file), keystore);
    await copyDurably(join(from, 'app.db'), join(stage, 'app.db'));
    const anchorKey = keeper.keys().subKey('anchor');
    writeAnchor(join(stage, 'anchor.json'), anchorKey, { seq: manifest.auditSeq, head: manifest.auditHead });
    anchorKey.fill(0);
    const at = now().toISOString();
    const note: Note = { backup: name, at, ...who };
    writeDurably(join(stage, NOTE), JSON.stringify({ ...note, mac: station.withKey((key) => macOf(note, key)) }));
    writeDurably(join(stage, DESTINATION), at.replaceAll(/[-:.]/g, ''));
  } catch (error) {
    rmSync(stage, { recursive: true, force: true });
    throw error;
  }
  // Nobody signs in between the end of the session and the last rename.
  await vault.exclusively(async () => {
    if (!keeper.actor()) fail('session/required', {}); // locked meanwhile: nothing was changed
    await keeper.close('restore', '');
    commitStage(dataFolder);
    completeRestore(dataFolder);
  });
}

/** After the first sign-in on a restored station: the log of the restored file says where it came from and what it lost. */
export async function recordRestored(dataFolder: string, station: BackupStation): Promise<void> {
  const file = join(dataFolder, NOTE);
  let note: z.infer<typeof noteSchema>;
  try {
    note = noteSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return;
  }
  const given = Buffer.from(note.mac);
  const expected = Buffer.from(station.withKey((key) => macOf(note, key)));
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
  const detail = isOurs ? { at: note.at, by: note.by, approver: note.approver, lostEntries: note.lostEntries } : { note: 'altered' };
  if (await station.record('backup.restored', isOurs ? note.backup.slice(0, 60) : '', detail)) rmSync(file, { force: true });
}
