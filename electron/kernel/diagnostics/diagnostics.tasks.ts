import { statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { arch, cpus, freemem, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { BackupStatus } from '#shared/kernel/backup/backup.contract.ts';
import type { Preferences } from '#shared/kernel/settings/settings.contract.ts';
import type { TaskContext } from '#electron/ipc/task-context.ts';
import { askWhere, writeBytes } from '#electron/kernel/files/save-file.ts';
import type { WrittenFiles } from '#electron/kernel/files/written-files.ts';
import type { diagnosticsContract } from '#shared/kernel/diagnostics/diagnostics.contract.ts';
import type { TaskHandlers } from '#shared/contract/define.ts';
import type { FailureLog } from './failure-log.ts';

type Deps = {
  readonly version: string;
  readonly dataFolder: string;
  readonly demo: boolean;
  readonly preferences: () => Preferences;
  readonly backups: () => BackupStatus;
  readonly failures: FailureLog;
  readonly files: WrittenFiles;
};

const MIB = 1024 * 1024;
const mib = (bytes: number): string => `${Math.round(bytes / MIB)} MiB`;

/** Facts about program, PC and files; no name, no number, no record, no path. */
export async function diagnosticsText({ version, dataFolder, demo, preferences, backups, failures }: Deps, roles: readonly string[]): Promise<string> {
  const size = (name: string): string => mib(statSync(join(dataFolder, name), { throwIfNoEntry: false })?.size ?? 0);
  const disk = await statfs(dataFolder);
  const { lastGoodAt, ageDays, lastFailure } = backups();
  const facts: Readonly<Record<string, string>> = {
    made: new Date().toISOString(),
    program: `GridDesk ${version}${demo ? ' (demo)' : ''}`,
    runtime: `Electron ${process.versions['electron'] ?? '-'}, Chromium ${process.versions['chrome'] ?? '-'}, Node ${process.versions.node}`,
    system: `${process.platform} ${release()} ${arch()}`,
    processors: String(cpus().length),
    memory: `${mib(totalmem())}, free ${mib(freemem())}`,
    disk: `free ${mib(disk.bavail * disk.bsize)}`,
    database: `${size('app.db')}, journal ${size('app.db-wal')}`,
    backup: `${lastGoodAt ?? 'none'}, days ${ageDays ?? '-'}, last failure ${lastFailure ?? 'none'}`,
    preferences: JSON.stringify(preferences()),
    roles: roles.join(' '),
  };
  const lines = Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
  return [...lines, '', '--- failures ---', failures.text() || 'none', ''].join('\n');
}

export const diagnosticsTasks = (deps: Deps): TaskHandlers<typeof diagnosticsContract, TaskContext> => ({
  exportDiagnostics: async ({ actor, call, window }, { suggestedName, path }) => {
    const target = path ?? (await askWhere(window, deps.files.placeFor('diagnostics', suggestedName), { name: 'Text', extension: 'txt' }));
    await writeBytes(target, await diagnosticsText(deps, actor?.roles ?? []));
    deps.files.add('diagnostics', target);
    await call('audit', 'recordEvent', { action: 'diagnostics.exported', entity: 'operation', entityId: '', detail: {}, result: 'done' });
    return { path: target };
  },
});
