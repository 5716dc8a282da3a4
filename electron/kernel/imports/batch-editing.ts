import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { ImportBatch, ImportRow } from '#shared/kernel/imports/imports.contract.ts';
import type { MappedColumn } from './import-profile.ts';
import { constantColumns, sameTitles } from './recognise.ts';
import { openBatchOf, profileOf, recheckedRow, runOf, shownBatch, shownRow } from './dry-run.ts';
import type { StoredBatch, StoredDifference, StoredRow } from './imports.repository.ts';

type RowPlace = { readonly batchId: string; readonly sheet: string; readonly row: number };

const STEP = 500;

function rowOf(work: Work, batch: StoredBatch, { sheet, row }: Omit<RowPlace, 'batchId'>): StoredRow {
  const layout = batch.sheets.find((candidate) => candidate.name === sheet) ?? fail('record/not-found', {});
  return work.imports.findRow(batch.id, layout.sheet, row) ?? fail('record/not-found', {});
}

/** Counts anew, stores the batch and puts the step on record: a dry run is working state, its entry holds no cell. */
export function saved(work: Work, batch: StoredBatch, action: string, detail: Record<string, string | number | boolean> = {}): ImportBatch {
  const counted = { ...batch, counts: work.imports.counts(batch.id) };
  work.imports.updateBatch(counted, work.clock.now().toISOString());
  work.record({ action, entity: 'import_batch', entityId: batch.id, detail });
  return shownBatch({ ...counted, version: batch.version + 1 });
}

type Assigned = { readonly batchId: string; readonly version: number; readonly columns: readonly { readonly index: number; readonly field: string | null }[]; readonly constants: readonly { readonly field: string; readonly text: string }[] };

/** A column as the clerk confirmed or chose it; its words belong to the field they were given for. */
function answered({ words, ...column }: MappedColumn, field: string | null): MappedColumn {
  const isSame = column.field === field;
  return { ...column, field, ...(isSame && words && { words }), ...(column.match && { match: { ...column.match, asks: false, ...(isSame ? {} : { how: 'chosen' as const, certainty: 100 }) } }) };
}

/**
 * Columns told what they are, and what stands for every row where a column is missing, for this batch and every later file with the same
 * header; all rows are checked anew. Errors: `record/conflict`, `validation/failed`.
 */
export function setColumns(work: Work, { batchId, version, columns, constants }: Assigned): ImportBatch {
  const batch = openBatchOf(work, batchId);
  if (batch.version !== version) fail('record/conflict', { by: batch.createdBy, at: batch.updatedAt });
  const profile = profileOf(batch.profile);
  const known = new Set(profile.fields.map((field) => field.field));
  const fieldOf = (index: number): string | null => columns.find((column) => column.index === index)?.field ?? null;
  const used = [...columns.flatMap((column) => (column.field === null ? [] : [column.field])), ...constants.map(({ field }) => field)];
  if (profile.find || used.some((field) => !known.has(field)) || new Set(used).size < used.length) fail('validation/failed', { issues: [{ path: 'columns', code: 'invalid_value' }] });
  const next: StoredBatch = { ...batch, sheets: batch.sheets.map((sheet) => {
    const own = sheet.columns.filter(({ constant }) => constant === undefined);
    return { ...sheet, columns: [...(sameTitles(sheet, batch.sheets[0]) ? own.map((column) => answered(column, fieldOf(column.index))) : own), ...constantColumns(constants)] };
  }) };
  const width = Math.max(0, ...columns.map((column) => column.index)) + 1;
  const isTitled = (batch.sheets[0]?.headerRow ?? -1) >= 0; // without titles one table looks like any other
  if (isTitled) work.imports.rememberMapping({ id: work.clock.newId(), communityId: work.actor.communityId, profile: batch.profile, headerHash: batch.headerHash, fields: Array.from({ length: width }, (_, index) => fieldOf(index)), constants, now: work.clock.now().toISOString() });
  recheckAll(work, next);
  return saved(work, next, 'import.columns-set', { columns: used.length });
}

