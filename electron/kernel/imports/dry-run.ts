import type { Work } from '#electron/database/unit-of-work.ts';
import { importProfiles } from '#electron/modules.ts';
import { mayDo } from '#shared/contract/actor.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { ImportBatch, ImportRow } from '#shared/kernel/imports/imports.contract.ts';
import type { CheckedRow, FoundTable, ImportProfile, ImportRun, SourceRow } from './import-profile.ts';
import { filledDown, isRemark } from './matching/ledger-rows.ts';
import { recognise, sameTitles } from './recognise.ts';
import type { KeptRow } from './kept-checks.ts';
import type { SheetLayout, StoredBatch, StoredDifference, StoredRow } from './imports.repository.ts';
import { pastedWorkbook } from './workbook-parse.ts';
import { isEmptyRow, unpackWorkbook, type Workbook } from './workbook.ts';

/** A committed import can be taken back for this long. */
const UNDO_DAYS = 30;
const STEP = 500;

export const profileOf = (id: string): ImportProfile => importProfiles.find((profile) => profile.id === id) ?? fail('import/no-table-found', {});

/** The batch, if the actor may see what such a workbook holds: an administrator sees no resident's row. */
export function batchOf(work: Work, batchId: string): StoredBatch {
  const batch = work.imports.findBatch(batchId) ?? fail('record/not-found', {});
  const { permission } = profileOf(batch.profile);
  if (!mayDo(work.actor.roles, permission)) fail('auth/forbidden', { permission });
  return batch;
}

export function openBatchOf(work: Work, batchId: string): StoredBatch {
  const batch = batchOf(work, batchId);
  return batch.status === 'checked' ? batch : fail('import/not-open', {});
}

/** The columns that the file has; the others stand for every row. */
export const ownColumns = (columns: SheetLayout['columns']): SheetLayout['columns'] => columns.filter(({ constant }) => constant === undefined);

export function shownBatch({ sheets, headerHash: _hash, communityId: _community, updatedAt: _updated, committedSeq: _seq, ...batch }: StoredBatch): ImportBatch {
  const first = sheets[0];
  const constants = (first?.columns ?? []).flatMap(({ field, constant }) => (field !== null && constant !== undefined ? [{ field, text: constant }] : []));
  const undoableUntil = batch.committedAt === null || batch.status !== 'committed' ? null : new Date(Date.parse(batch.committedAt) + UNDO_DAYS * 86_400_000).toISOString();
  const shown = (sheet: SheetLayout | undefined) => ownColumns(sheet?.columns ?? []).map(({ index, title, required, field, match = null }) => ({ index, title, required, field, match }));
  const others = sheets.slice(1).filter((sheet) => first && !sameTitles(sheet, first)).map((sheet) => ({ name: sheet.name, columns: shown(sheet) }));
  return { ...batch, sheetName: first?.name ?? '', headerRow: (first?.headerRow ?? 0) + 1, columns: shown(first), otherSheets: others, constants, undoableUntil };
}

export const shownRow = (batch: StoredBatch, row: StoredRow): ImportRow => ({
  row: row.row,
  sheet: batch.sheets.find((sheet) => sheet.sheet === row.sheet)?.name ?? '',
  cells: row.cells.map((cell) => (cell === null ? '' : String(cell))),
  verdict: row.verdict,
  findings: [...row.findings],
  existingId: row.existing?.id ?? null,
  differences: [...row.differences],
});

/** What will become of a row. A choice made earlier stays as long as the same two values face each other. */
function judged(row: Pick<StoredRow, 'sheet' | 'row' | 'cells'>, checked: CheckedRow<unknown>, earlier: readonly StoredDifference[]): StoredRow {
  const differences = (checked.existing?.differences ?? []).map((difference): StoredDifference => {
    const before = earlier.find((old) => old.field === difference.field && old.ours === difference.ours && old.theirs === difference.theirs);
    return { ...difference, choice: before?.choice ?? 'undecided' };
  });
  const isBad = checked.values === null;
  const verdict = checked.aside ? 'skipped' : isBad ? 'bad' : checked.existing === null ? 'new' : differences.length > 0 ? 'changed' : 'same';
  return { ...row, key: checked.key, verdict, findings: checked.findings, existing: checked.existing && { id: checked.existing.id, version: checked.existing.version }, differences: isBad ? [] : differences };
}

