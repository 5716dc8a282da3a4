import type { Db } from '#electron/database/database.ts';
import type { Finding, ImportBatch, ImportProfile as ProfileName, ImportRow } from '#shared/kernel/imports/imports.contract.ts';
import type { MappedColumn } from './import-profile.ts';
import { importRows } from './import-rows.ts';
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
type RawBatch = Omit<StoredBatch, 'sheets' | 'counts'> & { layout: string; counts: string };

const BATCH = `id, version, community_id AS communityId, created_at AS createdAt, updated_at AS updatedAt, profile, file_name AS fileName, header_hash AS headerHash, layout, status, counts,
  created_by AS createdBy, committed_at AS committedAt, committed_seq AS committedSeq`;

const batchOf = ({ layout, counts, ...raw }: RawBatch): StoredBatch => ({ ...raw, sheets: JSON.parse(layout) as SheetLayout[], counts: JSON.parse(counts) as StoredBatch['counts'] }); // written as JSON by this repository

export function importsRepository({ sqlite }: Db) {
  return {
    ...importRows(sqlite),
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
