import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, Menu, session } from 'electron';
import { registerAppScheme, serveApp } from './shell/app-protocol.ts';
import { readCommandLine } from './shell/command-line.ts';
import { hardenApp, hardenSession } from './shell/hardening.ts';
import { builtFile, migrationsFolder, iconFile, rendererFolder } from './shell/resource-paths.ts';
import { deskWindow } from './shell/desk-window.ts';
import { handOver } from './shell/hand-over.ts';
import { followSystem } from './shell/system-end.ts';
import { registerIpc, tell } from './ipc/register.ts';
import { failureLog } from './kernel/diagnostics/failure-log.ts';
import { preferencesFile } from './kernel/settings/preferences-file.ts';
import { startDesk, type Desk } from './desk.ts';

const commandLine = readCommandLine(process.argv.slice(1));
const preferences = preferencesFile(join(commandLine.dataFolder, 'preferences.json'));

// Beside the data, so that the lock below is one per data folder: the demo opens beside the desk, the same data never twice.
const profileFolder = join(commandLine.dataFolder, 'profile');
mkdirSync(profileFolder, { recursive: true, mode: 0o700 });
app.setPath('userData', profileFolder);

// The desk asks nothing of any network; the service that would has no need of a process (about 25 MB) of its own. Electron does not confine that process either.
app.commandLine.appendSwitch('enable-features', 'NetworkServiceInProcess2');
Menu.setApplicationMenu(null); // the desk's own follows with its words; until then none, rather than Electron's English one
registerAppScheme();
hardenApp();
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

function start(): void {
  // In memory only: the browser profile of the desk never reaches the disk.
  const profile = session.fromPartition('griddesk');
  hardenSession(profile);
  hardenSession(session.defaultSession); // no page of ours lives in it, yet it would fetch a dictionary by itself
  const window = deskWindow({
    preload: builtFile('preload/preload.cjs'),
    icon: iconFile(),
    stateFile: join(profileFolder, 'window.json'),
    locale: () => preferences.get().locale,
    background: () => (preferences.get().colorScheme === 'dark' ? '#1a1b1a' : '#ffffff'),
    session: profile,
  });
  const failures = failureLog(commandLine.dataFolder);
  const log = (line: string): void => {
    console.error(line);
    failures.add(line);
  };
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) => log(`window ${reason} ${exitCode}`));
  const desk: Desk = startDesk({ commandLine, preferences, window, worker: builtFile('main/database-worker.js'), workbookProcess: builtFile('main/workbook-process.js'), mapFileProcess: builtFile('main/map-file-process.js'), inspectWorker: builtFile('main/inspect-worker.js'), stretchWorker: builtFile('main/stretch-worker.js'), migrationsFolder: migrationsFolder(), handOver: handOver(log), failures, log, say: (line) => console.log(line), end: () => app.quit() });
  serveApp(profile.protocol, rendererFolder(), desk.boot);
  registerIpc({ gate: desk.gate, failed: desk.failed, cancel: desk.cancel, ready: desk.ready });
  app.on('second-instance', (_event, args, startedIn) => desk.startedAgain(readCommandLine(args.slice(1), startedIn).openFile));
  app.on('window-all-closed', () => void desk.quit());
  app.on('before-quit', (event) => {
    if (desk.hasQuit()) return;
    event.preventDefault();
    // the page is asked first: what is typed and not saved must not go with the keys
    if (window.current().isDestroyed()) void desk.quit();
    else window.current().close();
  });
  followSystem({
    prepare: () => tell(window.current().webContents, { type: 'locking', reason: 'system' }),
    end: () => void desk.quit('system'),
  });
  void desk.load();
}
