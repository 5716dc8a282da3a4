import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from './database.ts';

/** An insert of every column of a table, prepared once and bound by place: ten thousand rows of an import go through it. */
export function preparedInsert<T extends SQLiteTable>({ sqlite }: Db, table: T, without: readonly string[] = []): (row: Omit<T['$inferSelect'], 'rowNo'>) => void {
  const columns = Object.entries(getTableColumns(table)).filter(([name]) => !without.includes(name));
  const statement = sqlite.prepare(`INSERT INTO ${getTableName(table)} (${columns.map(([, column]) => column.name).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
  return (row) => {
    const values = row as Readonly<Record<string, unknown>>; // the table's own row, by the names of its columns
    statement.run(columns.map(([name, column]) => (values[name] === null || values[name] === undefined ? null : column.mapToDriverValue(values[name]))));
  };
}
