import { createHash, randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '#electron/database/connection.ts';
import { migrate, readMigrations } from '#electron/database/migrate.ts';
import type { TaskContext } from '#electron/ipc/task-context.ts';
import { readAnchor, writeAnchor } from '#electron/kernel/audit/anchor-file.ts';
import { appendEntry, chainHead, startChain } from '#electron/kernel/audit/audit-chain.ts';
import { backupStation, type BackupDeps, type SessionPort } from '#electron/kernel/backup/backup-station.ts';
import { backupTasks } from '#electron/kernel/backup/backup.tasks.ts';
import { startDailyBackup } from '#electron/kernel/backup/daily-backup.ts';
import type { OpenKeys, Vault } from '#electron/kernel/session/vault.ts';
import { openVault } from '#electron/vault/vault.ts';
import type { Actor } from '#shared/contract/actor.ts';
import { FAST, outcome } from '#tests/unit/vault/station.ts';

const ACTOR: Actor = { userId: '019c0000-0000-7000-8000-0000000000a1', sessionId: '019c0000-0000-7000-8000-000000005e55', displayName: '王芳', roles: ['administrator'], communityId: '019c0000-0000-7000-8000-00000000c001', scope: 'all' };
const APPROVER = '019c0000-0000-7000-8000-0000000000b2';
const CLERK = '019c0000-0000-7000-8000-0000000000c3';
const ENTRY = { communityId: ACTOR.communityId, at: '2026-03-02T01:00:00.000Z', mono: 1, bootId: 'boot', sessionId: ACTOR.sessionId, actorId: ACTOR.userId, actorName: '王芳', entity: 'test', entityId: '', result: 'done' } as const;

type Sqlite = ReturnType<typeof openDatabase>;
let folder: string;
let vault: Vault;
let keys: OpenKeys;
let sqlite: Sqlite | null;
let now: Date;
let deps: BackupDeps;
let entries: number;

const path = (...names: string[]): string => join(folder, ...names);
const open = (): Sqlite => (sqlite ??= openDatabase({ file: path('app.db'), dek: keys.dek(), mode: 'write', cacheKiB: 4096 }));
const append = (action: string, detail: unknown) => appendEntry(open(), { ...ENTRY, id: `e${(entries += 1)}-${now.getTime()}`, action, detail: JSON.stringify(detail) }, []);
/** One change with its entry and its anchor, like a commit of the desk. */
function commit(action: string, detail: unknown = {}): void {
  const { seq, mac } = append(action, detail);
  writeAnchor(path('anchor.json'), keys.subKey('anchor'), { seq, head: mac });
}
/** Every row of every table, so that equality is equality. */
function digest(): string {
  const hash = createHash('sha256');
  for (const table of open().prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").pluck().all() as string[]) {
    hash.update(table).update(JSON.stringify(open().prepare(`SELECT * FROM "${table}"`).raw().all()));
  }
  return hash.digest('hex');
}

const session: SessionPort = {
  actor: () => (sqlite ? ACTOR : null),
  keys: () => keys,
  database: () => ({
    copy: async (to) => {
      try {
        open().prepare('VACUUM INTO ?').run(to);
        return { ok: true, data: {} };
      } catch {
        return { ok: false, error: { code: 'disk/full', params: {} } };
      }
    },
    call: async (_kind, _actor, _name, input) => {
      const { action, detail } = input as { action: string; detail: unknown }; // audit.recordEvent is the only call
      commit(action, detail);
      return { ok: true, data: {} };
    },
  }),
  close: async () => {
    sqlite?.close();
    sqlite = null;
  },
};
const context = {
  actor: ACTOR,
  call: async (module: string, operation: string) => {
    if (`${module}.${operation}` === 'accounts.listAccounts')
      return [
        { id: ACTOR.userId, status: 'active', roles: ['administrator'] },
        { id: APPROVER, status: 'active', roles: ['supervisor'] },
        { id: CLERK, status: 'active', roles: ['clerk'] },
      ];
    return { entries: [{ seq: chainHead(open()).seq }], count: 1 };
  },
} as unknown as TaskContext; // the two operations that the tasks ask for

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}
/** A station whose database copies in another way. */
const copyingBy = (copy: ReturnType<SessionPort['database']>['copy']) => backupStation({ ...deps, keeper: { ...session, database: () => ({ ...session.database(), copy }) } });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'griddesk-backup-'));
  now = new Date('2026-03-02T01:00:00.000Z');
  entries = 0;
  sqlite = null;
  vault = openVault(folder, { kdf: FAST });
  ({ keys } = await vault.create({ uid: ACTOR.userId, name: 'admin', password: 'Admin-own-2026', locale: 'zh-CN' }));
  await vault.slots(() => keys).addUser({ uid: APPROVER, name: '主管', password: 'Super-own-2026' });
  await vault.slots(() => keys).addUser({ uid: CLERK, name: 'clerk', password: 'Clerk-own-2026' });
  migrate(open(), readMigrations(resolve('electron/database/migrations')).slice(0, 1), now.toISOString(), () => {});
  startChain(open(), randomBytes(32));
  open().transaction(() => {
    for (let n = 1; n < 300; n += 1) append('test.changed', { text: `第 ${n} 条`.repeat(8) });
  })();
  commit('test.changed');
  deps = { dataFolder: folder, keeper: session, vault, now: () => now };
});
afterEach(async () => {
  await session.close('restore', '');
  vault.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  it('is a whole folder of its own and nothing in it is readable', async () => {
    const backup = await backupStation(deps).make('on-demand');
    expect(backup).toMatchObject({ name: 'backup-300-20260302T010000000Z', kind: 'on-demand', auditSeq: 300, schemaVersion: open().pragma('user_version', { simple: true }), verified: true });
    expect(readdirSync(path('backups'))).toEqual([backup.name]);
    expect(readdirSync(path('backups', backup.name)).sort()).toEqual(['app.db', 'keystore.json', 'manifest.json']);
    expect(readFileSync(path('backups', backup.name, 'app.db')).includes('test.changed')).toBe(false);
    await expect(backupStation(deps).prove(backup.name)).resolves.toMatchObject({ auditSeq: 300 });
  });
  it('leaves nothing behind when it fails, and says so', async () => {
    const station = copyingBy(async (to) => {
      writeFileSync(to, '');
      return { ok: false, error: { code: 'disk/full', params: {} } };
    });
    expect(await outcome(() => station.make('daily'))).toBe('disk/full');
    expect(readdirSync(path('backups'))).toEqual([]);
    expect(station.status()).toEqual({ lastGoodAt: null, ageDays: null, running: false, lastFailure: 'disk/full', lastDrillAt: null });
  });
  it('that came out damaged gets no name', async () => {
    const station = copyingBy(async (to) => {
      const result = await session.database().copy(to);
      flip(to, 4096 * 3 + 50);
      return result;
    });
    expect(await outcome(() => station.make('daily'))).toBe('backup/copy-damaged');
    expect(readdirSync(path('backups'))).toEqual([]);
  });
  it('runs alone', async () => {
    const station = backupStation(deps);
    const first = station.make('on-demand');
    expect(station.status().running).toBe(true);
    expect(await outcome(() => station.make('on-demand'))).toBe('backup/running');
    await first;
  });
  it('is kept 14 times of the daily ones and 14 times of the others; the newest states stay whatever the clock said', async () => {
    const station = backupStation(deps);
    for (let day = 0; day < 17; day += 1) {
      commit('test.changed');
      now = new Date(Date.UTC(day === 3 ? 2036 : 2026, 2, 2 + day, 1));
      await station.make('daily');
      now = new Date(now.getTime() + 1);
      if (day < 2) await station.make('before-import');
    }
    const kept = station.list();
    expect(kept.filter((backup) => backup.kind === 'daily').map((backup) => backup.auditSeq)).toEqual(Array.from({ length: 14 }, (_, n) => 317 - n));
    expect(kept).toHaveLength(16);
  });
  it('is made once a day while somebody is signed in', async () => {
    const station = backupStation(deps);
    const { check, stop } = startDailyBackup(deps, station);
    stop();
    await check();
    await check();
    expect(station.list().map((backup) => backup.kind)).toEqual(['daily']);
    now = new Date(now.getTime() + 86_400_000);
    await check();
    expect(station.list()).toHaveLength(2);
    await session.close('restore', '');
    now = new Date(now.getTime() + 86_400_000);
    await check();
    open();
    expect(station.list()).toHaveLength(2);
  });
});

