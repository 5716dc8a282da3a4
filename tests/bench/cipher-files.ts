import Database, { type Database as SqliteDatabase } from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { join, resolve } from 'node:path';
import { openDatabase } from '#electron/database/connection.ts';
import { CACHE_KIB } from '#electron/database/host.ts';
import { migrate, readMigrations } from '#electron/database/migrate.ts';
import { personsRepository } from '#electron/modules/grid/register/persons.repository.ts';

export type StoredPerson = Readonly<Record<string, string | number | null>>;
/** One of the two files that differ in nothing but the cipher. */
export type Twin = { readonly sqlite: SqliteDatabase; readonly persons: ReturnType<typeof personsRepository> };
export type Pair = { readonly encrypted: Twin; readonly plain: Twin; readonly close: () => void };

/** Every setting that the product's opener makes; the plain file gets the values read back from the encrypted one. */
const SETTINGS = ['synchronous', 'foreign_keys', 'temp_store', 'trusted_schema', 'cell_size_check', 'secure_delete', 'mmap_size', 'wal_autocheckpoint', 'journal_size_limit', 'busy_timeout', 'cache_size'] as const;

function openPlain(file: string, mode: 'write' | 'read', like: SqliteDatabase): SqliteDatabase {
  const sqlite = new Database(file, mode === 'read' ? { readonly: true, fileMustExist: true } : {});
  if (mode === 'write') {
    sqlite.pragma(`page_size = ${String(like.pragma('page_size', { simple: true }))}`);
    sqlite.pragma('journal_mode = WAL');
  }
  for (const name of SETTINGS) {
    const wanted = like.pragma(name, { simple: true });
    sqlite.pragma(`${name} = ${String(wanted)}`);
    const is = sqlite.pragma(name, { simple: true });
    if (is !== wanted) throw new Error(`${name} is ${String(is)} on the plain file and ${String(wanted)} on the encrypted one`);
  }
  if (mode === 'read') sqlite.pragma('query_only = ON');
  return sqlite;
}

/** Opens both files called `name` in `folder`; `isNew` gives them the product's tables first. */
export function openPair(folder: string, name: string, mode: 'write' | 'read', isNew: boolean): Pair {
  const encrypted = openDatabase({ file: join(folder, `${name}.encrypted.db`), dek: Buffer.alloc(32, 0x67), mode, cacheKiB: CACHE_KIB[mode] });
  const plain = openPlain(join(folder, `${name}.plain.db`), mode, encrypted);
  if (isNew) for (const sqlite of [encrypted, plain]) migrate(sqlite, readMigrations(resolve('electron/database/migrations')), '2026-03-02T01:00:00.000Z', () => {});
  const twin = (sqlite: SqliteDatabase): Twin => ({ sqlite, persons: personsRepository({ sqlite, orm: drizzle(sqlite) }) });
  return {
    encrypted: twin(encrypted),
    plain: twin(plain),
    close: () => {
      encrypted.close();
      plain.close();
    },
  };
}

/** Writes stored rows as they are, with every index of the table, in one transaction. */
export function insertPersons({ sqlite }: Twin, people: readonly StoredPerson[]): void {
  const columns = Object.keys(people[0] ?? {});
  const insert = sqlite.prepare(`INSERT INTO person (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`);
  sqlite.transaction(() => {
    for (const person of people) insert.run(person);
  }).immediate();
}
