import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database as SqliteDatabase } from 'better-sqlite3';
import { fail } from '#shared/errors/app-error.ts';

export type Migration = { readonly number: number; readonly name: string; readonly sql: string; readonly hash: string };

/** The migrations of a folder in their order: `0010_what.sql`, steps of ten so that a hotfix fits between. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      return { number: Number(name.slice(0, 4)), name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    });
}

const CREATE_BOOK = `CREATE TABLE IF NOT EXISTS schema_migration (
  number INTEGER PRIMARY KEY NOT NULL, name TEXT NOT NULL, hash TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT`;

type Applied = { number: number; name: string; hash: string };

/**
 * Brings the file to the newest schema, or changes nothing. Every pending migration runs in one transaction together with its
 * bookkeeping and `user_version`; a newer file, an unknown or an edited migration is refused before anything is written.
 * `copyFirst` is called when an existing file is about to change, so that a verified copy lies beside it.
 * Errors: `database/newer-version`, `database/migration-edited`.
 */
export function migrate(sqlite: SqliteDatabase, migrations: readonly Migration[], now: string, copyFirst: () => void): void {
  const newest = migrations.at(-1)?.number ?? 0;
  const version = sqlite.pragma('user_version', { simple: true }) as number; // SQLite answers this pragma with an integer
  if (version > newest) fail('database/newer-version', {});
  const applied = version === 0 ? [] : (sqlite.prepare('SELECT number, name, hash FROM schema_migration ORDER BY number').all() as Applied[]);
  for (const was of applied) {
    const is = migrations.find((migration) => migration.number === was.number);
    if (is?.hash !== was.hash) fail('database/migration-edited', { name: was.name });
  }
  const pending = migrations.filter((migration) => !applied.some((was) => was.number === migration.number));
  if (pending.length === 0) return;
  if (version > 0) copyFirst();

  sqlite.pragma('foreign_keys = OFF'); // a table rebuild would otherwise cascade; must be set outside the transaction
  try {
    sqlite.transaction(() => {
      sqlite.exec(CREATE_BOOK);
      const book = sqlite.prepare('INSERT INTO schema_migration (number, name, hash, applied_at) VALUES (?, ?, ?, ?)');
      for (const migration of pending) {
        sqlite.exec(migration.sql);
        book.run(migration.number, migration.name, migration.hash, now);
      }
      const broken = sqlite.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0) throw new Error(`foreign keys broken after migration: ${broken.length}`);
      sqlite.pragma(`user_version = ${newest}`);
    }).immediate();
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
}
