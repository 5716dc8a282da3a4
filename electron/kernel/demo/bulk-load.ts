import type { Db } from '#electron/database/database.ts';

type Sqlite = Db['sqlite'];
type Index = { readonly name: string; readonly sql: string };
/** Tables, and those of their indexes that stay. */
export type Aside = { readonly of: readonly string[]; readonly except?: readonly string[] };

/** Pages of the log after which it is written into the file during a bulk load. */
const LOG_PAGES = 8000;
const CACHE_KIB = 128 * 1024;

/**
 * Lets a file be filled quickly: nothing waits for the disk until the end, when all of it does. A file that is broken off meanwhile is
 * worth nothing; whoever calls this throws it away. Settings of the connection are afterwards as they were.
 */
export function bulkLoad<T>(sqlite: Sqlite, body: () => T): T {
  const names = ['synchronous', 'wal_autocheckpoint', 'cache_size'] as const;
  const before = names.map((name) => [name, sqlite.pragma(name, { simple: true })] as const);
  sqlite.pragma('synchronous = OFF');
  sqlite.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
  sqlite.pragma(`cache_size = -${CACHE_KIB}`);
  try {
    return body();
  } finally {
    for (const [name, value] of before) sqlite.pragma(`${name} = ${String(value)}`);
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
  }
}

/**
 * Sets the indexes of some tables aside while `body` runs, except those that it needs, and puts them back exactly as the migrations made them: each is then
 * written once, in order, instead of a million times here and there.
 */
export function withoutIndexes<T>(sqlite: Sqlite, { of, except = [] }: Aside, body: () => T): T {
  const all = sqlite.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (${of.map(() => '?').join(', ')})`).all(...of) as Index[]; // columns named
  const indexes = all.filter(({ name }) => !except.includes(name));
  for (const { name } of indexes) sqlite.exec(`DROP INDEX ${name}`);
  try {
    return body();
  } finally {
    for (const { sql } of indexes) sqlite.exec(sql);
  }
}
