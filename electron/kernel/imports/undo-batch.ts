import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { ImportBatch } from '#shared/kernel/imports/imports.contract.ts';
import { batchOf, profileOf, shownBatch } from './dry-run.ts';
import type { ImportProfile, Kept } from './import-profile.ts';

type Change = { readonly entity: string; readonly entityId: string; readonly version: number; readonly fields: string };

const STEP = 500;
const COLUMN = /^[a-z_]+$/;

/** The columns as they were before the import, by the history it wrote. */
function earlier(fields: string): Record<string, string | number | null> {
  const pairs = Object.entries(JSON.parse(fields) as Record<string, [string | number | null, unknown]>); // written by changeOf
  return Object.fromEntries(pairs.filter(([column]) => COLUMN.test(column)).map(([column, [before]]) => [column, before]));
}

/** Takes one record back, or leaves it when somebody changed it since; null means it was left. */
function undoOne(work: Work, profile: ImportProfile, change: Change, brought: ReadonlySet<string>): readonly RecordChange[] | null {
  const { entity, entityId } = change;
  const present = work.rows.read(entity, entityId);
  if (!present || Number(present['version']) !== change.version) return null;
  const against = profile.turnRound?.(work, entity, entityId);
  if (against) return against.length === 0 ? null : against;
  const before = earlier(change.fields);
  if (Object.keys(before).length > 0) {
    work.rows.restore(entity, entityId, before, work.clock.now().toISOString());
    profile.refresh(work, entity, entityId);
    return [work.rows.change(entity, entityId, present)];
  }
  if (!profile.mayRemove(work, entity, entityId, brought)) return null;
  if ('removed_at' in present) {
    const now = work.clock.now().toISOString();
    work.rows.restore(entity, entityId, { removed_at: now }, now);
    return [work.rows.change(entity, entityId, present)];
  }
  work.rows.remove(entity, entityId);
  return [work.rows.removal(entity, present)];
}

/**
 * Takes a committed import back as a whole: what it brought goes, what it changed is as before. A record that a person changed since
 * stays as it is and is counted; where the count does not say enough, the kind of import says why. Errors: `import/not-open` for a batch that was never committed, `import/undo-expired` after 30 days.
 */
export function undoBatch(work: Work, { batchId }: { readonly batchId: string }): { batch: ImportBatch; undone: number; kept: number; reasons: Kept[] } {
  const batch = batchOf(work, batchId);
  if (batch.status !== 'committed' || batch.committedSeq === null) return fail('import/not-open', {});
  const until = shownBatch(batch).undoableUntil;
  if (until === null || work.clock.now().toISOString() > until) fail('import/undo-expired', {});
  const profile = profileOf(batch.profile);
  const place = (entity: string): number => profile.undoOrder.indexOf(entity);
  const changes = work.imports.changesOf(batch.committedSeq).toSorted((a, b) => place(a.entity) - place(b.entity));
  const brought = new Set(changes.map(({ entityId }) => entityId));
  const undone: RecordChange[] = [];
  const left: Change[] = [];
  for (const [index, change] of changes.entries()) {
    if (index % STEP === 0) work.step(index, changes.length);
    const result = undoOne(work, profile, change, brought);
    if (result) undone.push(...result);
    else left.push(change);
  }
  const now = work.clock.now().toISOString();
  const next = { ...batch, status: 'undone' as const };
  work.imports.updateBatch(next, now);
  work.record({ action: 'import.undone', entity: 'import_batch', entityId: batch.id, detail: { file: batch.fileName, undone: changes.length - left.length, kept: left.length }, changes: undone });
  const reasons = left.flatMap(({ entity, entityId }) => profile.whyKept?.(work, entity, entityId, brought) ?? []);
  return { batch: shownBatch({ ...next, version: batch.version + 1 }), undone: changes.length - left.length, kept: left.length, reasons };
}
