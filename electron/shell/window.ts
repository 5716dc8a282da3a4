import { readFileSync, writeFileSync } from 'node:fs';
import { BrowserWindow, screen, type Rectangle } from 'electron';

type WindowState = { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly maximised: boolean };

const SIZE = { width: 1366, height: 768 };
const SMALLEST = { width: 960, height: 600 };

/** The last place of the window, if enough of it is still on a screen. */
function savedState(file: string): WindowState | null {
  try {
    const state = JSON.parse(readFileSync(file, 'utf8')) as WindowState; // checked in the next line; the schema library would cost start-up time
    if (![state.x, state.y, state.width, state.height].every(Number.isInteger)) return null;
    const visible = (area: Rectangle) => state.x < area.x + area.width - 80 && state.x + state.width > area.x + 80 && state.y >= area.y - 8 && state.y < area.y + area.height - 40;
    return screen.getAllDisplays().some((display) => visible(display.workArea)) ? state : null;
  } catch {
    return null; // no file yet, or one of an older version: the default place
  }
}

/** The desk's one window, where it was last time. Shown as soon as its first screen is drawn. */
export function createWindow(options: { readonly preload: string; readonly icon: string; readonly stateFile: string; readonly background: string; readonly session: Electron.Session }): BrowserWindow {
  const saved = savedState(options.stateFile);
  const area = screen.getPrimaryDisplay().workAreaSize;
  const window = new BrowserWindow({
    width: Math.min(SIZE.width, area.width),
    height: Math.min(SIZE.height, area.height),
    ...(saved ? { x: saved.x, y: saved.y, width: saved.width, height: saved.height } : {}),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    icon: options.icon,
    backgroundColor: options.background,
    webPreferences: { preload: options.preload, session: options.session, contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, spellcheck: false },
  });
  if (saved?.maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    const state: WindowState = { ...window.getNormalBounds(), maximised: window.isMaximized() };
    writeFileSync(options.stateFile, JSON.stringify(state));
  });
  return window;
}