describe('a damaged backup', () => {
  it('is refused wherever the damage is', async () => {
    const station = backupStation(deps);
    const { name } = await station.make('on-demand');
    const database = path('backups', name, 'app.db');
    const size = readFileSync(database).length;
    const spots = [20, 100, 4095, 4096, ...Array.from({ length: 12 }, (_, n) => Math.floor((size * (n + 0.5)) / 12)), size - 1];
    for (const at of spots) {
      flip(database, at);
      expect(await outcome(() => station.prove(name)), `byte ${at}`).toBe('backup/damaged');
      flip(database, at);
    }
    for (const part of ['keystore.json', 'manifest.json']) {
      const bytes = readFileSync(path('backups', name, part)).length;
      for (let at = 0; at < bytes; at += 61) {
        flip(path('backups', name, part), at);
        expect(await outcome(() => station.prove(name)), `${part} ${at}`).toBe('backup/damaged');
        flip(path('backups', name, part), at);
      }
    }
    writeFileSync(database, readFileSync(database).subarray(0, size - 4096));
    expect(station.describe(name).verified).toBe(false);
    expect(await outcome(() => backupTasks(deps, backupStation(deps)).restoreBackup(context, { name, approverName: '主管', approverPassword: 'Super-own-2026' }))).toBe('backup/damaged');
  });
  it('is one whose parts come from another backup, or whose name leads elsewhere', async () => {
    const station = backupStation(deps);
    const first = await station.make('on-demand');
    commit('test.changed');
    now = new Date(now.getTime() + 1000);
    const second = await station.make('on-demand');
    cpSync(path('backups', first.name, 'app.db'), path('backups', second.name, 'app.db'));
    expect(await outcome(() => station.prove(second.name))).toBe('backup/damaged');
    renameSync(path('backups', first.name), path('backups', 'backup-900-20260302T010000000Z'));
    expect(await outcome(() => station.prove('backup-900-20260302T010000000Z'))).toBe('backup/damaged');
    for (const name of ['..', '../..', '.', 'backup-1', '/etc']) expect(await outcome(() => station.prove(name))).toBe('backup/not-found');
  });
});

