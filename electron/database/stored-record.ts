import { hashOfRow, hashOfValues, type RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import type { Db } from './database.ts';
import type { InsertedRow } from './prepared-insert.ts';

export type StoredRow = Readonly<Record<string, unknown>>;

/** Reading a row back is done ten thousand times by an import; its statement is prepared once per table. */
const statements = new WeakMap<Db['sqlite'], Map<string, ReturnType<Db['sqlite']['prepare']>>>();
function selectRow({ sqlite }: Db, table: string): ReturnType<Db['sqlite']['prepare']> {
  const known = statements.get(sqlite) ?? new Map<string, ReturnType<Db['sqlite']['prepare']>>();
  statements.set(sqlite, known);
  const statement = known.get(table) ?? sqlite.prepare(`SELECT * FROM ${table} WHERE id = ?`);
  known.set(table, statement);
  return statement;
}

/** The whole row of a table, column by column as SQLite holds it, or undefined. The table's name is a constant of the program. */
export function readRow(db: Db, table: string, id: string): StoredRow | undefined {
  return selectRow(db, table).get(id) as StoredRow | undefined; // a row of an unnamed shape
}

const BOOKKEEPING = new Set(['version', 'updated_at', 'created_at', 'sort_key', 'pinyin', 'initials', 'name_py', 'id_reversed', 'phone_reversed', 'row_no']);

/** What became different between two states of a row, without the columns the program keeps for itself. */
export function differences(before: StoredRow, after: StoredRow): Record<string, readonly [unknown, unknown]> {
  return Object.fromEntries(
    Object.keys(after)
      .filter((column) => !BOOKKEEPING.has(column) && before[column] !== after[column])
      .map((column) => [column, [before[column] ?? null, after[column] ?? null] as const]),
  );
}

/** Reads the row after a write and says what the history will keep of it. `before` undefined: the record is new. */
export function changeOf(db: Db, table: string, id: string, before: StoredRow | undefined): RecordChange {
  const row = readRow(db, table, id);
  if (!row) throw new Error(`no row in ${table} after writing it`);
  return { entity: table, entityId: id, version: Number(row['version']), fields: before ? differences(before, row) : {}, afterHash: hashOfRow(row) };
}

/** What the history keeps of a row when whoever wrote it knows every column it has now: nothing is read back. For commands that write thousands. */
export const knownChange = (table: string, before: StoredRow, after: StoredRow): RecordChange => ({ entity: table, entityId: String(after['id']), version: Number(after['version']), fields: differences(before, after), afterHash: hashOfRow(after) });

/** What the history keeps of a row that was just inserted, told by the insert itself so that it need not be read back. */
export const creationOf = ({ table, id, columns, values }: InsertedRow): RecordChange => ({ entity: table, entityId: id, version: 1, fields: {}, afterHash: hashOfValues(columns, values) });

/** What the history keeps of a row that was taken out: every value it had, and the hash of nothing. */
export function removalOf(table: string, before: StoredRow): RecordChange {
  const fields = Object.fromEntries(Object.keys(before).filter((column) => !BOOKKEEPING.has(column)).map((column) => [column, [before[column] ?? null, null] as const]));
  return { entity: table, entityId: String(before['id']), version: Number(before['version']) + 1, fields, afterHash: hashOfRow({}) };
}

/** Writes named columns of a row past its repository, one version further; only an undo does this, with columns the history itself holds. */
export function restoreColumns(db: Db, table: string, id: string, columns: Readonly<Record<string, string | number | null>>, now: string): void {
  const names = Object.keys(columns);
  db.sqlite.prepare(`UPDATE ${table} SET ${names.map((name) => `${name} = ?, `).join('')}version = version + 1, updated_at = ? WHERE id = ?`).run(...names.map((name) => columns[name] ?? null), now, id);
}

export function deleteRow(db: Db, table: string, id: string): void {
  db.sqlite.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
}
