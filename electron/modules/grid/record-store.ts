import { eq } from 'drizzle-orm';
import { integer, text, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';

/** What every table of records begins with. */
export const recordColumns = {
  id: text().notNull(),
  communityId: text('community_id').notNull(),
  version: integer().notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
};
export const removableColumns = { ...recordColumns, removedAt: text('removed_at') };

type RecordTable = SQLiteTable & { readonly id: SQLiteColumn };
type Stored = { readonly id: string; readonly version: number; readonly updatedAt: string; readonly removedAt?: string | null };

/** Whole records of one table by their id; lists and sums are the repository's own SQL. */
export function recordStore<T extends RecordTable>({ orm }: Db, table: T) {
  type Row = T['$inferSelect'];
  return {
    insert: (record: Row): void => void orm.insert(table).values(record as T['$inferInsert']).run(), // a whole row is what an insert takes at most
    replace: (record: Row): void => void orm.update(table).set(record as never).where(eq(table.id, (record as Stored).id)).run(), // the row's own columns
    find: (id: string): Row | undefined => orm.select().from(table as SQLiteTable).where(eq(table.id, id)).get() as Row | undefined, // every column of the table
  };
}

/** The columns a new record begins with. */
export function begun(work: Work) {
  const now = work.clock.now().toISOString();
  return { id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now };
}

/** Writes some columns of a stored record; its version and time move with it. Answers the change for the entry in the log. */
export function rewritten<R extends Stored>(work: Work, table: string, store: { readonly replace: (record: R) => void }, record: R, values: Partial<R>): RecordChange {
  const before = work.rows.read(table, record.id);
  store.replace({ ...record, ...values, version: record.version + 1, updatedAt: work.clock.now().toISOString() });
  return work.rows.change(table, record.id, before);
}

/** A stored record as the caller knew it. Errors: `record/not-found` when it is gone, `record/conflict` when somebody else was faster. */
export function current<R extends Stored>(work: Work, table: string, store: { readonly find: (id: string) => R | undefined }, { id, version }: { readonly id: string; readonly version: number }): R {
  const record = store.find(id) ?? fail('record/not-found', {});
  if (record.removedAt != null) fail('record/not-found', {});
  checkVersion(work, table, record, version);
  return record;
}