describe('a restore', () => {
  const approved = { approverName: '主管', approverPassword: 'Super-own-2026' };
  const backedUp = async () => {
    const tasks = backupTasks(deps, backupStation(deps));
    const backup = await backupStation(deps).make('on-demand');
    const before = digest();
    for (let n = 0; n < 25; n += 1) commit('test.later');
    now = new Date(now.getTime() + 3_600_000);
    return { tasks, backup, before };
  };

  it('brings back exactly the state of the backup, keeps what was there, and is not taken for a rolled-back file', async () => {
    const { tasks, backup, before } = await backedUp();
    await expect(tasks.previewRestore(context, { name: backup.name })).resolves.toEqual({ backup, lostEntries: 25 });
    expect(digest()).not.toBe(before);
    await tasks.restoreBackup(context, { name: backup.name, ...approved });
    expect(sqlite).toBeNull();

    const quarantined = readdirSync(path('quarantine'));
    expect(quarantined).toHaveLength(1);
    expect(readdirSync(path('quarantine', quarantined[0] ?? ''))).toEqual(expect.arrayContaining(['app.db', 'anchor.json', 'keystore.json']));
    keys = (await vault.open('admin', 'Admin-own-2026')).keys;
    expect(digest()).toBe(before);
    expect(readAnchor(path('anchor.json'), keys.subKey('anchor'))).toEqual(chainHead(open()));
    expect(readdirSync(folder).filter((name) => name.startsWith('restoring'))).toEqual([]);

    const kinds = backupStation(deps).list().map(({ kind, auditSeq }) => [kind, auditSeq]);
    expect(kinds).toEqual([['before-restore', 326], ['on-demand', 300]]); // 326: the approval is on record too
    const { check, stop } = startDailyBackup(deps, backupStation(deps));
    stop();
    await check();
    const last = open().prepare("SELECT detail FROM audit_entry WHERE action = 'backup.restored'").pluck().get() as string;
    expect(backupStation(deps).list().map(({ kind, auditSeq }) => [kind, auditSeq])[0]).toEqual(['daily', 301]); // the newest, although the log was set back
    expect(JSON.parse(last)).toMatchObject({ by: ACTOR.userId, approver: APPROVER, lostEntries: 25 });
    expect(existsSync(path('restored.json'))).toBe(false);
  });
  it('needs a second person who may restore, with their own password', async () => {
    const { tasks, backup } = await backedUp();
    const after = digest();
    const as = (approverName: string, approverPassword: string) => outcome(() => tasks.restoreBackup(context, { name: backup.name, approverName, approverPassword }));
    expect(await as('admin', 'Admin-own-2026')).toBe('account/second-person-needed');
    expect(await as('clerk', 'Clerk-own-2026')).toBe('backup/approver-refused');
    expect(await as('主管', 'Admin-own-2026')).toBe('backup/approver-refused');
    expect(await as('nobody', 'x')).toBe('backup/approver-refused');
    expect(digest()).toBe(after);
    expect(existsSync(path('quarantine'))).toBe(false);
  });
  it('that was killed on the way is finished at the next start, from every step', async () => {
    const { backup, before } = await backedUp();
    await session.close('restore', '');
    vault.close();
    const stopped = `${folder}-stopped`;
    cpSync(folder, stopped, { recursive: true });
    vault = openVault(folder, { kdf: FAST });
    deps = { ...deps, vault };
    open();
    await backupTasks(deps, backupStation(deps)).restoreBackup(context, { name: backup.name, ...approved });
    vault.close();
    // the finished folder tells what the stage held; the copy is brought to each state between the renames
    const files = ['app.db', 'anchor.json', 'restored.json', 'keystore.json.bak', 'keystore.json'];
    for (let done = 0; done <= files.length; done += 1) {
      const trial = mkdtempSync(join(tmpdir(), 'griddesk-killed-'));
      cpSync(stopped, trial, { recursive: true });
      mkdirSync(join(trial, 'restoring'));
      writeFileSync(join(trial, 'restoring', 'quarantine.txt'), '20260302T020000000Z');
      files.forEach((file, n) => cpSync(path(file), n < done ? join(trial, file) : join(trial, 'restoring', file)));
      const next = files[done];
      if (next) rmSync(join(trial, next), { force: true }); // moved out, the new one not yet in
      const restarted = openVault(trial, { kdf: FAST });
      const opened = (await restarted.open('admin', 'Admin-own-2026')).keys;
      sqlite = openDatabase({ file: join(trial, 'app.db'), dek: opened.dek(), mode: 'write', cacheKiB: 4096 });
      expect(digest(), `after ${done} files`).toBe(before);
      await session.close('restore', '');
      restarted.close();
      rmSync(trial, { recursive: true, force: true });
    }
    rmSync(stopped, { recursive: true, force: true });
  });
});