/** Every row of a batch anew, in file order: a row stands when no earlier one of the same thing does. */
export function recheckAll(work: Work, batch: StoredBatch): void {
  const run = runOf(work, batch);
  const standing = new Map<string, StoredRow>();
  const rows = work.imports.allRows(batch.id).map((row, index, all) => {
    if (index % STEP === 0) work.step(index, all.length);
    if (row.verdict === 'skipped' && !run.survey) return row;
    const next = recheckedRow(batch, run, row, (key) => [standing.get(key)].filter((other) => other !== undefined));
    if (row.verdict === 'skipped' && next.verdict !== 'skipped') return row; // left out by the clerk, not by the table
    if (next.key !== '' && next.verdict !== 'bad') standing.set(next.key, next);
    return next;
  });
  work.imports.putRows(batch.id, rows);
}

/** Stores a changed row, then looks again at the rows that were, or now are, the same thing: they may repeat it, or no longer do. */
function storeAndRecheck(work: Work, batch: StoredBatch, before: StoredRow, after: StoredRow): void {
  work.imports.putRows(batch.id, [after]);
  const run = runOf(work, batch);
  if (run.survey) return recheckAll(work, batch); // a sum may be right now, or no longer
  for (const key of new Set([before.key, after.key])) {
    for (const row of work.imports.rowsWithKey(batch.id, key)) {
      if ((row.sheet === after.sheet && row.row === after.row) || row.verdict === 'skipped') continue;
      work.imports.putRows(batch.id, [recheckedRow(batch, run, row, (same) => work.imports.rowsWithKey(batch.id, same))]);
    }
  }
}

/** One cell corrected in place; the row is checked anew. */
export function fixCell(work: Work, { batchId, column, text, ...place }: RowPlace & { readonly column: number; readonly text: string }): ImportRow {
  const batch = openBatchOf(work, batchId);
  const row = rowOf(work, batch, place);
  const cells = Array.from({ length: Math.max(row.cells.length, column + 1) }, (_, index) => (index === column ? text : (row.cells[index] ?? null)));
  const next = recheckedRow(batch, runOf(work, batch), { ...row, cells }, (key) => work.imports.rowsWithKey(batch.id, key));
  storeAndRecheck(work, batch, row, next);
  saved(work, batch, 'import.cell-fixed', { row: row.row, column });
  return shownRow(batch, rowOf(work, batch, place));
}

export function skipRow(work: Work, { batchId, skip, ...place }: RowPlace & { readonly skip: boolean }): ImportRow {
  const batch = openBatchOf(work, batchId);
  const row = rowOf(work, batch, place);
  const checked = (): StoredRow => recheckedRow(batch, runOf(work, batch), row, (key) => work.imports.rowsWithKey(batch.id, key));
  const next = skip ? { ...row, verdict: 'skipped' as const } : checked();
  storeAndRecheck(work, batch, row, next);
  saved(work, batch, skip ? 'import.row-skipped' : 'import.row-taken', { row: row.row });
  return shownRow(batch, next);
}

/** Theirs or ours, for the named fields of one row, or for everything still undecided in the batch. */
export function chooseDifferences(work: Work, input: { readonly batchId: string; readonly sheet?: string | undefined; readonly row?: number | undefined; readonly fields?: readonly string[] | undefined; readonly choice: 'theirs' | 'ours' }): ImportBatch {
  const batch = openBatchOf(work, input.batchId);
  const isOne = input.row !== undefined && input.sheet !== undefined;
  const rows = isOne ? [rowOf(work, batch, { sheet: input.sheet ?? '', row: input.row ?? 0 })] : work.imports.allRows(batch.id, ['changed']);
  const isMeant = (difference: StoredDifference): boolean => (isOne ? (input.fields?.includes(difference.field) ?? true) : difference.choice === 'undecided');
  work.imports.putRows(batch.id, rows.map((row) => ({ ...row, differences: row.differences.map((difference) => (isMeant(difference) ? { ...difference, choice: input.choice } : difference)) })));
  return saved(work, batch, 'import.differences-chosen', { rows: rows.length, choice: input.choice });
}

export function discardBatch(work: Work, { batchId }: { readonly batchId: string }): Record<string, never> {
  const batch = openBatchOf(work, batchId);
  work.imports.replaceRows(batch.id, []);
  work.imports.updateBatch({ ...batch, status: 'discarded' }, work.clock.now().toISOString());
  work.record({ action: 'import.discarded', entity: 'import_batch', entityId: batch.id, detail: { file: batch.fileName } });
  return {};
}
