import { eq, getTableColumns, type InferSelectModel } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import type { UndoSource } from '#electron/kernel/undo/undo-source.ts';
import type { Permission } from '#shared/contract/catalogue.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { Condition } from './register/scope.ts';

type RecordTable = SQLiteTable & { readonly id: SQLiteColumn };
export type Kept = { readonly id: string; readonly version: number; readonly updatedAt: string; readonly removedAt: string | null };
/** Reads, writes and finds whole records of one table by id. */
export type RecordStore<R> = { readonly insert: (record: R) => void; readonly replace: (record: R) => void; readonly find: (id: string) => R | undefined };

/** Writes and finds whole records of one table. */
export function recordStore<T extends RecordTable>({ orm }: Db, table: T): RecordStore<InferSelectModel<T>> {
  type R = InferSelectModel<T>;
  const idOf = (record: R): string => String((record as { readonly id: unknown }).id); // every table of records has one
  return {
    insert: (record) => void orm.insert(table).values(record as T['$inferInsert']).run(), // a whole record gives every column
    replace: (record) => void orm.update(table).set(record as never).where(eq(table.id, idOf(record))).run(), // as above
    find: (id) => orm.select(getTableColumns(table)).from(table as SQLiteTable).where(eq(table.id, id)).get() as R | undefined, // the columns of the table
  };
}

export type Window = { readonly offset: number; readonly limit: number };
type ListParts<O extends string> = { readonly row: string; readonly from: string; readonly order: Readonly<Record<O, string>>; /** Values of the marks that stand in `row`. */ readonly tail?: string };
export type Order<O extends string> = { readonly field: O; readonly direction: 'asc' | 'desc' };

/** Reads one list: rows of a named shape, cut, sorted and counted in SQL. `values` come before those of the condition: they belong to the columns. */
export function listReader<Row, O extends string>({ sqlite }: Db, { row, from, order, tail = '' }: ListParts<O>) {
  const statement = keptStatements(sqlite);
  return {
    list: ({ sql, values }: Condition, { field, direction }: Order<O>, { offset, limit }: Window, before: readonly (string | number)[] = []): Row[] => {
      const way = direction === 'desc' ? 'DESC' : 'ASC';
      return statement(`SELECT ${row} ${from} WHERE ${sql} ORDER BY ${order[field]} ${way}, t.id ${way} ${tail} LIMIT ? OFFSET ?`).all(...before, ...values, limit, offset) as Row[]; // columns named in `row`
    },
    one: ({ sql, values }: Condition, before: readonly (string | number)[] = []): Row | undefined => statement(`SELECT ${row} ${from} WHERE ${sql}`).get(...before, ...values) as Row | undefined, // as above
    count: ({ sql, values }: Condition): number => (statement(`SELECT count(*) AS n ${from} WHERE ${sql}`).get(...values) as { n: number }).n, // the one column
  };
}

/** What every new record begins with. */
export function begun(work: Work) {
  const now = work.clock.now().toISOString();
  return { id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, removedAt: null };
}

/** The stored record that a change was made from. Errors: `record/not-found`, `record/conflict`. */
export function current<R extends Kept>(work: Work, table: string, store: RecordStore<R>, { id, version }: { readonly id: string; readonly version: number }): R {
  const record = store.find(id);
  if (record?.removedAt !== null) return fail('record/not-found', {});
  checkVersion(work, table, record, version);
  return record;
}

/** Stores a new record and says so for the history. */
export function added<R extends Kept>(work: Work, table: string, store: RecordStore<R>, record: R): RecordChange {
  store.insert(record);
  return work.rows.change(table, record.id, undefined);
}

/** Stores a change of a record, one version further, and says for the history what it was. */
export function changed<R extends Kept>(work: Work, table: string, store: RecordStore<R>, record: R, values: Partial<R>): RecordChange {
  const before = work.rows.read(table, record.id);
  store.replace({ ...record, ...values, version: record.version + 1, updatedAt: work.clock.now().toISOString() });
  return work.rows.change(table, record.id, before);
}

/** The next number of a book of records, begun anew each year: `ZR2026-0012`. */
export function nextNumber({ sqlite }: Db, table: string, prefix: string): (today: string) => string {
  return (today) => {
    const begin = `${prefix}${today.slice(0, 4)}-`;
    const last = sqlite.prepare(`SELECT max(no) FROM ${table} WHERE no GLOB ?`).pluck().get(`${begin}[0-9]*`) as string | null;
    return `${begin}${String((last === null ? 0 : Number(last.slice(begin.length))) + 1).padStart(4, '0')}`;
  };
}

/** Undoing where nothing is derived and nothing else stands on the record, or `mayWithdraw` says whether something does. */
export const plainUndo = (permission: Permission, nameOf: UndoSource['nameOf'], mayWithdraw: (work: Work, id: string) => boolean = () => true): UndoSource => ({ permission, nameOf, check: () => undefined, mayWithdraw, refresh: () => undefined });
/** A record that, once made, stays: its act is not offered for undoing. */
export const lastingUndo = (permission: Permission): UndoSource => ({ permission, nameOf: () => '', check: () => undefined, refresh: () => undefined });
