import type { Db } from '#electron/database/database.ts';
import type { Finding, ImportBatch, ImportProfile as ProfileName, ImportRow } from '#shared/kernel/imports/imports.contract.ts';
import type { MappedColumn } from './import-profile.ts';
import type { Cell, Merge } from './workbook.ts';

/** What is kept of a sheet so that its bad rows can be given back in its own shape. */
export type SheetLayout = { readonly sheet: number; readonly name: string; readonly headerRow: number; readonly columns: readonly MappedColumn[]; readonly top: readonly (readonly Cell[])[]; readonly merges: readonly Merge[] };
export type StoredDifference = ImportRow['differences'][number];
export type StoredBatch = {
  readonly id: string;
  readonly version: number;
  readonly communityId: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly profile: ProfileName;
  readonly fileName: string;
  readonly headerHash: string;
  readonly sheets: readonly SheetLayout[];
  readonly status: ImportBatch['status'];
  readonly counts: ImportBatch['counts'];
  readonly createdBy: string;
  readonly committedAt: string | null;
  readonly committedSeq: number | null;
};
export type StoredRow = {
  readonly sheet: number;
  readonly row: number;
  readonly cells: readonly Cell[];
  readonly key: string;
  readonly verdict: ImportRow['verdict'];
  readonly findings: readonly Finding[];
  readonly existing: { readonly id: string; readonly version: number } | null;
  readonly differences: readonly StoredDifference[];
};
type RawRow = { sheet: number; row: number; cells: string; key: string; verdict: StoredRow['verdict']; findings: string; existingId: string | null; existingVersion: number | null; differences: string };
type RawBatch = Omit<StoredBatch, 'sheets' | 'counts'> & { layout: string; counts: string };
export type RowQuery = { readonly verdicts: readonly string[]; readonly onlyFindings: boolean; readonly offset: number; readonly limit: number };

const ROW = 'sheet_no AS sheet, row, cells, row_key AS key, verdict, findings, existing_id AS existingId, existing_version AS existingVersion, differences';
const BATCH = `id, version, community_id AS communityId, created_at AS createdAt, updated_at AS updatedAt, profile, file_name AS fileName, header_hash AS headerHash, layout, status, counts,
  created_by AS createdBy, committed_at AS committedAt, committed_seq AS committedSeq`;

const rowOf = ({ existingId, existingVersion, ...raw }: RawRow): StoredRow => ({
  ...raw,
  cells: JSON.parse(raw.cells) as Cell[], // written as JSON by this repository, like the two below
  findings: JSON.parse(raw.findings) as Finding[],
  differences: JSON.parse(raw.differences) as StoredDifference[],
  existing: existingId === null ? null : { id: existingId, version: existingVersion ?? 0 },
});
const batchOf = ({ layout, counts, ...raw }: RawBatch): StoredBatch => ({ ...raw, sheets: JSON.parse(layout) as SheetLayout[], counts: JSON.parse(counts) as StoredBatch['counts'] }); // written as JSON by this repository

