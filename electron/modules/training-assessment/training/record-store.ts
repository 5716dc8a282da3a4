import { eq } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from '#electron/database/database.ts';
import { preparedInsert } from '#electron/database/prepared-insert.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';

type RecordTable = SQLiteTable & { readonly id: SQLiteColumn };
export type Store<R> = { readonly insert: (row: R) => void; readonly replace: (row: R) => void; readonly find: (id: string) => R | undefined };

/** Writing and finding single records of one table. */
export function recordStore<T extends RecordTable>(db: Db, table: T): Store<T['$inferSelect']> {
  const insertRow = preparedInsert(db, table);
  return {
    insert: (row) => void insertRow(row),
    replace: (row) => void db.orm.update(table).set(row as never).where(eq(table.id, (row as { id: string }).id)).run(), // the row is the table's own; drizzle cannot tell so for any table
    find: (id) => db.orm.select().from(table as SQLiteTable).where(eq(table.id, id)).get() as T['$inferSelect'] | undefined, // as above
  };
}

/** The columns every new record begins with. */
export function fresh(work: Work) {
  const now = work.clock.now().toISOString();
  return { id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, removedAt: null };
}

type Versioned = { readonly id: string; readonly version: number; readonly updatedAt: string };

/** Inserts a record and says what the history keeps of it. */
export function insertInto<R extends { readonly id: string }>(work: Work, table: string, store: Store<R>, row: R): RecordChange {
  store.insert(row);
  return work.rows.change(table, row.id, undefined);
}

/** Writes some values of a stored record, one version further, and says what the history keeps of it. */
export function amend<R extends Versioned>(work: Work, table: string, store: Store<R>, row: R, values: Partial<R>): RecordChange {
  const before = work.rows.read(table, row.id);
  store.replace({ ...row, ...values, version: row.version + 1, updatedAt: work.clock.now().toISOString() });
  return work.rows.change(table, row.id, before);
}