const columnOf = (columns: SheetLayout['columns'], field: string | null): number => columns.find((column) => column.field === field)?.index ?? -1;

/** The same row once it is known that row `first` of the file is the same thing. */
function repeated(profile: ImportProfile, sheet: SheetLayout, row: Pick<StoredRow, 'sheet' | 'row' | 'cells'>, checked: CheckedRow<unknown>, first: number): StoredRow {
  const finding = { column: columnOf(sheet.columns, profile.keyField), severity: 'error' as const, code: 'duplicate-in-file', params: { row: first }, suggestion: null };
  return judged(row, { ...checked, values: null, findings: [...checked.findings, finding] }, []);
}

const sourceOf = ({ sheets }: StoredBatch, { sheet, row, cells }: Pick<StoredRow, 'sheet' | 'row' | 'cells'>): SourceRow => ({ sheet, row, cells, columns: sheets.find((layout) => layout.sheet === sheet)?.columns ?? [] });

/** A run over a kept batch that has seen its rows. */
export function runOf(work: Work, batch: StoredBatch): ImportRun<unknown> {
  const run = profileOf(batch.profile).open(work, batch.id);
  run.survey?.(Array.from(work.imports.eachRow(batch.id), (row) => sourceOf(batch, row)));
  return run;
}

/** Checks one row of a kept batch anew; of `sameThings`, another row that stands makes this one a repetition. */
export function recheckedRow(batch: StoredBatch, run: ImportRun<unknown>, row: StoredRow, sameThings: (key: string) => readonly StoredRow[]): StoredRow {
  const profile = profileOf(batch.profile);
  const sheet = batch.sheets.find((layout) => layout.sheet === row.sheet) ?? fail('record/not-found', {});
  const checked = run.check({ ...row, columns: sheet.columns });
  const isOther = (other: StoredRow): boolean => other.sheet !== row.sheet || other.row !== row.row;
  const first = profile.keyField === null ? undefined : sameThings(checked.key).find((other) => isOther(other) && !['bad', 'skipped'].includes(other.verdict));
  return first ? repeated(profile, sheet, row, checked, first.row) : judged(row, checked, row.differences);
}

/** In a table read by meaning, a line that is no record is left out and says so; the clerk may take it after all. */
function remark({ columns }: SheetLayout, row: StoredRow): StoredRow {
  if (row.verdict !== 'bad' || !columns.some(({ match }) => match) || !isRemark(row.cells, columns)) return row;
  return { ...row, verdict: 'skipped', findings: [{ column: -1, severity: 'warning', code: 'no-record', params: {}, suggestion: null }] };
}

const layoutOf = (workbook: Workbook, table: FoundTable): SheetLayout => {
  const sheet = workbook.sheets[table.sheet];
  return { ...table, top: sheet?.rows.slice(0, table.headerRow + 1) ?? [], merges: sheet?.merges.filter((merge) => merge.endRow <= table.headerRow) ?? [] };
};

/**
 * Checks and stores every row. Of rows that are the same thing the first sound one stands, because a number copied by mistake betrays
 * itself by the birth and sex around it; where none is sound, the first stands as it is. Every other is a repetition of that row.
 */
