import { join } from 'node:path';
import type { TaskContext } from '#electron/ipc/task-context.ts';
import { readAnchor } from '#electron/kernel/audit/anchor-file.ts';
import { mayDo, type Actor } from '#shared/contract/actor.ts';
import type { TaskHandlers } from '#shared/contract/define.ts';
import { AppError, fail } from '#shared/errors/app-error.ts';
import type { backupContract } from '#shared/kernel/backup/backup.contract.ts';
import type { BackupDeps, BackupStation } from './backup-station.ts';
import { startDailyBackup } from './daily-backup.ts';
import { drillRestore } from './restore-drill.ts';
import { restore } from './restore.ts';

type Call = TaskContext['call'];

/** The backups of the station, as the window asks for them. Also starts the daily one. */
export function backupTasks(deps: BackupDeps, station: BackupStation): TaskHandlers<typeof backupContract, TaskContext> {
  const { dataFolder, keeper, vault } = deps;
  startDailyBackup(deps, station);

  /** Entries made after a backup. The anchor knows the newest one even when the file has lost it. */
  const lostSince = async (call: Call, auditSeq: number): Promise<number> => {
    const key = keeper.keys().subKey('anchor');
    const anchor = readAnchor(join(dataFolder, 'anchor.json'), key);
    key.fill(0);
    const own = await call('audit', 'listOwnEntries', { offset: 0, limit: 1 });
    const newest = Math.max(anchor && anchor !== 'forged' ? anchor.seq : 0, own.entries[0]?.seq ?? 0);
    return Math.max(0, newest - auditSeq);
  };

  /** The second person: another active account that may restore, proved by its own password. */
  const approverOf = async (actor: Actor, call: Call, name: string, password: string): Promise<string> => {
    if (vault.uidOf(name) === actor.userId) fail('account/second-person-needed', {});
    const uid = await vault.identify(name, password).catch((error: unknown) => {
      if (error instanceof AppError && error.failure.code === 'session/wrong-credentials') return fail('backup/approver-refused', {});
      throw error;
    });
    const account = (await call('accounts', 'listAccounts', {})).find(({ id }) => id === uid);
    if (uid === actor.userId || account?.status !== 'active' || !mayDo(account.roles, 'backup.restore')) return fail('backup/approver-refused', {});
    return uid;
  };

  return {
    getStatus: () => station.status(),
    listBackups: () => station.list(),
    createBackup: async ({ control }) => {
      const backup = await station.make('on-demand', { progress: control.progress });
      await station.record('backup.created', backup.name, { kind: backup.kind, sizeBytes: backup.sizeBytes });
      return backup;
    },
    verifyBackup: async ({ control }, { name }) => {
      await station.prove(name, control.progress);
      return station.describe(name);
    },
    drillRestore: async ({ control }) => {
      const drill = await drillRestore(deps, station, control.progress);
      await station.record('backup.drilled', drill.backup.name, {});
      return drill;
    },
    previewRestore: async ({ call }, { name }) => {
      const { auditSeq } = await station.prove(name);
      return { backup: station.describe(name), lostEntries: await lostSince(call, auditSeq) };
    },
    restoreBackup: async ({ actor, call }, { name, approverName, approverPassword }) => {
      if (!actor) return fail('session/required', {});
      const approver = await approverOf(actor, call, approverName, approverPassword);
      const manifest = await station.prove(name);
      const lostEntries = await lostSince(call, manifest.auditSeq);
      await station.record('backup.restore-approved', name, { approver, lostEntries });
      await restore(deps, station, manifest, { by: actor.userId, approver, lostEntries });
      return {};
    },
    showInFolder: async () => {
      const { shell } = await import('electron'); // the one task that needs the desktop
      if ((await shell.openPath(station.folder.path)) !== '') fail('file/not-readable', { name: station.folder.path });
      return {};
    },
  };
}
