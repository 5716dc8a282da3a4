import { eq, getTableName } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { Db } from './database.ts';
import { preparedFind } from './prepared-find.ts';
import { preparedInsert } from './prepared-insert.ts';
import type { Work } from './unit-of-work.ts';

type RecordTable = SQLiteTable & { readonly id: SQLiteColumn };
type Stored = { readonly id: string; readonly version: number; readonly updatedAt: string; readonly removedAt?: string | null };
/** The rows of one table, written and found whole by their id; lists and sums are the repository's own SQL. */
export type RecordStore<R> = { readonly table: string; readonly insert: (record: R) => void; readonly replace: (record: R) => void; readonly find: (id: string) => R | undefined };

export function recordStore<T extends RecordTable>(db: Db, table: T): RecordStore<T['$inferSelect']> {
  type R = T['$inferSelect'];
  const insertRow = preparedInsert(db, table);
  return {
    table: getTableName(table),
    insert: (record) => void insertRow(record as Omit<R, 'rowNo'>), // no table kept this way has a key of SQLite's own
    replace: (record) => void db.orm.update(table).set(record as never).where(eq(table.id, (record as Stored).id)).run(), // the table's own row; drizzle cannot tell so for any table
    find: preparedFind(db, table),
  };
}

/** The columns a new record begins with. */
export function begun(work: Work) {
  const now = work.clock.now().toISOString();
  return { id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now };
}

/** The columns a new record begins with, where records can be taken out of the lists. */
export const begunRemovable = (work: Work) => ({ ...begun(work), removedAt: null });

/** A record that was not removed. Error: `record/not-found`. */
export function present<R extends { readonly removedAt?: string | null }>(store: Pick<RecordStore<R>, 'find'>, id: string): R {
  const record = store.find(id) ?? fail('record/not-found', {});
  return record.removedAt == null ? record : fail('record/not-found', {});
}

/** The stored record that a change was made from. Errors: `record/not-found` also for one that was removed, `record/conflict` when somebody else was faster. */
export function current<R extends Stored>(work: Work, store: Pick<RecordStore<R>, 'table' | 'find'>, { id, version }: { readonly id: string; readonly version: number }): R {
  const record = present(store, id);
  checkVersion(work, store.table, record, version);
  return record;
}

/** Stores a new record; the answer belongs among the changes of the entry. */
export function added<R extends { readonly id: string }>(work: Work, store: Pick<RecordStore<R>, 'table' | 'insert'>, record: R): RecordChange {
  store.insert(record);
  return work.rows.change(store.table, record.id, undefined);
}

/** Writes some columns of a stored record, one version further; the answer belongs among the changes of the entry. */
export function rewritten<R extends Stored>(work: Work, store: Pick<RecordStore<R>, 'table' | 'replace'>, record: R, values: Partial<R>): RecordChange {
  const before = work.rows.read(store.table, record.id);
  store.replace({ ...record, ...values, version: record.version + 1, updatedAt: work.clock.now().toISOString() });
  return work.rows.change(store.table, record.id, before);
}

/** Takes a record out of the lists; the answer belongs among the changes of the entry. */
export const takenOut = <R extends Stored>(work: Work, store: Pick<RecordStore<R>, 'table' | 'replace'>, record: R): RecordChange =>
  rewritten(work, store, record, { removedAt: work.clock.now().toISOString() } as Partial<R>); // whoever calls this keeps records with the column