function stageRows(work: Work, batch: StoredBatch, workbook: Workbook): void {
  const profile = profileOf(batch.profile);
  const run = profile.open(work, batch.id);
  run.survey?.(batch.sheets.flatMap((sheet) => (workbook.sheets[sheet.sheet]?.rows ?? []).flatMap((cells, index) => (index <= sheet.headerRow || isEmptyRow(cells) ? [] : [sourceOf(batch, { sheet: sheet.sheet, row: index + 1, cells })]))));
  const total = batch.sheets.reduce((sum, sheet) => sum + (workbook.sheets[sheet.sheet]?.rows.length ?? 0), 0);
  const checkedRows: { readonly sheet: SheetLayout; readonly row: Pick<StoredRow, 'sheet' | 'row' | 'cells'>; readonly checked: CheckedRow<unknown> }[] = [];
  const standing = new Map<string, { readonly sheet: number; readonly row: number; readonly sound: boolean }>();
  for (const sheet of batch.sheets) {
    for (const [index, cells] of (workbook.sheets[sheet.sheet]?.rows ?? []).entries()) {
      if (index <= sheet.headerRow || isEmptyRow(cells)) continue;
      if (checkedRows.length % STEP === 0) work.step(checkedRows.length, total);
      const row = { sheet: sheet.sheet, row: index + 1, cells };
      const checked = run.check({ ...row, columns: sheet.columns });
      checkedRows.push({ sheet, row, checked });
      const before = standing.get(checked.key);
      if (checked.key !== '' && (before === undefined || (!before.sound && checked.values !== null))) standing.set(checked.key, { sheet: row.sheet, row: row.row, sound: checked.values !== null });
    }
  }
  const fresh: KeptRow[] = [];
  const rows = checkedRows.map(({ sheet, row, checked }) => {
    const stands = profile.keyField === null ? undefined : standing.get(checked.key);
    if (stands && (stands.row !== row.row || stands.sheet !== row.sheet)) return repeated(profile, sheet, row, checked, stands.row);
    const stored = remark(sheet, judged(row, checked, []));
    if (stored.verdict === 'new') fresh.push({ sheet: row.sheet, row: row.row, values: checked.values });
    return stored;
  });
  work.imports.insertRows(batch.id, rows);
  // the batch is stored once more with its counts, which moves its version on
  if (run.recall) work.keptChecks.keep(batch.id, batch.version + 1, { basis: run.recall.basis, auditSeq: work.auditEntries.head().seq, fresh, bad: rows.filter((row) => row.verdict === 'bad') });
}

/**
 * The dry run of a workbook: finds its tables, checks every row and keeps the verdicts; nothing of the register changes. Errors: those of
 * `findForm`, `auth/forbidden`, `task/cancelled`.
 */
export const stageBatch = (work: Work, input: { readonly profile: string | null; readonly fileName: string; readonly workbook: unknown }): ImportBatch =>
  stageWorkbook(work, { ...input, workbook: unpackWorkbook(input.workbook as Uint8Array) }); // packed by the parser's process

/** Rows that were pasted instead of opened. Errors: those of `stageBatch` and of reading separated text. */
export const pasteRows = (work: Work, { text, name, profile }: { readonly text: string; readonly name: string; readonly profile?: string | undefined }): ImportBatch =>
  stageWorkbook(work, { profile: profile ?? null, fileName: name, workbook: pastedWorkbook(text, name) });

function stageWorkbook(work: Work, input: { readonly profile: string | null; readonly fileName: string; readonly workbook: Workbook }): ImportBatch {
  const { profile, tables, asksKind, hash } = recognise(work, input.workbook, input.profile);
  if (!mayDo(work.actor.roles, profile.permission)) fail('auth/forbidden', { permission: profile.permission });
  const isLedger = tables.some(({ columns }) => columns.some(({ match }) => match));
  const workbook = isLedger || profile.sheetwise ? { sheets: input.workbook.sheets.map((sheet, index) => filledDown(sheet, tables.find((table) => table.sheet === index)?.headerRow ?? -1)) } : input.workbook;
  const now = work.clock.now().toISOString();
  const sheets = tables.map((table) => layoutOf(workbook, table));
  const none = { total: 0, new: 0, changed: 0, same: 0, bad: 0, skipped: 0, normalised: 0, undecided: 0 };
  const batch: StoredBatch = { id: work.clock.newId(), version: 1, communityId: work.actor.communityId, createdAt: now, updatedAt: now, profile: profile.id, fileName: input.fileName, headerHash: hash, asksKind, sheets, status: 'checked', counts: none, createdBy: work.actor.displayName, committedAt: null, committedSeq: null };
  work.imports.insertBatch(batch);
  stageRows(work, batch, workbook);
  const counted = { ...batch, counts: work.imports.counts(batch.id) };
  work.imports.updateBatch(counted, now);
  work.record({ action: 'import.checked', entity: 'import_batch', entityId: batch.id, detail: { file: input.fileName, profile: profile.id, rows: counted.counts.total, bad: counted.counts.bad } });
  return shownBatch({ ...counted, version: batch.version + 1 });
}
