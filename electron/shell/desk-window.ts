import { readFileSync, writeFileSync } from 'node:fs';
import { BrowserWindow, screen, type Rectangle } from 'electron';

type WindowState = Rectangle & { readonly maximised: boolean };
export type WindowOptions = { readonly preload: string; readonly icon: string; readonly stateFile: string; readonly background: () => string; readonly session: Electron.Session };

const SIZE = { width: 1366, height: 768 };
const SMALLEST = { width: 960, height: 600 };

/** A page that crashes is loaded again this often in a minute; then the window closes and with it the desk. */
const MOST_RELOADS = 3;
const MINUTE_MS = 60_000;

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

const stateOf = (window: BrowserWindow): WindowState => ({ ...window.getNormalBounds(), maximised: window.isMaximized() });

/**
 * The desk's one window. At a lock it is replaced by a new one in the same place: the page's process is ended and with it whatever it
 * held of the register (security.md 2.6).
 */
export function deskWindow(options: WindowOptions) {
  const open = (state: WindowState | null, isShown: boolean): BrowserWindow => {
    const area = screen.getPrimaryDisplay().workAreaSize;
    const window = new BrowserWindow({
      width: Math.min(SIZE.width, area.width),
      height: Math.min(SIZE.height, area.height),
      ...(state ? { x: state.x, y: state.y, width: state.width, height: state.height } : {}),
      minWidth: SMALLEST.width,
      minHeight: SMALLEST.height,
      show: isShown,
      icon: options.icon,
      backgroundColor: options.background(),
      webPreferences: { preload: options.preload, session: options.session, contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, spellcheck: false },
    });
    if (state?.maximised) window.maximize();
    if (!isShown) window.once('ready-to-show', () => window.show());
    window.webContents.on('render-process-gone', () => {
      if (window !== current || window.isDestroyed()) return; // replaced on purpose
      const now = performance.now();
      gone = [...gone.filter((at) => now - at < MINUTE_MS), now];
      if (gone.length <= MOST_RELOADS) window.webContents.reload(); // the session lives in main and drafts in the file: the same place comes back
      else window.close();
    });
    window.on('close', () => writeFileSync(options.stateFile, JSON.stringify(stateOf(window))));
    return window;
  };
  let gone: number[] = [];
  let current = open(savedState(options.stateFile), false);
  return {
    current: (): BrowserWindow => current,
    replace: (): void => {
      const old = current;
      if (old.isDestroyed()) return;
      current = open(stateOf(old), true);
      old.webContents.forcefullyCrashRenderer();
      old.destroy();
    },
  };
}
export type DeskWindow = ReturnType<typeof deskWindow>;
