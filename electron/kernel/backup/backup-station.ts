import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { mkdir, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenKeys, Vault } from '#electron/kernel/session/vault.ts';
import type { CopyVerdict } from '#electron/vault/inspect-copy.ts';
import { parseKeystore } from '#electron/vault/keystore-file.ts';
import type { Actor } from '#shared/contract/actor.ts';
import { AppError, fail, type Result } from '#shared/errors/app-error.ts';
import type { Backup, BackupStatus } from '#shared/kernel/backup/backup.contract.ts';
import { lastDrillAt } from './restore-drill.ts';
import { backupFolder, backupName, sealManifest, type Manifest } from './backup-folder.ts';
import { flushFile, flushNames, writeFlushed } from './flushed-file.ts';

/** What a backup needs of the session; `SessionKeeper` has it. */
export type SessionPort = {
  actor(): Actor | null;
  keys(): OpenKeys;
  database(): { copy(to: string): Promise<Result<unknown>>; call(kind: 'command', actor: Actor, name: string, input: unknown): Promise<Result<unknown>> };
  close(reason: 'restore', place: string): Promise<void>;
};
export type BackupDeps = { readonly dataFolder: string; readonly keeper: SessionPort; readonly vault: Vault; readonly now?: () => Date };

type Progress = (done: number, total: number) => void;

const FAULTS = { pages: 'backup/copy-damaged', records: 'backup/records-damaged', unreadable: 'backup/failed' } as const;
/** Left over after a backup, so that the desk itself can still save. */
const RESERVE_BYTES = 64 * 1024 * 1024;
const DAY_MS = 86_400_000;

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** A proved copy is the one that a manifest describes. */
export const isThatOf = (manifest: Manifest, facts: CopyVerdict): boolean =>
  !('fault' in facts) && facts.sha256 === manifest.database.sha256 && facts.auditSeq === manifest.auditSeq && facts.auditHead === manifest.auditHead && facts.schemaVersion === manifest.schemaVersion;

/**
 * Makes and proves backups, one at a time. A backup is written beside its final name, proved in every page and record as it lies on the
 * disk, and only then renamed; what has a backup's name was whole at least once.
 */
export function backupStation({ dataFolder, keeper, vault, now = () => new Date() }: BackupDeps) {
  const folder = backupFolder(dataFolder);
  let isRunning = false;
  let lastFailure: string | null = null;

  const withKey = <T>(body: (key: Buffer) => T): T => {
    const key = keeper.keys().subKey('backup');
    try {
      return body(key);
    } finally {
      key.fill(0);
    }
  };

  const write = async (kind: Backup['kind'], spare: string | undefined, progress: Progress): Promise<Backup> => {
    const keys = keeper.keys();
    const at = now();
    const partial = join(folder.path, `backup-${at.getTime()}.part`);
    await folder.sweep();
    await mkdir(partial, { recursive: true, mode: 0o700 });
    try {
      await needRoom(dataFolder);
      const database = join(partial, 'app.db');
      const copied = await keeper.database().copy(database);
      if (!copied.ok) throw new AppError(copied.error);
      await flushFile(database);
      const facts = await vault.inspectCopy(keys, database, progress);
      if ('fault' in facts) return fail(FAULTS[facts.fault], { detail: facts.detail });
      const keystore = vault.keystoreText();
      await writeFlushed(join(partial, 'keystore.json'), keystore);
      const name = backupName(facts.auditSeq, at);
      const { bytes, auditSeq, auditHead, schemaVersion } = facts;
      const manifest: Manifest = { v: 1, name, number: withKey(folder.nextNumber), kind, createdAt: at.toISOString(), auditSeq, auditHead, schemaVersion, database: { bytes, sha256: facts.sha256 }, keystore: { bytes: Buffer.byteLength(keystore), sha256: sha256(keystore) } };
      await writeFlushed(join(partial, 'manifest.json'), withKey((key) => sealManifest(manifest, key)));
      await flushNames(partial);
      await rename(partial, join(folder.path, name));
      await flushNames(folder.path);
      await folder.remove(withKey((key) => folder.outdated(key, spare)));
      return withKey((key) => folder.describe(name, key));
    } finally {
      await rm(partial, { recursive: true, force: true });
    }
  };

  return {
    folder,
    /**
     * `spare` names a backup that is not thinned out now. Errors: `backup/running`, `backup/copy-damaged`, `backup/records-damaged`,
     * `backup/failed`, `disk/full`, and those of the database. Earlier backups stay whatever happens.
     */
    make: async (kind: Backup['kind'], { spare, progress = () => {} }: { readonly spare?: string; readonly progress?: Progress } = {}): Promise<Backup> => {
      if (isRunning) return fail('backup/running', {});
      isRunning = true;
      try {
        const backup = await write(kind, spare, progress);
        lastFailure = null;
        return backup;
      } catch (error) {
        lastFailure = error instanceof AppError ? error.failure.code : 'backup/failed';
        throw error;
      } finally {
        isRunning = false;
      }
    },
    /** Proves a backup again, from its manifest to its last record. Errors: `backup/not-found`, `backup/damaged`. */
    prove: async (name: string, progress: Progress = () => {}): Promise<Manifest> => {
      const path = folder.pathOf(name);
      const keys = keeper.keys();
      const manifest = withKey((key) => folder.manifestOf(name, key)) ?? fail('backup/damaged', { name });
      const facts = await vault.inspectCopy(keys, join(path, 'app.db'), progress);
      if (!isThatOf(manifest, facts) || !isKeystoreWhole(join(path, 'keystore.json'), manifest)) fail('backup/damaged', { name });
      return manifest;
    },
    list: (): Backup[] => withKey(folder.list),
    describe: (name: string): Backup => withKey((key) => folder.describe(name, key)),
    status: (): BackupStatus => {
      const good = withKey(folder.list).filter((backup) => backup.verified);
      const lastGoodAt = good.map((backup) => backup.createdAt).sort().at(-1) ?? null;
      return { lastGoodAt, ageDays: lastGoodAt === null ? null : Math.max(0, Math.floor((now().getTime() - Date.parse(lastGoodAt)) / DAY_MS)), running: isRunning, lastFailure, lastDrillAt: lastDrillAt(dataFolder) };
    },
    /** Puts a fact about backups on record as the signed-in person; a station that may not be written to records nothing. */
    record: async (action: string, entityId: string, detail: Readonly<Record<string, string | number>>): Promise<boolean> => {
      const actor = keeper.actor();
      if (!actor) return false;
      const recorded = await keeper.database().call('command', actor, 'audit.recordEvent', { action, entity: 'backup', entityId, detail, result: 'done' });
      return recorded.ok;
    },
    withKey,
  };
}
export type BackupStation = ReturnType<typeof backupStation>;

async function needRoom(dataFolder: string): Promise<void> {
  const { bavail, bsize } = await statfs(dataFolder);
  const size = ['app.db', 'app.db-wal'].reduce((sum, name) => sum + (statSync(join(dataFolder, name), { throwIfNoEntry: false })?.size ?? 0), 0);
  if (bavail * bsize < size + RESERVE_BYTES) fail('disk/full', {});
}

function isKeystoreWhole(file: string, { keystore }: Manifest): boolean {
  try {
    const text = readFileSync(file, 'utf8');
    return sha256(text) === keystore.sha256 && parseKeystore(text) !== null;
  } catch {
    return false;
  }
}
