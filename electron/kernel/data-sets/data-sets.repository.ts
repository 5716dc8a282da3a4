import type { Db } from '#electron/database/database.ts';

export type TableState = { readonly records: number; readonly changedAt: string | null; readonly filled: number | null };

/** What the desk writes by itself: it says nothing about how much people entered. */
const OWN = new Set(['id', 'community_id', 'version', 'created_at', 'updated_at', 'removed_at', 'removed_reason', 'removed_kind', 'row_no', 'sort_key', 'pinyin', 'initials', 'name_py', 'id_reversed', 'phone_reversed', 'extra', 'import_batch_id']);
const TABLE_NAME = /^[a-z_]+$/;

export function dataSetsRepository({ sqlite }: Db) {
  return {
    /** Records that count, their newest change, and how many per cent of their fields hold something. The name is a table's. */
    state: (table: string): TableState => {
      if (!TABLE_NAME.test(table)) throw new Error(`no table is called ${table}`);
      const columns = sqlite.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]; // the one column
      const asked = columns.filter((column) => !OWN.has(column));
      const present = columns.includes('removed_at') ? 'WHERE removed_at IS NULL' : '';
      const filled = asked.map((column) => `total(${column} IS NOT NULL AND ${column} <> '')`).join(' + ') || '0';
      const row = sqlite.prepare(`SELECT count(*) AS records, max(updated_at) AS changedAt, ${filled} AS filled FROM ${table} ${present}`).get() as { records: number; changedAt: string | null; filled: number }; // columns named in the statement
      return { records: row.records, changedAt: row.changedAt, filled: row.records === 0 || asked.length === 0 ? null : Math.floor((100 * row.filled) / (row.records * asked.length)) };
    },
  };
}
