import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Database as SqliteDatabase } from 'better-sqlite3';
import type { StoredBatch, StoredRow } from './imports.repository.ts';

const CHUNK = 400;
const LETTER: Readonly<Record<StoredRow['verdict'], string>> = { new: 'n', changed: 'c', same: 's', bad: 'b', skipped: 'k' };

type Chunk = { readonly chunkNo: number; readonly verdicts: string; readonly marked: string; readonly packed: Buffer };
export type RowQuery = { readonly verdicts: readonly StoredRow['verdict'][]; readonly onlyFindings: boolean; readonly offset: number; readonly limit: number };
type Place = { readonly sheet: number; readonly row: number };

const pack = (rows: readonly StoredRow[]): Buffer => deflateRawSync(JSON.stringify(rows), { level: 1 });
const unpack = ({ packed }: Pick<Chunk, 'packed'>): StoredRow[] => JSON.parse(inflateRawSync(packed).toString('utf8')) as StoredRow[]; // packed above
const isAt = (place: Place) => (row: StoredRow): boolean => row.sheet === place.sheet && row.row === place.row;

/** The rows of dry runs: whole batches go in and out in packed chunks, single rows are replaced within theirs. */
export function importRows(sqlite: SqliteDatabase) {
  const insert = sqlite.prepare(`INSERT INTO import_chunk (batch_id, chunk_no, sheet_no, row, verdicts, marked, normalised, undecided, packed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (batch_id, chunk_no) DO UPDATE SET verdicts = excluded.verdicts, marked = excluded.marked, normalised = excluded.normalised, undecided = excluded.undecided, packed = excluded.packed`);
  const remove = sqlite.prepare('DELETE FROM import_chunk WHERE batch_id = ? AND chunk_no = ?');
  const removeAll = sqlite.prepare('DELETE FROM import_chunk WHERE batch_id = ?');
  const packedAt = sqlite.prepare('SELECT packed FROM import_chunk WHERE batch_id = ? AND chunk_no = ?');
  const chunks = (batchId: string): Chunk[] => sqlite.prepare('SELECT chunk_no AS chunkNo, verdicts, marked, packed FROM import_chunk WHERE batch_id = ? ORDER BY chunk_no').all(batchId) as Chunk[];
  const chunkAt = (batchId: string, place: Place): Chunk | undefined =>
    sqlite.prepare('SELECT chunk_no AS chunkNo, verdicts, marked, packed FROM import_chunk WHERE batch_id = ? AND (sheet_no, row) <= (?, ?) ORDER BY chunk_no DESC LIMIT 1').get(batchId, place.sheet, place.row) as Chunk | undefined;
  const write = (batchId: string, chunkNo: number, rows: readonly StoredRow[]): void => {
    const first = rows[0];
    if (!first) return void remove.run(batchId, chunkNo);
    const count = (is: (row: StoredRow) => boolean): number => rows.filter(is).length;
    insert.run(
      batchId, chunkNo, first.sheet, first.row,
      rows.map((row) => LETTER[row.verdict]).join(''),
      rows.map((row) => (row.findings.length > 0 ? '1' : '0')).join(''),
      count((row) => row.findings.some((finding) => finding.severity === 'normalised')),
      count((row) => row.differences.some((difference) => difference.choice === 'undecided')),
      pack(rows),
    );
  };
  const allRows = (batchId: string, verdicts: readonly StoredRow['verdict'][] = []): StoredRow[] =>
    chunks(batchId).flatMap(unpack).filter((row) => verdicts.length === 0 || verdicts.includes(row.verdict));
  const insertRows = (batchId: string, rows: readonly StoredRow[]): void => {
    for (let at = 0; at < rows.length; at += CHUNK) write(batchId, at / CHUNK, rows.slice(at, at + CHUNK));
  };
  return {
    /** The rows of a new batch, in file order. */
    insertRows,
    /** Replaces rows that are there. */
    putRows: (batchId: string, rows: readonly StoredRow[]): void => {
      const places = new Map(rows.map((row) => [`${row.sheet}/${row.row}`, row]));
      const touched = rows.length > CHUNK ? chunks(batchId) : [...new Map(rows.map((row) => chunkAt(batchId, row)).filter((chunk) => chunk !== undefined).map((chunk) => [chunk.chunkNo, chunk])).values()];
      for (const chunk of touched) write(batchId, chunk.chunkNo, unpack(chunk).map((row) => places.get(`${row.sheet}/${row.row}`) ?? row));
    },
    findRow: (batchId: string, sheet: number, row: number): StoredRow | undefined => {
      const chunk = chunkAt(batchId, { sheet, row });
      return chunk && unpack(chunk).find(isAt({ sheet, row }));
    },
    listRows: (batchId: string, { verdicts, onlyFindings, offset, limit }: RowQuery): { rows: StoredRow[]; count: number } => {
      const letters = new Set(verdicts.map((verdict) => LETTER[verdict]));
      const rows: StoredRow[] = [];
      let count = 0;
      for (const chunk of chunks(batchId)) {
        const wanted = [...chunk.verdicts].flatMap((letter, at) => ((letters.size === 0 || letters.has(letter)) && (!onlyFindings || chunk.marked[at] === '1') ? [at] : []));
        const shown = wanted.filter((_at, index) => count + index >= offset && count + index < offset + limit);
        if (shown.length > 0) {
          const all = unpack(chunk);
          rows.push(...shown.flatMap((at) => all[at] ?? []));
        }
        count += wanted.length;
      }
      return { rows, count };
    },
    allRows,
    /** Every row in file order, one chunk in memory at a time; others may write meanwhile. */
    eachRow: function* (batchId: string): Generator<StoredRow> {
      for (const chunkNo of sqlite.prepare('SELECT chunk_no FROM import_chunk WHERE batch_id = ? ORDER BY chunk_no').pluck().all(batchId)) {
        const chunk = packedAt.get(batchId, chunkNo) as Pick<Chunk, 'packed'> | undefined; // the one column named
        if (chunk) yield* unpack(chunk);
      }
    },
    /** Rows of the same thing, in file order. */
    rowsWithKey: (batchId: string, key: string): StoredRow[] => (key === '' ? [] : allRows(batchId).filter((row) => row.key === key)),
    /** Forgets all rows of a batch but these, which come in file order. */
    replaceRows: (batchId: string, rows: readonly StoredRow[]): void => {
      removeAll.run(batchId);
      insertRows(batchId, rows);
    },
    counts: (batchId: string): StoredBatch['counts'] => {
      const parts = sqlite.prepare('SELECT verdicts, normalised, undecided FROM import_chunk WHERE batch_id = ?').all(batchId) as { verdicts: string; normalised: number; undecided: number }[];
      const letters = parts.map((part) => part.verdicts).join('');
      const of = (verdict: StoredRow['verdict']): number => letters.split(LETTER[verdict]).length - 1;
      const sum = (pick: (part: (typeof parts)[number]) => number): number => parts.reduce((total, part) => total + pick(part), 0);
      return { total: letters.length, new: of('new'), changed: of('changed'), same: of('same'), bad: of('bad'), skipped: of('skipped'), normalised: sum((part) => part.normalised), undecided: sum((part) => part.undecided) };
    },
  };
}
