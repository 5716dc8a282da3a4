import { eq } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';

type Stored = { readonly id: string; readonly version: number; readonly createdAt: string; readonly updatedAt: string };

/** Rows of one table by their id: one in, one whole out. Lists and sums have repositories of their own. */
export const recordStore = <T extends SQLiteTable & { readonly id: SQLiteColumn }>({ orm }: Db, table: T) => ({
  insert: (row: T['$inferSelect']): void => void orm.insert(table).values(row as never).run(), // a whole row of this very table
  replace: (row: T['$inferSelect'] & { readonly id: string }): void => void orm.update(table).set(row as never).where(eq(table.id, row.id)).run(), // as above
  find: (id: string): T['$inferSelect'] | undefined => orm.select().from(table as SQLiteTable).where(eq(table.id, id)).get(), // as above
});

/** What every new row begins with. */
export function created(work: Work) {
  const now = work.clock.now().toISOString();
  return { id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now };
}

type Store<R> = { readonly find: (id: string) => R | undefined; readonly replace: (row: R) => void };

/** The stored row a change was made from; refused when it is gone, was taken out, or somebody was faster. */
export function current<R extends Stored & { readonly removedAt?: string | null }>(work: Work, table: string, store: Pick<Store<R>, 'find'>, { id, version }: { readonly id: string; readonly version: number }): R {
  const row = store.find(id);
  if (!row || (row.removedAt ?? null) !== null) return fail('record/not-found', {});
  checkVersion(work, table, row, version);
  return row;
}

/** Writes values of a row as its next version and answers what the log is to say of it. */
export function write<R extends Stored>(work: Work, table: string, store: Pick<Store<R>, 'replace'>, row: R, values: Partial<R>): RecordChange {
  const before = work.rows.read(table, row.id);
  store.replace({ ...row, ...values, version: row.version + 1, updatedAt: work.clock.now().toISOString() });
  return work.rows.change(table, row.id, before);
}
