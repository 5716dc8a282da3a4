import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

// The smallest program that shows a page: what Electron itself costs, with the window's size and the safety settings of the desk.
// Not awaited here: Electron is ready only after its first script was read to the end.
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, show: false, webPreferences: { preload: join(import.meta.dirname, 'preload.cjs'), contextIsolation: true, sandbox: true, nodeIntegration: false } });
  window.once('ready-to-show', () => window.show());
  return window.loadFile(join(import.meta.dirname, 'page.html'));
});
app.on('window-all-closed', () => app.quit());
