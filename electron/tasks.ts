import { app } from 'electron';
import updateKey from '#resources/updates/public-key.json' with { type: 'json' };
import type { AppContract } from '#shared/contract/catalogue.ts';
import type { TaskHandlers } from '#shared/contract/define.ts';
import type { Control } from './database/unit-of-work.ts';
import type { DeskOptions } from './desk.ts';
import type { Task } from './ipc/gate.ts';
import type { TaskContext } from './ipc/task-context.ts';
import { accountsTasks } from './kernel/accounts/accounts.tasks.ts';
import { backupStation } from './kernel/backup/backup-station.ts';
import { backupTasks } from './kernel/backup/backup.tasks.ts';
import { diagnosticsTasks } from './kernel/diagnostics/diagnostics.tasks.ts';
import { rescueStation } from './kernel/backup/rescue.ts';
import { exportsTasks } from './kernel/exports/exports.tasks.ts';
import { writtenFiles } from './kernel/files/written-files.ts';
import { importsTasks } from './kernel/imports/imports.tasks.ts';
import { printingTasks } from './kernel/printing/printing.tasks.ts';
import { printPage } from './kernel/session/print-sheet.ts';
import type { SessionKeeper } from './kernel/session/session-keeper.ts';
import { sessionTasks } from './kernel/session/session.tasks.ts';
import type { Vault } from './kernel/session/vault.ts';
import { settingsTasks } from './kernel/settings/settings.tasks.ts';
import { updatesTasks } from './kernel/updates/updates.tasks.ts';
import { countTasks } from './modules/grid/register/count/count.tasks.ts';
import { mapTasks } from './modules/grid/territory/map/map.tasks.ts';

export type TaskDeps = { readonly options: DeskOptions; readonly keeper: SessionKeeper; readonly vault: Vault; readonly makeDemo: (control: Control) => Promise<void>; readonly log: (error: unknown, reference: string) => void; readonly applied: () => void; readonly copy: (text: string) => Promise<void>; readonly nativeBinding: string | undefined };

type AppTasks = { readonly [M in keyof AppContract as keyof TaskHandlers<AppContract[M], TaskContext> extends never ? never : M]: TaskHandlers<AppContract[M], TaskContext> };

/** LIST 2 of 3, the main process side: every module that has tasks. A missing one does not compile. */
export function createTasks({ options, keeper, vault, makeDemo, applied, copy, nativeBinding }: TaskDeps): Readonly<Record<string, Readonly<Record<string, Task>>>> {
  const { commandLine, preferences, window, workbookProcess, mapFileProcess } = options;
  const files = writtenFiles(app.getPath('documents'), preferences);
  const backupDeps = { dataFolder: commandLine.dataFolder, keeper, vault };
  const backups = backupStation(backupDeps);
  const rescue = rescueStation({ ...backupDeps, nativeBinding });
  const tasks: AppTasks = {
    session: sessionTasks({ keeper, vault, demo: commandLine.demo, makeDemo, rescue, copy, printSheet: () => printPage(window.current(), keeper.sheet().communityName) }),
    accounts: accountsTasks(vault.slots(() => keeper.keys())),
    backup: backupTasks(backupDeps, backups),
    diagnostics: diagnosticsTasks({ version: app.getVersion(), dataFolder: commandLine.dataFolder, demo: commandLine.demo !== null, preferences: preferences.get, backups: backups.status, failures: options.failures, files }),
    exports: exportsTasks({ files, app: { version: app.getVersion() } }),
    imports: importsTasks({ workbookProcess, files, locale: () => preferences.get().locale, backUp: (progress) => backups.make('before-import', { progress }) }),
    grid: { ...mapTasks({ mapFileProcess, files }), ...countTasks({ workbookProcess, files }) },
    printing: printingTasks({ files }),
    settings: settingsTasks(preferences, applied),
    updates: updatesTasks({
      running: { version: app.getVersion(), platform: process.platform, publicKey: updateKey.publicKey },
      dataFolder: commandLine.dataFolder,
      backUp: (progress) => backups.make('before-migration', { progress }),
      pend: options.handOver.pend,
      closeDesk: () => window.current().close(),
    }),
  };
  return tasks as unknown as Readonly<Record<string, Readonly<Record<string, Task>>>>; // complete by `AppTasks`; the gate parses what it hands in
}
