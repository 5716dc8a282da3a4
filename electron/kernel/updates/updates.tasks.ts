import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TaskContext } from '#electron/ipc/task-context.ts';
import type { BackupStation } from '#electron/kernel/backup/backup-station.ts';
import type { TaskHandlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import { VERSION, compareVersions } from '#shared/kernel/updates/version.rules.ts';
import type { updatesContract } from '#shared/kernel/updates/updates.contract.ts';
import { readUpdate, takeInstaller, type Running } from './update-folder.ts';

/** The installer that follows when the desk closes. */
export type PendingUpdate = { readonly file: string; readonly version: string; readonly backupName: string };
type Deps = {
  readonly running: Running;
  readonly dataFolder: string;
  readonly backUp: (progress: (done: number, total: number) => void) => ReturnType<BackupStation['make']>;
  /** Told what is to start after the desk, or that nothing is. */
  readonly pend: (update: PendingUpdate | null) => void;
  readonly closeDesk: () => void;
};

/** So many installers stay: that of the running version, to go back to, and that of the new one. */
const INSTALLERS_KEPT = 2;

async function askForFolder(window: Electron.BrowserWindow): Promise<string> {
  const { dialog } = await import('electron'); // only a desk with a window asks
  const { filePaths, canceled } = await dialog.showOpenDialog(window, { properties: ['openDirectory'] });
  return canceled || filePaths[0] === undefined ? fail('task/cancelled', {}) : filePaths[0];
}

/** Updates from a folder: proved, backed up before, handed to the installer when the desk closes (security.md 2.12). */
export function updatesTasks({ running, dataFolder, backUp, pend, closeDesk }: Deps): TaskHandlers<typeof updatesContract, TaskContext> {
  const kept = join(dataFolder, 'updates');
  let prepared: PendingUpdate | null = null;

  const settle = (update: PendingUpdate | null): void => {
    prepared = update;
    pend(update);
  };
  /** Older installers than those kept go, never the one that was just taken. */
  const sweep = async (): Promise<void> => {
    const versions = readdirSync(kept).filter((name) => VERSION.test(name)).sort(compareVersions);
    for (const version of versions.slice(0, -INSTALLERS_KEPT)) await rm(join(kept, version), { recursive: true, force: true });
  };
  const recorded = (call: TaskContext['call'], action: string, version: string) => call('audit', 'recordEvent', { action, entity: 'operation', entityId: '', detail: { from: running.version, to: version }, result: 'done' });

  return {
    getUpdateState: () => ({ version: running.version, hasKey: running.publicKey !== '', prepared: prepared && { version: prepared.version, backupName: prepared.backupName } }),
    chooseUpdate: async ({ window }, { folder }) => {
      if (running.publicKey === '') fail('update/no-key', {});
      const chosen = folder ?? (await askForFolder(window));
      const { manifest, installer } = await readUpdate(chosen, running);
      return { folder: chosen, version: manifest.version, createdAt: manifest.createdAt, notes: manifest.notes, fileName: installer.name, bytes: installer.bytes };
    },
    prepareUpdate: async ({ call, control }, { folder, version }) => {
      const { manifest, installer } = await readUpdate(folder, running);
      if (manifest.version !== version) return fail('update/file-altered', { name: installer.name }); // another update lies there than the one that was shown
      const file = join(kept, version, installer.name);
      await takeInstaller(folder, installer, file, (done, total) => control.progress(done, total * 2));
      const backup = await backUp((done, total) => control.progress(total + done, total * 2));
      await recorded(call, 'update.prepared', version);
      await sweep();
      settle({ file, version, backupName: backup.name });
      return { version, backupName: backup.name };
    },
    dropUpdate: async ({ call }) => {
      if (!prepared) return fail('update/not-prepared', {});
      const { version } = prepared;
      settle(null);
      await recorded(call, 'update.dropped', version);
      return {};
    },
    closeForUpdate: () => {
      if (!prepared) return fail('update/not-prepared', {});
      closeDesk();
      return {};
    },
  };
}
