import Database, { type Database as SqliteDatabase } from 'better-sqlite3';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { fail } from '#shared/errors/app-error.ts';

export type OpenOptions = {
  readonly file: string;
  /** 32 bytes; zeroed here, whatever happens. */
  readonly dek: Buffer;
  readonly mode: 'write' | 'read';
  readonly cacheKiB: number;
  /** Path of another build of the native module; only development runtimes set it. */
  readonly nativeBinding?: string | undefined;
};

const PLAIN_HEADER = 'SQLite format 3';

/** Settings that the encrypted file's promises rest on; each is read back because several defaults differ silently (security.md 2.3). */
const expected = (cacheKiB: number): readonly (readonly [string, string | number, string | number])[] => [
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['temp_store', 'MEMORY', 2],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['mmap_size', 0, 0],
  ['wal_autocheckpoint', 200, 200],
  ['journal_size_limit', 16 * 1024 * 1024, 16 * 1024 * 1024],
  ['busy_timeout', 5000, 5000],
  ['cache_size', -cacheKiB, -cacheKiB],
];

function beginsAsPlain(file: string): boolean {
  if (!existsSync(file)) return false;
  const handle = openSync(file, 'r');
  try {
    const head = Buffer.alloc(PLAIN_HEADER.length);
    return readSync(handle, head, 0, head.length, 0) === head.length && head.toString('latin1') === PLAIN_HEADER;
  } finally {
    closeSync(handle);
  }
}

/**
 * The only place that opens the encrypted file. SQLCipher 4 format, raw key handed over as bytes, every protecting setting set and read
 * back. Errors: `database/not-encrypted`, `database/cannot-open`; a wrong key, another format and a damaged first page look alike.
 */
export function openDatabase({ file, dek, mode, cacheKiB, nativeBinding }: OpenOptions): SqliteDatabase {
  const key = Buffer.from(`x'${dek.toString('hex')}'`, 'latin1');
  dek.fill(0);
  let sqlite: SqliteDatabase | undefined;
  try {
    if (beginsAsPlain(file)) fail('database/not-encrypted', {});
    sqlite = new Database(file, { ...(nativeBinding ? { nativeBinding } : {}), ...(mode === 'read' ? { readonly: true, fileMustExist: true } : {}) });
    sqlite.pragma("cipher = 'sqlcipher'");
    sqlite.pragma('legacy = 4');
    (sqlite as SqliteDatabase & { key(key: Buffer): number }).key(key); // the cipher build's own method, absent from the types of the plain one
    readFirstPage(sqlite);
    if (mode === 'write') check(sqlite, 'journal_mode', sqlite.pragma('journal_mode = WAL', { simple: true }), 'wal');
    for (const [name, value, read] of expected(cacheKiB)) {
      sqlite.pragma(`${name} = ${value}`);
      check(sqlite, name, sqlite.pragma(name, { simple: true }), read);
    }
    if (mode === 'read') sqlite.pragma('query_only = ON');
    return sqlite;
  } catch (error) {
    sqlite?.close();
    throw error;
  } finally {
    key.fill(0);
  }
}

function readFirstPage(sqlite: SqliteDatabase): void {
  try {
    sqlite.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB') fail('database/cannot-open', {});
    throw error;
  }
}

function check(sqlite: SqliteDatabase, name: string, is: unknown, wanted: string | number): void {
  if (is !== wanted) throw new Error(`${name} is ${String(is)} instead of ${wanted} on ${sqlite.name}`);
}
