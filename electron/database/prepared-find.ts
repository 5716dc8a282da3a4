import { eq, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from './database.ts';

type RecordTable = SQLiteTable & { readonly id: SQLiteColumn };

/**
 * Finds a whole record of a table by id through one statement, prepared when it is first asked: most of a short read's time goes into making
 * its statement. What another statement answered can be handed on as it is; where that found no id, there is no record.
 */
export function preparedFind<T extends RecordTable>({ orm }: Db, table: T): (id: unknown) => T['$inferSelect'] | undefined {
  const prepare = () => orm.select().from(table as SQLiteTable).where(eq(table.id, sql.placeholder('id'))).prepare();
  const kept: { statement?: ReturnType<typeof prepare> } = {};
  return (id) => (typeof id === 'string' ? (kept.statement ??= prepare()).get({ id }) : undefined) as T['$inferSelect'] | undefined; // the columns of the table
}
