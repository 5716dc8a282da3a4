import { join } from 'node:path';
import Database, { type Database as SqliteDatabase } from 'better-sqlite3';
import { fail } from '#shared/errors/app-error.ts';

/**
 * One program per data folder, whatever profile or user started it: an exclusive transaction on an empty file, which the system releases
 * when the process ends, even by a crash.
 */
export function folderGuard(dataFolder: string, nativeBinding: string | undefined) {
  let held: SqliteDatabase | null = null;
  return {
    /** Takes the folder, or keeps it. Error: `session/second-instance`. */
    take: (): void => {
      if (held) return;
      const sqlite = new Database(join(dataFolder, 'guard.db'), { timeout: 0, ...(nativeBinding ? { nativeBinding } : {}) });
      try {
        sqlite.exec('BEGIN EXCLUSIVE');
        held = sqlite;
      } catch (error) {
        sqlite.close();
        if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) fail('session/second-instance', {});
        throw error;
      }
    },
    release: (): void => {
      held?.close();
      held = null;
    },
  };
}
export type FolderGuard = ReturnType<typeof folderGuard>;
