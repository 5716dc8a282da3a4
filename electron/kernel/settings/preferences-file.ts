import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
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
  try {
    const stored = JSON.parse(readFileSync(file, 'utf8')) as { preferences?: Partial<Preferences>; lastName?: string };
    current = { ...defaultPreferences, ...stored.preferences };
    lastName = String(stored.lastName ?? '');
  } catch {
    // first start, or a file that was cut off: the defaults are right
  }
  const save = () => {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.part`, JSON.stringify({ preferences: current, lastName }), { mode: 0o600 });
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
    rememberName: (name: string): void => {
      lastName = name;
      save();
    },
  };
}
export type PreferencesFile = ReturnType<typeof preferencesFile>;
