import { join } from 'node:path';
import { app, session } from 'electron';
import { registerAppScheme, serveApp } from './shell/app-protocol.ts';
import { readCommandLine } from './shell/command-line.ts';
import { hardenApp, hardenSession } from './shell/hardening.ts';
import { builtFile, migrationsFolder, iconFile, rendererFolder } from './shell/resource-paths.ts';
import { deskWindow } from './shell/desk-window.ts';
import { followSystem } from './shell/system-end.ts';
import { registerIpc, tell } from './ipc/register.ts';
import { preferencesFile } from './kernel/settings/preferences-file.ts';
import { startDesk, type Desk } from './desk.ts';

const commandLine = readCommandLine(process.argv.slice(1));
const preferences = preferencesFile(join(commandLine.dataFolder, 'preferences.json'));

// Electron knows the browser's own switch and does not follow it: a profile of its own is a desk of its own, with its own lock and window place
const profileFolder = app.commandLine.getSwitchValue('user-data-dir');
if (profileFolder !== '') app.setPath('userData', profileFolder);

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
    locale: () => preferences.get().locale,
    background: () => (preferences.get().colorScheme === 'dark' ? '#1a1b1a' : '#ffffff'),
    session: profile,
  });
  const desk: Desk = startDesk({ commandLine, preferences, window, worker: builtFile('main/database-worker.js'), workbookProcess: builtFile('main/workbook-process.js'), migrationsFolder: migrationsFolder(), log: (line) => console.error(line) });
  serveApp(profile.protocol, rendererFolder(), desk.boot);
  registerIpc({ gate: desk.gate, cancel: desk.cancel, ready: desk.ready });
  app.on('second-instance', (_event, args) => {
    const shown = window.current();
    if (shown.isMinimized()) shown.restore();
    shown.focus();
    const { openFile } = readCommandLine(args.slice(1));
    if (openFile) desk.openFile(openFile);
  });
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
