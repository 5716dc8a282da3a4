import { begunRemovable } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { MatterSheet, UnitRef } from '#shared/modules/grid/matters/matter.schema.ts';
import { matterSheet } from './matter-sheet.ts';
import { checkUnit } from './matter-units.ts';
import { matterAt } from './move.service.ts';

/** Units that must read a matter and may not act on it; one that has it already is not told twice. Errors: `matter/unit-has-it`, those of units. */
export function copyMatter(work: Work, { id, version, units }: { readonly id: string; readonly version: number; readonly units: readonly UnitRef[] }): MatterSheet {
  const matter = matterAt(work, { id, version });
  const known = [{ kind: matter.unitKind, id: matter.unitId }, ...work.matterMoves.besideOf(id).map(({ unitKind, unitId }) => ({ kind: unitKind, id: unitId }))];
  const changes = units.map((unit) => {
    checkUnit(work, unit);
    if (known.some((one) => one.kind === unit.kind && one.id === unit.id)) fail('matter/unit-has-it', {});
    known.push(unit);
    return work.rows.creation(work.matterMoves.insertBeside({ ...begunRemovable(work), matterId: id, role: 'copy', unitKind: unit.kind, unitId: unit.id, readAt: null, readBy: '' }));
  });
  work.record({ action: 'matter.copied', entity: 'matter_unit', entityId: changes[0]?.entityId ?? '', detail: { number: matter.number, count: changes.length }, changes });
  return matterSheet(work, id);
}

/** The unit said that it read its copy. Errors: `record/not-found`, `record/conflict`. */
export function confirmCopyRead(work: Work, { id, version }: { readonly id: string; readonly version: number }): Record<string, never> {
  const beside = work.matterMoves.findBeside(id) ?? fail('record/not-found', {});
  if (beside.role !== 'copy' || beside.readAt !== null || !work.matters.find(work.actor, beside.matterId)) fail('record/not-found', {});
  checkVersion(work, 'matter_unit', beside, version);
  const before = work.rows.read('matter_unit', id);
  const now = work.clock.now().toISOString();
  work.matterMoves.replaceBeside({ ...beside, readAt: now, readBy: work.actor.displayName, version: version + 1, updatedAt: now });
  work.record({ action: 'matter.copy-read', entity: 'matter_unit', entityId: id, changes: [work.rows.change('matter_unit', id, before)] });
  return {};
}

/** The whole phone of whoever brought a matter, against a reason and within the day's limit, which it shares with the register. Errors: `person/reveal-limit`, `matter/nothing-to-reveal`. */
export function revealMatterPhone(work: Work, { id, reason }: { readonly id: string; readonly reason: string }): { value: string; leftToday: number } {
  const matter = work.matters.find(work.actor, id) ?? fail('record/not-found', {});
  const limit = work.settings.get().revealsPerDay;
  const used = work.auditEntries.countOnDay(work.actor.userId, 'person.revealed', work.today);
  if (used >= limit) fail('person/reveal-limit', { limit });
  const value = matter.partyPhone || (matter.personId === null ? '' : (work.persons.find(work.actor, matter.personId)?.phone ?? ''));
  if (value === '') fail('matter/nothing-to-reveal', {});
  work.record({ action: 'person.revealed', entity: 'matter', entityId: id, detail: { field: 'partyPhone', reason } });
  return { value, leftToday: limit - used - 1 };
}
