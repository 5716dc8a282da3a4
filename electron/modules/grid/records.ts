import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { UndoSource } from '#electron/kernel/undo/undo-source.ts';
import type { Permission } from '#shared/contract/catalogue.ts';
import type { Condition } from '#electron/database/condition.ts';

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
