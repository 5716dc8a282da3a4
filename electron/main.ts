import { join } from 'node:path';
import { app, session } from 'electron';
import { registerAppScheme, serveApp } from './shell/app-protocol.ts';
import { readCommandLine } from './shell/command-line.ts';
import { hardenApp, hardenSession } from './shell/hardening.ts';
import { builtFile, migrationsFolder, iconFile, rendererFolder } from './shell/resource-paths.ts';
import { deskWindow } from './shell/desk-window.ts';
import { registerIpc, tell } from './ipc/register.ts';
import { failureLog } from './kernel/diagnostics/failure-log.ts';
import { preferencesFile } from './kernel/settings/preferences-file.ts';
import { startDesk, type Desk } from './desk.ts';

const commandLine = readCommandLine(process.argv.slice(1));
const preferences = preferencesFile(join(commandLine.dataFolder, 'preferences.json'));

registerAppScheme();
hardenApp();
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

function start(): void {
  // In memory only: the browser profile of the desk never reaches the disk.
  const profile = session.fromPartition('griddesk');
  hardenSession(profile);
  const window = deskWindow({
    preload: builtFile('preload/preload.cjs'),
    icon: iconFile(),
    stateFile: join(app.getPath('userData'), 'window.json'),
    background: () => (preferences.get().colorScheme === 'dark' ? '#1a1b1a' : '#ffffff'),
    session: profile,
  });
  const failures = failureLog(commandLine.dataFolder);
  const log = (line: string): void => {
    console.error(line);
    failures.add(line);
  };
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) => log(`window ${reason} ${exitCode}`));
  const desk: Desk = startDesk({ commandLine, preferences, window, worker: builtFile('main/database-worker.js'), workbookProcess: builtFile('main/workbook-process.js'), migrationsFolder: migrationsFolder(), failures, log });
  serveApp(profile.protocol, rendererFolder(), desk.boot);
  registerIpc({ gate: desk.gate, cancel: desk.cancel, ready: desk.ready });
  app.on('second-instance', (_event, args) => {
    const shown = window.current();
    if (shown.isMinimized()) shown.restore();
    shown.focus();
    const { openFile } = readCommandLine(args.slice(1));
    if (openFile) tell(shown.webContents, { type: 'openFile', path: openFile });
  });
  app.on('window-all-closed', () => void desk.quit());
  app.on('before-quit', (event) => {
    if (desk.hasQuit()) return;
    event.preventDefault();
    void desk.quit();
  });
  void desk.load();
}
