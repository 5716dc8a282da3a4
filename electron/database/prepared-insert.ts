import { getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from './database.ts';

/** An insert of every column of a table, prepared once: ten thousand rows of an import go through it. */
export function preparedInsert<T extends SQLiteTable>({ orm }: Db, table: T, without: readonly string[] = []): (row: Omit<T['$inferSelect'], 'rowNo'>) => void {
  const names = Object.keys(getTableColumns(table)).filter((name) => !without.includes(name));
  const values = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]));
  const statement = orm.insert(table).values(values as never).prepare(); // a placeholder for each column of the table itself
  return (row) => void statement.run(row as Record<string, unknown>);
}
