import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { Finding, ImportBatch } from '#shared/kernel/imports/imports.contract.ts';
import { openBatchOf, runOf, shownBatch } from './dry-run.ts';
import type { ImportRun } from './import-profile.ts';
import type { StoredBatch, StoredRow } from './imports.repository.ts';
import type { KeptChecks } from './kept-checks.ts';

const STEP = 500;

/** A row as it stands at the commit: to be written, or to stay in the batch. */
type Standing =
  | { readonly kind: 'accepted'; readonly values: unknown; readonly existing: { readonly id: string; readonly theirs: ReadonlySet<string> } | null }
  | { readonly kind: 'overtaken' | 'left'; readonly row: StoredRow };

/** Fields of an existing record for which the file's value was chosen. */
const theirs = (row: StoredRow): ReadonlySet<string> => new Set(row.differences.filter((difference) => difference.choice === 'theirs').map((difference) => difference.field));

function overtaken(row: StoredRow, findings: readonly Finding[]): Standing {
  const meanwhile: Finding = { column: -1, severity: 'error', code: 'changed-meanwhile', params: {}, suggestion: null };
  return { kind: 'overtaken', row: { ...row, verdict: 'bad', findings: [...findings, meanwhile], existing: null, differences: [] } };
}

/** Every row checked once more from its cells. */
function* checkedAgain(work: Work, batch: StoredBatch, run: ImportRun<unknown>): Generator<Standing> {
  for (const row of work.imports.eachRow(batch.id)) {
    if (row.verdict === 'bad' || row.verdict === 'skipped') yield { kind: 'left', row };
    if (row.verdict !== 'new' && row.verdict !== 'changed') continue;
    const sheet = batch.sheets.find((layout) => layout.sheet === row.sheet) ?? fail('record/not-found', {});
    const checked = run.check({ ...row, columns: sheet.columns });
    const isAsBefore = checked.existing?.id === row.existing?.id && checked.existing?.version === row.existing?.version;
    if (checked.values === null || !isAsBefore) yield overtaken(row, checked.findings);
    else if (!row.existing) yield { kind: 'accepted', values: checked.values, existing: null };
    else if (theirs(row).size > 0) yield { kind: 'accepted', values: checked.values, existing: { id: row.existing.id, theirs: theirs(row) } };
  }
}

/** The rows as the dry run left them; where anything was changed since, whether their record has come into the register meanwhile is asked again. */
function* asChecked(work: Work, batch: StoredBatch, recall: NonNullable<ImportRun<unknown>['recall']>, kept: KeptChecks): Generator<Standing> {
  const isUntouched = !work.auditEntries.hasChangedSince(kept.auditSeq);
  for (const { sheet, row, values } of kept.fresh) {
    if (isUntouched || recall.existing(values) === null) yield { kind: 'accepted', values, existing: null };
    else {
      const stored = work.imports.findRow(batch.id, sheet, row) ?? fail('record/not-found', {});
      yield overtaken(stored, stored.findings);
    }
  }
  for (const row of kept.bad) yield { kind: 'left', row };
}

const byPlace = (a: StoredRow, b: StoredRow): number => a.sheet - b.sheet || a.row - b.row;

/**
 * Writes every accepted row in one transaction with one audit entry that lists each record. The register may have moved since the dry run:
 * a row that is no longer sound, or whose record was changed by somebody, stays behind undecided. Bad and skipped rows are kept for the
 * bad-rows workbook, the others leave no copy of their cells.
 * Errors: `import/not-open`, `import/kind-undecided`, `import/columns-undecided`, `import/undecided-left`, `import/nothing-to-commit`, `task/cancelled`.
 */
export function commitStaged(work: Work, { batchId }: { readonly batchId: string }): ImportBatch {
  const batch = openBatchOf(work, batchId);
  if (batch.asksKind) fail('import/kind-undecided', {});
  const asking = (batch.sheets[0]?.columns ?? []).filter(({ match }) => match?.asks).length;
  if (asking > 0) fail('import/columns-undecided', { columns: asking });
  const before = work.imports.counts(batch.id);
  if (before.undecided > 0) fail('import/undecided-left', { rows: before.undecided });
  const run = runOf(work, batch);
  const { recall } = run;
  const kept = recall ? work.keptChecks.take(batch, recall.basis) : null;
  const changes: RecordChange[] = [];
  const staying: StoredRow[] = [];
  const written = { new: 0, changed: 0, overtaken: 0 };
  let done = 0;
  for (const standing of recall && kept ? asChecked(work, batch, recall, kept) : checkedAgain(work, batch, run)) {
    if (done % STEP === 0) work.step(done, before.total);
    done += 1;
    if (standing.kind === 'accepted') {
      changes.push(...run.commit(standing.values, standing.existing));
      written[standing.existing ? 'changed' : 'new'] += 1;
    } else {
      staying.push(standing.row);
      if (standing.kind === 'overtaken') written.overtaken += 1;
    }
  }
  changes.push(...run.finish());
  if (changes.length === 0) fail('import/nothing-to-commit', {});
  const counts = { ...before, new: written.new, changed: written.changed, bad: before.bad + written.overtaken, undecided: 0 };
  const now = work.clock.now().toISOString();
  const { seq } = work.record({ action: 'import.committed', entity: 'import_batch', entityId: batch.id, detail: { file: batch.fileName, profile: batch.profile, new: written.new, changed: written.changed, bad: counts.bad }, changes });
  work.imports.replaceRows(batch.id, staying.toSorted(byPlace));
  const committed = { ...batch, status: 'committed' as const, counts, committedAt: now, committedSeq: seq };
  work.imports.updateBatch(committed, now);
  work.step(before.total, before.total);
  return shownBatch({ ...committed, version: batch.version + 1 });
}