export function importsRepository({ sqlite }: Db) {
  const putRow = sqlite.prepare(`INSERT INTO import_row (batch_id, sheet_no, row, cells, row_key, verdict, findings, existing_id, existing_version, differences, normalised, undecided)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (batch_id, sheet_no, row) DO UPDATE SET cells = excluded.cells, row_key = excluded.row_key, verdict = excluded.verdict, findings = excluded.findings,
    existing_id = excluded.existing_id, existing_version = excluded.existing_version, differences = excluded.differences, normalised = excluded.normalised, undecided = excluded.undecided`);
  const where = ({ verdicts, onlyFindings }: Pick<RowQuery, 'verdicts' | 'onlyFindings'>): string =>
    [...(verdicts.length > 0 ? [`verdict IN (${verdicts.map(() => '?').join(', ')})`] : []), ...(onlyFindings ? ["findings <> '[]'"] : [])].map((condition) => ` AND ${condition}`).join('');
  return {
    insertBatch: (batch: StoredBatch): void =>
      void sqlite.prepare(`INSERT INTO import_batch (id, community_id, version, created_at, updated_at, profile, file_name, sheet_name, header_row, header_hash, columns, layout, status, counts, created_by, committed_at, committed_seq)
        VALUES (@id, @communityId, @version, @createdAt, @updatedAt, @profile, @fileName, @sheetName, @headerRow, @headerHash, @columns, @layout, @status, @counts, @createdBy, @committedAt, @committedSeq)`)
        .run({ ...batch, sheetName: batch.sheets[0]?.name ?? '', headerRow: batch.sheets[0]?.headerRow ?? 0, columns: JSON.stringify(batch.sheets[0]?.columns ?? []), layout: JSON.stringify(batch.sheets), counts: JSON.stringify(batch.counts) } as never), // names as in the statement; `sheets` is not used by it
    updateBatch: (batch: StoredBatch, now: string): void =>
      void sqlite.prepare('UPDATE import_batch SET version = version + 1, updated_at = ?, layout = ?, columns = ?, status = ?, counts = ?, committed_at = ?, committed_seq = ? WHERE id = ?')
        .run(now, JSON.stringify(batch.sheets), JSON.stringify(batch.sheets[0]?.columns ?? []), batch.status, JSON.stringify(batch.counts), batch.committedAt, batch.committedSeq, batch.id),
    findBatch: (id: string): StoredBatch | undefined => {
      const raw = sqlite.prepare(`SELECT ${BATCH} FROM import_batch WHERE id = ?`).get(id) as RawBatch | undefined;
      return raw && batchOf(raw);
    },
    listBatches: ({ offset, limit }: { offset: number; limit: number }): StoredBatch[] => (sqlite.prepare(`SELECT ${BATCH} FROM import_batch ORDER BY created_at DESC, id DESC LIMIT ? OFFSET ?`).all(limit, offset) as RawBatch[]).map(batchOf),
    putRow: (batchId: string, row: StoredRow): void => {
      const normalised = row.findings.some((finding) => finding.severity === 'normalised') ? 1 : 0;
      const undecided = row.differences.some((difference) => difference.choice === 'undecided') ? 1 : 0;
      putRow.run(batchId, row.sheet, row.row, JSON.stringify(row.cells), row.key, row.verdict, JSON.stringify(row.findings), row.existing?.id ?? null, row.existing?.version ?? null, JSON.stringify(row.differences), normalised, undecided);
    },
    findRow: (batchId: string, sheet: number, row: number): StoredRow | undefined => {
      const raw = sqlite.prepare(`SELECT ${ROW} FROM import_row WHERE batch_id = ? AND sheet_no = ? AND row = ?`).get(batchId, sheet, row) as RawRow | undefined;
      return raw && rowOf(raw);
    },
    listRows: (batchId: string, query: RowQuery): { rows: StoredRow[]; count: number } => {
      const condition = where(query);
      return {
        rows: (sqlite.prepare(`SELECT ${ROW} FROM import_row WHERE batch_id = ?${condition} ORDER BY sheet_no, row LIMIT ? OFFSET ?`).all(batchId, ...query.verdicts, query.limit, query.offset) as RawRow[]).map(rowOf),
        count: (sqlite.prepare(`SELECT count(*) AS n FROM import_row WHERE batch_id = ?${condition}`).get(batchId, ...query.verdicts) as { n: number }).n,
      };
    },
    /** Every row in file order; read whole, because a statement that is still open would forbid writing between its rows. */
    allRows: (batchId: string, verdicts: readonly string[] = []): StoredRow[] =>
      (sqlite.prepare(`SELECT ${ROW} FROM import_row WHERE batch_id = ?${where({ verdicts, onlyFindings: false })} ORDER BY sheet_no, row`).all(batchId, ...verdicts) as RawRow[]).map(rowOf),
    /** Rows of the same thing, in file order. */
    rowsWithKey: (batchId: string, key: string): StoredRow[] =>
      key === '' ? [] : (sqlite.prepare(`SELECT ${ROW} FROM import_row WHERE batch_id = ? AND row_key = ? ORDER BY sheet_no, row`).all(batchId, key) as RawRow[]).map(rowOf),
    removeRows: (batchId: string, verdicts: readonly string[]): void => void sqlite.prepare(`DELETE FROM import_row WHERE batch_id = ?${where({ verdicts, onlyFindings: false })}`).run(batchId, ...verdicts),
    counts: (batchId: string): StoredBatch['counts'] => {
      const rows = sqlite.prepare('SELECT verdict, count(*) AS n, sum(normalised) AS normalised, sum(undecided) AS undecided FROM import_row WHERE batch_id = ? GROUP BY verdict').all(batchId) as { verdict: StoredRow['verdict']; n: number; normalised: number; undecided: number }[];
      const of = (verdict: StoredRow['verdict']): number => rows.find((row) => row.verdict === verdict)?.n ?? 0;
      const sum = (pick: (row: (typeof rows)[number]) => number): number => rows.reduce((total, row) => total + pick(row), 0);
      return { total: sum((row) => row.n), new: of('new'), changed: of('changed'), same: of('same'), bad: of('bad'), skipped: of('skipped'), normalised: sum((row) => row.normalised), undecided: sum((row) => row.undecided) };
    },
    rememberMapping: (mapping: { id: string; communityId: string; profile: string; headerHash: string; fields: readonly (string | null)[]; now: string }): void =>
      void sqlite.prepare(`INSERT INTO import_mapping (id, community_id, created_at, updated_at, profile, header_hash, fields) VALUES (@id, @communityId, @now, @now, @profile, @headerHash, @fields)
        ON CONFLICT (profile, header_hash) DO UPDATE SET fields = excluded.fields, updated_at = excluded.updated_at, version = version + 1`).run({ ...mapping, fields: JSON.stringify(mapping.fields) }),
    findMapping: (profile: string, headerHash: string): (string | null)[] | null => {
      const raw = sqlite.prepare('SELECT fields FROM import_mapping WHERE profile = ? AND header_hash = ?').get(profile, headerHash) as { fields: string } | undefined;
      return raw ? (JSON.parse(raw.fields) as (string | null)[]) : null; // written as JSON above
    },
    /** What a commit changed, for taking it back. */
    changesOf: (seq: number): { entity: string; entityId: string; version: number; fields: string }[] =>
      sqlite.prepare('SELECT entity, entity_id AS entityId, version, fields FROM record_change WHERE audit_seq = ? ORDER BY entity_id DESC').all(seq) as { entity: string; entityId: string; version: number; fields: string }[],
  };
}
