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
  readonly asksKind: boolean;
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
type RawBatch = Omit<StoredBatch, 'sheets' | 'counts' | 'asksKind'> & { layout: string; counts: string; asksKind: number };
type Constants = readonly { readonly field: string; readonly text: string }[];

const BATCH = `id, version, community_id AS communityId, created_at AS createdAt, updated_at AS updatedAt, profile, file_name AS fileName, header_hash AS headerHash, layout, asks_kind AS asksKind, status, counts,
  created_by AS createdBy, committed_at AS committedAt, committed_seq AS committedSeq`;

const batchOf = ({ layout, counts, asksKind, ...raw }: RawBatch): StoredBatch => ({ ...raw, asksKind: asksKind === 1, sheets: JSON.parse(layout) as SheetLayout[], counts: JSON.parse(counts) as StoredBatch['counts'] }); // written as JSON by this repository

export function importsRepository({ sqlite }: Db) {
  return {
    ...importRows(sqlite),
    insertBatch: (batch: StoredBatch): void =>
      void sqlite.prepare(`INSERT INTO import_batch (id, community_id, version, created_at, updated_at, profile, file_name, sheet_name, header_row, header_hash, columns, layout, asks_kind, status, counts, created_by, committed_at, committed_seq)
        VALUES (@id, @communityId, @version, @createdAt, @updatedAt, @profile, @fileName, @sheetName, @headerRow, @headerHash, @columns, @layout, @asksKind, @status, @counts, @createdBy, @committedAt, @committedSeq)`)
        .run({ ...batch, asksKind: batch.asksKind ? 1 : 0, sheetName: batch.sheets[0]?.name ?? '', headerRow: batch.sheets[0]?.headerRow ?? 0, columns: JSON.stringify(batch.sheets[0]?.columns ?? []), layout: JSON.stringify(batch.sheets), counts: JSON.stringify(batch.counts) } as never), // names as in the statement; `sheets` is not used by it
    updateBatch: (batch: StoredBatch, now: string): void =>
      void sqlite.prepare('UPDATE import_batch SET version = version + 1, updated_at = ?, profile = ?, asks_kind = ?, layout = ?, columns = ?, status = ?, counts = ?, committed_at = ?, committed_seq = ? WHERE id = ?')
        .run(now, batch.profile, batch.asksKind ? 1 : 0, JSON.stringify(batch.sheets), JSON.stringify(batch.sheets[0]?.columns ?? []), batch.status, JSON.stringify(batch.counts), batch.committedAt, batch.committedSeq, batch.id),
    findBatch: (id: string): StoredBatch | undefined => {
      const raw = sqlite.prepare(`SELECT ${BATCH} FROM import_batch WHERE id = ?`).get(id) as RawBatch | undefined;
      return raw && batchOf(raw);
    },
    listBatches: ({ offset, limit }: { offset: number; limit: number }): StoredBatch[] => (sqlite.prepare(`SELECT ${BATCH} FROM import_batch ORDER BY created_at DESC, id DESC LIMIT ? OFFSET ?`).all(limit, offset) as RawBatch[]).map(batchOf),
    rememberMapping: (mapping: { id: string; communityId: string; profile: string; headerHash: string; fields: readonly (string | null)[]; constants: Constants; now: string }): void =>
      void sqlite.prepare(`INSERT INTO import_mapping (id, community_id, created_at, updated_at, profile, header_hash, fields, constants) VALUES (@id, @communityId, @now, @now, @profile, @headerHash, @fields, @constants)
        ON CONFLICT (profile, header_hash) DO UPDATE SET fields = excluded.fields, constants = excluded.constants, updated_at = excluded.updated_at, version = version + 1`).run({ ...mapping, fields: JSON.stringify(mapping.fields), constants: JSON.stringify(mapping.constants) }),
    /** The newest answer about files with these titles, of one kind of import or of any. */
    findMapping: (headerHash: string, profile: string | null): { profile: ProfileName; fields: (string | null)[]; constants: Constants } | null => {
      const raw = sqlite.prepare('SELECT profile, fields, constants FROM import_mapping WHERE header_hash = ? AND (? IS NULL OR profile = ?) ORDER BY updated_at DESC LIMIT 1').get(headerHash, profile, profile) as { profile: ProfileName; fields: string; constants: string } | undefined;
      return raw ? { profile: raw.profile, fields: JSON.parse(raw.fields) as (string | null)[], constants: JSON.parse(raw.constants) as Constants } : null; // written as JSON above
    },
    wordsOf: (profile: string, headerHash: string): { field: string; word: string; means: string }[] =>
      sqlite.prepare('SELECT field, word, means FROM import_word WHERE profile = ? AND header_hash = ?').all(profile, headerHash) as { field: string; word: string; means: string }[], // the columns named
    /** What a word of a source means; null forgets it. */
    rememberWord: ({ means, ...word }: { id: string; communityId: string; profile: string; headerHash: string; field: string; word: string; means: string | null; now: string }): void => {
      if (means === null) sqlite.prepare('DELETE FROM import_word WHERE profile = @profile AND header_hash = @headerHash AND field = @field AND word = @word').run({ profile: word.profile, headerHash: word.headerHash, field: word.field, word: word.word });
      else
        sqlite.prepare(`INSERT INTO import_word (id, community_id, created_at, updated_at, profile, header_hash, field, word, means) VALUES (@id, @communityId, @now, @now, @profile, @headerHash, @field, @word, @means)
          ON CONFLICT (profile, header_hash, field, word) DO UPDATE SET means = excluded.means, updated_at = excluded.updated_at, version = version + 1`).run({ ...word, means });
    },
    /** What a commit changed, for taking it back. */
    changesOf: (seq: number): { entity: string; entityId: string; version: number; fields: string }[] =>
      sqlite.prepare('SELECT entity, entity_id AS entityId, version, fields FROM record_change WHERE audit_seq = ? ORDER BY entity_id DESC').all(seq) as { entity: string; entityId: string; version: number; fields: string }[],
  };
}
