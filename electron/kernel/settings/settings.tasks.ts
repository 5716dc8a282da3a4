import type { TaskContext } from '#electron/ipc/task-context.ts';
import type { TaskHandlers } from '#shared/contract/define.ts';
import type { Preferences, settingsContract } from '#shared/kernel/settings/settings.contract.ts';
import type { PreferencesFile } from './preferences-file.ts';

/** Preferences of this PC; `applied` lets the shell follow (menu language, zoom, native theme). */
export const settingsTasks = (file: PreferencesFile, applied: (preferences: Preferences) => void): TaskHandlers<typeof settingsContract, TaskContext> => ({
  getPreferences: () => file.get(),
  updatePreferences: (_context, change) => {
    const defined = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<Preferences>; // what the schema calls optional
    const preferences = file.update(defined);
    applied(preferences);
    return preferences;
  },
});
