import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { ForeignWord, ImportBatch } from '#shared/kernel/imports/imports.contract.ts';
import { recheckAll, saved } from './batch-editing.ts';
import { valuesOf } from './describe-form.ts';
import { batchOf, openBatchOf, profileOf } from './dry-run.ts';
import type { MappedColumn } from './import-profile.ts';
import type { StoredBatch } from './imports.repository.ts';
import { tidyText } from './row-check.ts';
import { textOf } from './workbook.ts';

const NOT_OURS = new Set(['unknown-code', 'unknown-grid', 'grid-closed']);

const columnsOf = (batch: StoredBatch): readonly MappedColumn[] => batch.sheets[0]?.columns ?? [];
const isChosen = (column: MappedColumn, text: string): boolean => column.words !== undefined && Object.hasOwn(column.words, text);

/** The file's words that no list of the desk has, each once for its column, most frequent first; those with a choice stay in the list. */
export function listWords(work: Work, { batchId }: { readonly batchId: string }): ForeignWord[] {
  const batch = batchOf(work, batchId);
  const columns = columnsOf(batch);
  const found = new Map<string, ForeignWord>();
  const meet = (column: MappedColumn, text: string, suggestion: string | null): void => {
    const key = `${column.index} ${text}`;
    const before = found.get(key);
    const means = isChosen(column, text) ? (column.words?.[text] ?? '') : null;
    found.set(key, before ? { ...before, rows: before.rows + 1 } : { column: column.index, field: column.field ?? '', text, rows: 1, means, suggestion });
  };
  const translated = columns.filter(({ words }) => words !== undefined);
  for (const row of work.imports.eachRow(batch.id)) {
    for (const finding of row.findings) {
      const column = NOT_OURS.has(finding.code) ? columns.find(({ index }) => index === finding.column) : undefined;
      if (column) meet(column, tidyText(textOf(row.cells[column.index])), finding.suggestion);
    }
    for (const column of translated) {
      const text = tidyText(textOf(row.cells[column.index]));
      if (isChosen(column, text)) meet(column, text, null);
    }
  }
  return [...found.values()].toSorted((a, b) => a.column - b.column || b.rows - a.rows);
}

type Choice = { readonly column: number; readonly text: string; readonly means: string | null };

function withChoices(column: MappedColumn, choices: readonly Choice[]): MappedColumn {
  const { words: before, ...rest } = column;
  const words = { ...before };
  for (const { text, means } of choices) {
    if (means === null) delete words[text];
    else words[text] = means;
  }
  return Object.keys(words).length === 0 ? rest : { ...rest, words };
}

/**
 * What words of the file mean, for all its rows and for later files with the same titles; the empty word leaves the field empty. The file's
 * own word is kept with the record. Errors: `record/conflict`, `validation/failed` for a column without a list or a word that is none of ours.
 */
export function setWords(work: Work, { batchId, version, words }: { readonly batchId: string; readonly version: number; readonly words: readonly Choice[] }): ImportBatch {
  const batch = openBatchOf(work, batchId);
  if (batch.version !== version) fail('record/conflict', { by: batch.createdBy, at: batch.updatedAt });
  const { fields } = profileOf(batch.profile);
  for (const index of new Set(words.map(({ column }) => column))) {
    const choices = words.filter((word) => word.column === index);
    const column = columnsOf(batch).find((candidate) => candidate.index === index && candidate.field !== null);
    const allowed = new Set(['', ...valuesOf(work, fields.find(({ field }) => field === column?.field) ?? {})]);
    if (!column || allowed.size === 1 || choices.some(({ means }) => means !== null && !allowed.has(means))) fail('validation/failed', { issues: [{ path: 'words', code: 'invalid_value' }] });
    for (const { text, means } of choices) work.imports.rememberWord({ id: work.clock.newId(), communityId: work.actor.communityId, profile: batch.profile, headerHash: batch.headerHash, field: column?.field ?? '', word: text, means, now: work.clock.now().toISOString() });
  }
  const next: StoredBatch = { ...batch, sheets: batch.sheets.map((sheet) => ({ ...sheet, columns: sheet.columns.map((column) => withChoices(column, words.filter((word) => word.column === column.index))) })) };
  recheckAll(work, next);
  return saved(work, next, 'import.words-set', { words: words.length });
}
