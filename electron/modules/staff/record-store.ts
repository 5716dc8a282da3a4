import { eq, getTableName } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from '#electron/database/database.ts';
import { preparedInsert } from '#electron/database/prepared-insert.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';

type Stored = { readonly id: string; readonly version: number; readonly updatedAt: string; readonly removedAt: string | null };
type RecordTable = SQLiteTable & { readonly id: SQLiteColumn; readonly $inferSelect: Stored };
/** The rows of one table of the module, read and written whole. */
export type RecordStore<R> = { readonly table: string; readonly insert: (record: R) => void; readonly replace: (record: R) => void; readonly find: (id: string) => R | undefined };

export function recordStore<T extends RecordTable>(db: Db, table: T): RecordStore<T['$inferSelect']> {
  const insertRow = preparedInsert(db, table);
  return {
    table: getTableName(table),
    insert: (record) => void insertRow(record as Omit<T['$inferSelect'], 'rowNo'>), // none of the module's tables has a key of its own
    replace: (record) => void db.orm.update(table).set(record as never).where(eq(table.id, record.id)).run(), // the table's own row
    find: (id) => db.orm.select().from(table as SQLiteTable).where(eq(table.id, id)).get() as T['$inferSelect'] | undefined, // a row of `table`
  };
}

/** What a new record begins with. */
export const begun = (work: Work) => {
  const now = work.clock.now().toISOString();
  return { id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, removedAt: null };
};

/** The record as it stands, changed from the version it was read in. Errors: `record/not-found` also for one that was removed, `record/conflict`. */
export function standing<R extends Stored>(work: Work, store: RecordStore<R>, { id, version }: { readonly id: string; readonly version: number }): R {
  const record = present(store, id);
  checkVersion(work, store.table, record, version);
  return record;
}

/** A record that was not removed. Error: `record/not-found`. */
export function present<R extends Stored>(store: RecordStore<R>, id: string): R {
  const record = store.find(id);
  return record?.removedAt === null ? record : fail('record/not-found', {});
}

/** Puts a new record in; the answer belongs among the changes of the entry. */
export function put<R extends Stored>(work: Work, store: RecordStore<R>, record: R): RecordChange {
  store.insert(record);
  return work.rows.change(store.table, record.id, undefined);
}

/** Writes a record one version further; the answer belongs among the changes of the entry. */
export function rewrite<R extends Stored>(work: Work, store: RecordStore<R>, record: R, values: Partial<R>): RecordChange {
  const before = work.rows.read(store.table, record.id);
  store.replace({ ...record, ...values, version: record.version + 1, updatedAt: work.clock.now().toISOString() });
  return work.rows.change(store.table, record.id, before);
}

/** Takes a record out of the lists. */
export const takeOut = <R extends Stored>(work: Work, store: RecordStore<R>, record: R): RecordChange => rewrite(work, store, record, { removedAt: work.clock.now().toISOString() } as Partial<R>); // every record has the column
