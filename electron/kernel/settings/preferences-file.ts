import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Preferences } from '#shared/kernel/settings/settings.contract.ts';

export const defaultPreferences: Preferences = { locale: 'zh-CN', colorScheme: 'light', textSize: 'normal', density: 'dense', zoom: 1, enterMoves: false };

/**
 * How this PC shows the desk, in a small file beside the data: it is needed before anybody signed in and holds nothing personal.
 * A damaged file means the defaults; the contract's schema checks each value when it is changed.
 */
export function preferencesFile(file: string) {
  let current: Preferences = defaultPreferences;
  let lastName = '';
  let folders: Readonly<Record<string, string>> = {};
  try {
    const stored = JSON.parse(readFileSync(file, 'utf8')) as { preferences?: Partial<Preferences>; lastName?: string; folders?: Record<string, string> };
    current = { ...defaultPreferences, ...stored.preferences };
    lastName = String(stored.lastName ?? '');
    folders = stored.folders ?? {};
  } catch {
    // first start, or a file that was cut off: the defaults are right
  }
  const save = () => {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.part`, JSON.stringify({ preferences: current, lastName, folders }), { mode: 0o600 });
    renameSync(`${file}.part`, file);
  };
  return {
    get: (): Preferences => current,
    update: (change: Partial<Preferences>): Preferences => {
      current = { ...current, ...change };
      save();
      return current;
    },
    lastName: (): string => lastName,
    /** The folder a kind of file was saved to last; a folder that is gone counts as none. */
    folderOf: (task: string): string | undefined => {
      const folder = folders[task];
      return folder !== undefined && existsSync(folder) ? folder : undefined;
    },
    rememberFolder: (task: string, folder: string): void => {
      if (folders[task] === folder) return;
      folders = { ...folders, [task]: folder };
      save();
    },
    rememberName: (name: string): void => {
      lastName = name;
      save();
    },
  };
}
export type PreferencesFile = ReturnType<typeof preferencesFile>;
