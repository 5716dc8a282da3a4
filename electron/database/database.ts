import type { Database as SqliteDatabase } from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';

/**
 * One connection in two dresses: Drizzle for statements that are typed by their table, the plain handle for hot lists and bulk
 * writes. Both see the same transaction, because the transaction belongs to the connection.
 */
export type Db = { readonly orm: BetterSQLite3Database; readonly sqlite: SqliteDatabase };

/** Time and ids come from outside, so that a test can fix them. */
export type Clock = { now(): Date; newId(): string };
