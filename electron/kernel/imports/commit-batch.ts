import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { ImportBatch } from '#shared/kernel/imports/imports.contract.ts';
import { openBatchOf, profileOf, shownBatch } from './dry-run.ts';
import type { StoredRow } from './imports.repository.ts';

const STEP = 500;

/** Fields of an existing record for which the file's value was chosen. */
const theirs = (row: StoredRow): ReadonlySet<string> => new Set(row.differences.filter((difference) => difference.choice === 'theirs').map((difference) => difference.field));

/**
 * Writes every accepted row in one transaction with one audit entry that lists each record. Each row is checked once more first, because
 * the register may have moved since the dry run: a row that is no longer sound, or whose record was changed by somebody, stays behind
 * undecided. Bad and skipped rows are kept for the bad-rows workbook, the others leave no copy of their cells.
 * Errors: `import/not-open`, `import/undecided-left`, `import/nothing-to-commit`, `task/cancelled`.
 */
export function commitStaged(work: Work, { batchId }: { readonly batchId: string }): ImportBatch {
  const batch = openBatchOf(work, batchId);
  const profile = profileOf(batch.profile);
  const undecided = work.imports.counts(batch.id).undecided;
  if (undecided > 0) fail('import/undecided-left', { rows: undecided });
  const rows = work.imports.allRows(batch.id, ['new', 'changed']);
  const run = profile.open(work, batch.id);
  const changes: RecordChange[] = [];
  const overtaken: StoredRow[] = [];
  const written = { new: 0, changed: 0 };
  for (const [index, row] of rows.entries()) {
    if (index % STEP === 0) work.step(index, rows.length);
    const sheet = batch.sheets.find((layout) => layout.sheet === row.sheet) ?? fail('record/not-found', {});
    const checked = run.check({ ...row, columns: sheet.columns });
    const isAsBefore = checked.existing?.id === row.existing?.id && checked.existing?.version === row.existing?.version;
    if (checked.values === null || !isAsBefore) {
      overtaken.push({ ...row, verdict: 'bad', findings: [...checked.findings, { column: -1, severity: 'error', code: 'changed-meanwhile', params: {}, suggestion: null }], existing: null, differences: [] });
      continue;
    }
    const chosen = theirs(row);
    if (row.existing && chosen.size === 0) continue;
    changes.push(...run.commit(checked.values, row.existing ? { id: row.existing.id, theirs: chosen } : null));
    written[row.existing ? 'changed' : 'new'] += 1;
  }
  changes.push(...run.finish());
  if (changes.length === 0) fail('import/nothing-to-commit', {});
  work.imports.putRows(batch.id, overtaken);
  const counts = { ...work.imports.counts(batch.id), new: written.new, changed: written.changed, undecided: 0 };
  const now = work.clock.now().toISOString();
  const { seq } = work.record({ action: 'import.committed', entity: 'import_batch', entityId: batch.id, detail: { file: batch.fileName, profile: batch.profile, new: written.new, changed: written.changed, bad: counts.bad }, changes });
  work.imports.removeRows(batch.id, ['new', 'changed', 'same']);
  const committed = { ...batch, status: 'committed' as const, counts, committedAt: now, committedSeq: seq };
  work.imports.updateBatch(committed, now);
  work.step(rows.length, rows.length);
  return shownBatch({ ...committed, version: batch.version + 1 });
}
