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
