import { readFileSync, writeFileSync } from 'node:fs';
import { BrowserWindow, screen, type Rectangle } from 'electron';
import { offerEditing } from './edit-menu.ts';
import { fittedPlace } from './window-place.ts';

type WindowState = Rectangle & { readonly maximised: boolean };
export type WindowOptions = { readonly preload: string; readonly icon: string; readonly stateFile: string; readonly background: () => string; readonly locale: () => 'zh-CN' | 'en'; readonly session: Electron.Session };

const SIZE = { width: 1366, height: 768 };
const SMALLEST = { width: 960, height: 600 };
/** A moved window has come to rest after this; a program that is killed then loses no more than one move. */
const REST_MS = 500;

/** A page that crashes is loaded again this often in a minute; then the window closes and with it the desk. */
const MOST_RELOADS = 3;
const MINUTE_MS = 60_000;

const workAreas = (): readonly [Rectangle, ...Rectangle[]] => {
  const main = screen.getPrimaryDisplay();
  return [main.workArea, ...screen.getAllDisplays().filter(({ id }) => id !== main.id).map(({ workArea }) => workArea)];
};

/** The last place of the window, brought onto a screen that is there today. */
function savedState(file: string): WindowState | null {
  try {
    const state = JSON.parse(readFileSync(file, 'utf8')) as WindowState; // checked in the next line; the schema library would cost start-up time
    if (![state.x, state.y, state.width, state.height].every(Number.isInteger)) return null;
    return { ...fittedPlace({ x: state.x, y: state.y, width: state.width, height: state.height }, workAreas()), maximised: state.maximised };
  } catch {
    return null; // no file yet, or one of an older version: the default place
  }
}

/** A snapped window's own place is where it is; only a maximised or minimised one goes back to an earlier. */
const stateOf = (window: BrowserWindow): WindowState => ({
  ...(window.isMaximized() || window.isMinimized() || window.isFullScreen() ? window.getNormalBounds() : window.getBounds()),
  maximised: window.isMaximized(),
});

function remember(window: BrowserWindow, file: string): void {
  const write = (): void => {
    try {
      writeFileSync(file, JSON.stringify(stateOf(window)));
    } catch {
      // a place that cannot be written down is no reason to keep anybody from working
    }
  };
  let resting: NodeJS.Timeout | undefined;
  const moved = (): void => {
    clearTimeout(resting);
    resting = setTimeout(() => !window.isDestroyed() && write(), REST_MS);
  };
  for (const event of ['resize', 'move', 'maximize', 'unmaximize'] as const) window.on(event as 'resize', moved);
  window.on('close', write);
  window.on('closed', () => clearTimeout(resting));
}

/**
 * The desk's one window. At a lock it is replaced by a new one in the same place: the page's process is ended and with it whatever it
 * held of the register (security.md 2.6).
 */
export function deskWindow(options: WindowOptions) {
  const open = (state: WindowState | null, isShown: boolean): BrowserWindow => {
    const area = screen.getPrimaryDisplay().workAreaSize;
    const place = state && { x: state.x, y: state.y, width: state.width, height: state.height };
    const window = new BrowserWindow({
      width: Math.min(SIZE.width, area.width),
      height: Math.min(SIZE.height, area.height),
      ...place,
      // 1280 x 720 at 125 % is 1024 x 576: a window that must be higher than the screen would hide its buttons
      minWidth: Math.min(SMALLEST.width, area.width),
      minHeight: Math.min(SMALLEST.height, area.height),
      show: isShown,
      icon: options.icon,
      backgroundColor: options.background(),
      webPreferences: { preload: options.preload, session: options.session, contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, spellcheck: false },
    });
    if (place) window.setBounds(place); // a window made for a screen of another scale takes its size only once it lies there
    if (state?.maximised) window.maximize();
    if (!isShown) window.once('ready-to-show', () => window.show());
    remember(window, options.stateFile);
    offerEditing(window, options.locale);
    window.webContents.on('render-process-gone', () => {
      if (window !== current || window.isDestroyed()) return; // replaced on purpose
      const now = performance.now();
      gone = [...gone.filter((at) => now - at < MINUTE_MS), now];
      if (gone.length <= MOST_RELOADS) window.webContents.reload(); // the session lives in main and drafts in the file: the same place comes back
      else window.close();
    });
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
