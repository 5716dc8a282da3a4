import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { Raise, RaiseSimulation, SubsidyDraft, SubsidyRow } from '#shared/modules/staff/grades/subsidy.schema.ts';
import { added, begunRemovable, current, rewritten, takenOut } from '#electron/database/record-store.ts';

type Versioned = { readonly id: string; readonly version: number };
const rowOf = (work: Work, id: string): SubsidyRow => work.subsidies.row(id) ?? fail('record/not-found', {});

function checkDay(work: Work, { grade, fromOn }: SubsidyDraft, ownId: string | null): void {
  const same = work.subsidies.at(work.actor.communityId, grade, fromOn);
  if (same && same.id !== ownId) fail('subsidy/day-taken', { fromOn });
}

/** Error: `subsidy/day-taken` when the grade has an amount from that day already. */
export function addSubsidy(work: Work, draft: SubsidyDraft): SubsidyRow {
  checkDay(work, draft, null);
  const subsidy = { ...begunRemovable(work), ...draft };
  work.record({ action: 'subsidy.set', entity: 'grade_subsidy', entityId: subsidy.id, changes: [added(work, work.subsidies, subsidy)] });
  return rowOf(work, subsidy.id);
}

export function updateSubsidy(work: Work, { id, version, ...draft }: Versioned & SubsidyDraft): SubsidyRow {
  const subsidy = current(work, work.subsidies, { id, version });
  checkDay(work, draft, id);
  work.record({ action: 'subsidy.changed', entity: 'grade_subsidy', entityId: id, changes: [rewritten(work, work.subsidies, subsidy, draft)] });
  return rowOf(work, id);
}

export function removeSubsidy(work: Work, one: Versioned): Record<string, never> {
  work.record({ action: 'subsidy.removed', entity: 'grade_subsidy', entityId: one.id, changes: [takenOut(work, work.subsidies, current(work, work.subsidies, one))] });
  return {};
}

/** The year as it runs and as it would be; `moreFen` may be less than nothing. */
export function simulateRaise(work: Work, { year, raises }: { readonly year: number; readonly raises: readonly Raise[] }): RaiseSimulation {
  const now = work.subsidies.yearTotal(year);
  const raised = work.subsidies.yearTotal(year, raises);
  return { now, raised, moreFen: raised.totalFen - now.totalFen };
}
