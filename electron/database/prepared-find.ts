import { eq, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from './database.ts';

type RecordTable = SQLiteTable & { readonly id: SQLiteColumn };

/** Finds a whole record of a table by id through one statement, prepared when it is first asked: most of a short read's time goes into making its statement. */
export function preparedFind<T extends RecordTable>({ orm }: Db, table: T): (id: string) => T['$inferSelect'] | undefined {
  const prepare = () => orm.select().from(table as SQLiteTable).where(eq(table.id, sql.placeholder('id'))).prepare();
  const kept: { statement?: ReturnType<typeof prepare> } = {};
  return (id) => (kept.statement ??= prepare()).get({ id }) as T['$inferSelect'] | undefined; // the columns of the table
}
