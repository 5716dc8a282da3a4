import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { firstState } from '#shared/kernel/session/demo-size.schema.ts';
import type { Station } from '#shared/kernel/session/session.contract.ts';
import { AppError, type Failure, type Result } from '#shared/errors/app-error.ts';
import { tell } from './ipc/register.ts';
import type { FailureLog } from './kernel/diagnostics/failure-log.ts';
import type { Kernel } from './kernel.ts';
import type { PreferencesFile } from './kernel/settings/preferences-file.ts';
import type { HandOver } from './shell/hand-over.ts';
import type { DeskWindow } from './shell/desk-window.ts';
import { isSetUpCutOff } from './vault/cut-off-setup.ts';
import type { CommandLine } from './shell/command-line.ts';

export type DeskOptions = {
  readonly commandLine: CommandLine;
  readonly preferences: PreferencesFile;
  readonly window: DeskWindow;
  readonly worker: string;
  readonly workbookProcess: string;
  readonly mapFileProcess: string;
  readonly stretchWorker: string;
  readonly inspectWorker: string;
  readonly migrationsFolder: string;
  readonly handOver: HandOver;
  readonly failures: FailureLog;
  readonly log: (line: string) => void;
  /** A line for whoever started the program in a terminal. */
  readonly say: (line: string) => void;
  /** Ends the program as its person does. */
  readonly end: () => void;
};

const SIGN_IN = 'app://main/sign-in.html';
const DESK = 'app://main/desk.html';

/**
 * The part of the main process that stands between start and the first screen. It paints the sign-in page from the smallest bundle and
 * loads the rest (contract, key store, tasks) afterwards, or at the first call, whichever comes first.
 */
export function startDesk(options: DeskOptions) {
  const { commandLine, preferences, window } = options;
  mkdirSync(commandLine.dataFolder, { recursive: true, mode: 0o700 });
  let loading: Promise<Kernel> | null = null;
  let loaded: Kernel | null = null;
  let hasQuit = false;
  let isDeskDrawn = false;
  let waitingFile = commandLine.openFile;

  /** A load that another one overtakes ends with an error of its own; that is no failure. */
  const load = (page: string): Promise<void> => window.current().loadURL(page).catch((error: unknown) => options.log(`${page} ${String(error)}`));
  const show = (signedIn: boolean): void => {
    isDeskDrawn = false;
    void load(signedIn ? DESK : SIGN_IN);
  };

  /** Hands over a workbook that was opened with the program, once somebody is signed in and the desk is drawn. */
  const openFile = (): void => {
    if (!isDeskDrawn || waitingFile === null) return;
    tell(window.current().webContents, { type: 'openFile', path: waitingFile });
    waitingFile = null;
  };

  const kernel = (): Promise<Kernel> =>
    (loading ??= import('./kernel.ts')
      .then(({ createKernel }) => (loaded = createKernel(options, { show, tell: (event) => tell(window.current().webContents, event) })))
      .catch((error: unknown) => {
        loading = null; // the next call tries again, for example after the other program was closed
        throw error;
      }));

  const stationBefore = (): Station => ({
    state: !isSetUpCutOff(commandLine.dataFolder) && ['keystore.json', 'keystore.json.bak', 'app.db'].some((name) => existsSync(join(commandLine.dataFolder, name))) ? 'signed-out' : firstState(commandLine.demo),
    demo: commandLine.demo !== null,
    lastName: preferences.lastName(),
    lockedBecause: null,
    warnings: [],
  });

  return {
    boot: () => ({ station: loaded?.station() ?? stationBefore(), preferences: preferences.get(), version: app.getVersion() }),
    gate: async () => {
      const { gate } = await kernel();
      return (operation: string, input: unknown, callId: string): Promise<Result<unknown>> => gate(operation, input, callId);
    },
    failed: (error: unknown): Failure => {
      if (error instanceof AppError) return error.failure;
      options.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return { code: 'internal/unexpected', params: { reference: 'start' } };
    },
    cancel: (callId: string) => loaded?.cancel(callId),
    /** A page can be used: warm up what comes next, or draw the picture that was asked for. */
    ready: () => {
      void kernel().catch(() => {}); // told at the first call
      isDeskDrawn = window.current().webContents.getURL().startsWith(DESK);
      openFile();
      if (commandLine.screenshot && isDeskDrawn) void pictureAndQuit(window.current(), commandLine.screenshot, options.log);
    },
    load: async () => {
      if (commandLine.demo === null || stationBefore().state === 'making') return load(SIGN_IN);
      try {
        await (await kernel()).openDemo();
      } catch (error) {
        options.log(`the demo did not open: ${error instanceof AppError ? error.failure.code : String(error)}`);
        await load(SIGN_IN); // never a program without a window
      }
    },
    /** A second start on the same data has ended itself: its window is this one, its workbook ours (security.md 2.13, APP-01). */
    startedAgain: (path: string | null) => {
      const shown = window.current();
      if (shown.isMinimized()) shown.restore();
      shown.show();
      shown.focus();
      tell(shown.webContents, { type: 'startedAgain' });
      waitingFile = path ?? waitingFile;
      openFile();
    },
    hasQuit: () => hasQuit,
    /** Closes the file and wipes the keys, then ends. When the system ends, what is typed is put aside first and nobody is asked. */
    quit: async (reason: 'signed-out' | 'system' = 'signed-out') => {
      if (hasQuit) return;
      await loaded?.shutDown(reason);
      hasQuit = true;
      if (reason !== 'system') await options.handOver.start(); // a computer that shuts down starts nothing more
      if (reason === 'system') app.exit(0);
      else app.quit();
    },
  };
}
export type Desk = ReturnType<typeof startDesk>;

/** The first screen after sign-in, once its data has stood still for two frames; what fails ends the program with its reason. */
async function pictureAndQuit(window: BrowserWindow, file: string, log: (line: string) => void): Promise<void> {
  try {
    await window.webContents.executeJavaScript('document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))))');
    const picture = await window.webContents.capturePage();
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, picture.toPNG());
    app.quit();
  } catch (error) {
    log(`the picture could not be written: ${error instanceof Error ? error.message : String(error)}`);
    app.exit(1);
  }
}
