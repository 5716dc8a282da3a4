import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { app, clipboard, powerMonitor, safeStorage } from 'electron';
import type { DeskEvent } from '#shared/contract/bridge.ts';
import type { Actor } from '#shared/contract/actor.ts';
import { AppError, fail } from '#shared/errors/app-error.ts';
import { DatabaseClient } from './database/client.ts';
import type { Control } from './database/unit-of-work.ts';
import type { DeskOptions } from './desk.ts';
import { createGate } from './ipc/gate.ts';
import { demoMaking } from './kernel/session/demo-making.ts';
import { clockWatch } from './kernel/session/clock-watch.ts';
import { SessionKeeper } from './kernel/session/session-keeper.ts';
import type { OpenKeys } from './kernel/session/vault.ts';
import { installMenu } from './shell/menu.ts';
import { passingClipboard } from './shell/passing-clipboard.ts';
import { createTasks } from './tasks.ts';
import { removeCutOffSetUp } from './vault/cut-off-setup.ts';
import { native, portable, stretcher } from './vault/stretch.ts';
import { openVault } from './vault/vault.ts';

type Screen = { readonly show: (signedIn: boolean) => void; readonly tell: (event: DeskEvent) => void };

/** How long a locking desk waits for its window to put drafts aside. */
const DRAFTS_MS = 1500;

/** Everything behind the sign-in screen: vault, session, gate, tasks, menu. One per process. */
export function createKernel(options: DeskOptions, screen: Screen) {
  const { commandLine, preferences, window } = options;
  const { dataFolder } = commandLine;
  const bootId = randomUUID();
  const log = (error: unknown, reference: string): void => options.log(`${reference} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const nativeBinding = app.isPackaged ? undefined : process.env['GRIDDESK_NATIVE_BINDING'];

  // DPAPI or a keyring; without one the file's owner alone can read the computer's secret (security.md 2.4)
  const protect = safeStorage.isEncryptionAvailable() ? { seal: (secret: Buffer) => safeStorage.encryptString(secret.toString('base64')), open: (sealed: Buffer) => Buffer.from(safeStorage.decryptString(sealed), 'base64') } : undefined;
  const vault = openVault(dataFolder, { nativeBinding, inspectWorker: options.inspectWorker, protect, isInvented: commandLine.demo !== null, stretch: stretcher([native, () => Promise.resolve(portable(options.stretchWorker))], options.log) });
  const connect = (keys: OpenKeys): DatabaseClient =>
    new DatabaseClient(
      options.worker,
      (role) => ({
        role,
        file: join(dataFolder, 'app.db'),
        dek: keys.dek(),
        anchorFile: join(dataFolder, 'anchor.json'),
        anchorKey: keys.subKey('anchor'),
        migrationsFolder: options.migrationsFolder,
        copyTo: join(dataFolder, 'backups', `before-migration-${Date.now()}.db`),
        bootId,
        nativeBinding,
      }),
      options.log,
    );

  const wear = (): void => window.current().webContents.setZoomFactor(preferences.get().zoom);
  const apply = (): void => {
    installMenu(window.current(), preferences.get().locale, screen.tell);
    window.current().webContents.removeListener('did-finish-load', wear);
    window.current().webContents.on('did-finish-load', wear);
    wear();
  };
  const passing = passingClipboard(clipboard);
  const clock = clockWatch(Date.now, () => performance.now(), (seconds) => {
    screen.tell({ type: 'notice', failure: { code: 'clock/jumped', params: { minutes: Math.round(Math.abs(seconds) / 60) } } });
    record('clock.jumped', { seconds });
  });
  const record = (action: string, detail: Readonly<Record<string, number | string>>, result: 'done' | 'refused' = 'done'): void => {
    const actor = keeper.actor();
    if (actor) void keeper.database().call('command', actor, 'audit.recordEvent', { action, entity: 'operation', entityId: '', detail, result });
  };
  const keeper: SessionKeeper = new SessionKeeper({
    vault,
    connect,
    locale: () => preferences.get().locale,
    lastName: { get: preferences.lastName, set: preferences.rememberName },
    now: () => performance.now(),
    opened: () => {
      clock.start();
      screen.show(true);
    },
    sheetMade: () => screen.show(false),
    beforeClose: async (reason) => {
      if (reason === 'signed-out' || reason === 'manual') return; // the window asked for it and has put its drafts aside
      screen.tell({ type: 'locking', reason: reason === 'idle' || reason === 'expired' ? reason : 'system' });
      await new Promise((resolve) => setTimeout(resolve, DRAFTS_MS));
    },
    closed: () => {
      clock.stop();
      void passing.clear();
      window.replace();
      apply();
      screen.show(false);
      return Promise.resolve();
    },
  });

  const making = demoMaking({ keeper, vault, size: commandLine.demo ?? 'community', clear: () => removeCutOffSetUp(dataFolder), say: (line) => options.say(`[demo] ${line}`) });
  const makeDemo = async (control: Control): Promise<void> => {
    if (keeper.station(commandLine.demo).state !== 'making') return fail('session/already-set-up', {});
    try {
      await making.open(control);
    } catch (error) {
      if (error instanceof AppError && error.failure.code === 'task/cancelled') options.end();
      throw error;
    }
  };
  const tasks = createTasks({ options, keeper, vault, makeDemo, log, applied: apply, copy: passing.put, nativeBinding });
  const { gate, cancel } = createGate({
    actor: () => keeper.actor(),
    tasks,
    database: (op, actor, name, input, control) => keeper.call(op, actor, name, input, control),
    window: window.current,
    refused: (actor: Actor, name, code) => void keeper.database().call('command', actor, 'audit.recordEvent', { action: 'call.refused', entity: 'operation', entityId: name.slice(0, 60), detail: { code }, result: 'refused' }),
    log,
  });

  apply();
  powerMonitor.on('lock-screen', () => void keeper.close('system', ''));
  powerMonitor.on('suspend', () => void keeper.close('system', ''));

  return {
    gate,
    cancel,
    station: () => keeper.station(commandLine.demo),
    openDemo: () => making.open(),
    shutDown: async (reason: 'signed-out' | 'system') => {
      clock.stop();
      await making.stop();
      await passing.clear();
      await keeper.shutDown(reason);
      vault.close();
    },
  };
}
export type Kernel = ReturnType<typeof createKernel>;
