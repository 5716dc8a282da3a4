import { resolve } from 'node:path';

/** The folder of the desk and the bare window, as Electron is told to run them. */
export const DESK = resolve('.');
export const BARE = resolve('tests/bench/bare/main.mjs');

/** Electron as `npm run bench` prepared it. Throws with what to do when the measure was started without it. */
export function electronPath(): string {
  const path = process.env['ELECTRON_EXEC_PATH'];
  if (!path) throw new Error('no Electron is named; start this measure through npm run bench -- <id>');
  return path;
}

/** Chromium refuses to start as root with its sandbox on, on Linux; the desk and the bare window get the same switches. */
export const switches: readonly string[] = process.env['GRIDDESK_NO_SANDBOX'] ? ['--no-sandbox'] : [];

/** The environment of a program whose profile lies in a folder of its own, apart from a desk that may be open on this computer. */
export const environmentIn = (folder: string, more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)),
  XDG_CONFIG_HOME: folder,
  ...more,
});
