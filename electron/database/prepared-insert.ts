import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from './database.ts';

/** A new row as SQLite holds it. `columns` is one and the same list for all rows of a table. */
export type InsertedRow = { readonly table: string; readonly id: string; readonly rowNo: number; readonly columns: readonly string[]; readonly values: readonly unknown[] };

/**
 * An insert of every column of a table, prepared once and bound by place: ten thousand rows of an import go through it. `rowNo` is the name
 * of the key that SQLite gives, where the table has one of its own. Answers the row as it is stored, so that nobody has to read it back.
 */
export function preparedInsert<T extends SQLiteTable>({ sqlite }: Db, table: T, rowNo?: 'rowNo'): (row: Omit<T['$inferSelect'], 'rowNo'>) => InsertedRow {
  const all = Object.entries(getTableColumns(table));
  const given = all.filter(([name]) => name !== rowNo);
  const key = all.find(([name]) => name === rowNo)?.[1].name;
  const stored = given.map(([, column]) => column.name);
  const columns = key === undefined ? stored : [...stored, key];
  const tableName = getTableName(table);
  const statement = sqlite.prepare(`INSERT INTO ${tableName} (${stored.join(', ')}) VALUES (${stored.map(() => '?').join(', ')})`);
  const valueOf = (value: unknown, column: (typeof given)[number][1]): unknown => {
    if (value === null || value === undefined) return null;
    return typeof value === 'string' && column.dataType === 'string' ? value : column.mapToDriverValue(value);
  };
  return (row) => {
    const record = row as Readonly<Record<string, unknown>>; // the table's own row, by the names of its columns
    const values = given.map(([name, column]) => valueOf(record[name], column));
    const number = Number(statement.run(...values).lastInsertRowid);
    if (key !== undefined) values.push(number);
    return { table: tableName, id: String(record['id']), rowNo: number, columns, values };
  };
}
