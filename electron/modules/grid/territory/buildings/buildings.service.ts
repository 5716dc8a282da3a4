import { begunRemovable } from '#electron/database/record-store.ts';
import type { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { checkGrid } from '#electron/modules/grid/register/person-checks.ts';
import type { Actor } from '#shared/contract/actor.ts';
import { fail } from '#shared/errors/app-error.ts';
import { normalisePhone } from '#shared/modules/grid/register/phone.rules.ts';
import { buildingTitle, type Building, type buildingChangeSchema, type BuildingDraft } from '#shared/modules/grid/territory/buildings/building.schema.ts';
import type { BuildingRecord } from './buildings.repository.ts';
import { changed, estateOf } from './estates.service.ts';

type Versioned = { readonly id: string; readonly version: number };

/** Those who are moved or counted whoever asks. */
export const everywhere = (work: Work): Actor => ({ ...work.actor, scope: 'all' });

/** A building that was not removed and lies in the actor's grids. */
export function buildingOf(work: Work, id: string): BuildingRecord {
  const building = work.buildings.find(work.actor, id);
  return building?.removedAt === null ? building : fail('record/not-found', {});
}

export const getBuilding = (work: Work, { id }: { readonly id: string }): Building => work.buildings.get(work.actor, id) ?? fail('record/not-found', {});

function checkDraft(work: Work, draft: Omit<BuildingDraft, 'gridId'>, ownId: string | null): void {
  if (draft.estateId !== null) estateOf(work, draft.estateId);
  if ((draft.lngMicro === null) !== (draft.latMicro === null)) fail('building/half-a-point', {});
  const other = work.buildings.findByName(work.actor.communityId, draft);
  if (other && other.id !== ownId) fail('building/name-taken', { name: draft.name });
}

export function createBuilding(work: Work, draft: BuildingDraft): Building {
  checkGrid(work, draft.gridId);
  checkDraft(work, draft, null);
  const building = { ...begunRemovable(work), ...draft, headPhone: normalisePhone(draft.headPhone) };
  const row = work.buildings.insert(building);
  work.record({ action: 'building.created', entity: 'building', entityId: building.id, detail: { name: draft.name }, changes: [work.rows.creation(row)] });
  return getBuilding(work, building);
}

export function updateBuilding(work: Work, { id, version, ...draft }: z.output<typeof buildingChangeSchema>): Building {
  const building = buildingOf(work, id);
  checkVersion(work, 'building', building, version);
  checkDraft(work, draft, id);
  const before = work.rows.read('building', id);
  work.buildings.replace(changed(work, building, { ...draft, headPhone: normalisePhone(draft.headPhone) }));
  work.record({ action: 'building.changed', entity: 'building', entityId: id, changes: [work.rows.change('building', id, before)] });
  return getBuilding(work, { id });
}

/**
 * The building and its dwellings go to a grid, and with each dwelling the households and persons of it that are filed where it was filed.
 * Who lives there but is filed elsewhere on purpose stays. Also brings dwellings along that stood in another grid than the building.
 */
export function moveWithEverybody(work: Work, { id, version, gridId }: Versioned & { readonly gridId: string }): { readonly changes: RecordChange[]; readonly dwellings: number; readonly persons: number } {
  const building = buildingOf(work, id);
  checkVersion(work, 'building', building, version);
  checkGrid(work, gridId);
  const changes: RecordChange[] = [];
  const note = (entity: string, recordId: string, write: () => void): void => {
    const before = work.rows.read(entity, recordId);
    write();
    changes.push(work.rows.change(entity, recordId, before));
  };
  if (building.gridId !== gridId) note('building', id, () => work.buildings.replace(changed(work, building, { gridId })));
  let persons = 0;
  const dwellingIds = work.rooms.dwellingIdsOf(id);
  for (const dwellingId of dwellingIds) {
    const dwelling = work.dwellings.find(everywhere(work), dwellingId);
    if (!dwelling || dwelling.gridId === gridId) continue;
    note('dwelling', dwellingId, () => work.dwellings.replace(changed(work, dwelling, { gridId })));
    for (const householdId of work.rooms.householdsOf(dwellingId, dwelling.gridId)) {
      const household = work.households.find(everywhere(work), householdId);
      if (household) note('household', householdId, () => work.households.replace(changed(work, household, { gridId })));
    }
    for (const personId of work.rooms.personsOf(dwellingId, dwelling.gridId)) {
      const person = work.persons.find(everywhere(work), personId);
      if (!person) continue;
      note('person', personId, () => work.persons.replace(changed(work, person, { gridId })));
      persons += 1;
    }
  }
  return { changes, dwellings: dwellingIds.length, persons };
}

export function moveBuilding(work: Work, move: Versioned & { readonly gridId: string }): Building {
  const { name } = buildingOf(work, move.id);
  const { changes, dwellings, persons } = moveWithEverybody(work, move);
  const grid = work.grids.find(move.gridId)?.name ?? '';
  work.record({ action: 'building.moved', entity: 'building', entityId: move.id, detail: { name, grid, dwellings, persons }, changes });
  return getBuilding(work, move);
}

/** The building and its rooms go out of the lists; its dwellings stay in the register. Refused with `building/has-people` while anybody lives there. */
export function removeBuilding(work: Work, { id, version, reason }: Versioned & { readonly reason: string }): Record<string, never> {
  const building = buildingOf(work, id);
  checkVersion(work, 'building', building, version);
  const { persons, ...shown } = getBuilding(work, { id });
  if (persons > 0) fail('building/has-people', { persons });
  const removedAt = work.clock.now().toISOString();
  const before = work.rows.read('building', id);
  work.buildings.replace(changed(work, building, { removedAt }));
  const changes = [work.rows.change('building', id, before)];
  for (const room of work.rooms.ofBuilding(id)) {
    const was = work.rows.read('room', room.id);
    work.rooms.replace(changed(work, room, { removedAt }));
    changes.push(work.rows.change('room', room.id, was));
  }
  work.record({ action: 'building.removed', entity: 'building', entityId: id, detail: { name: buildingTitle(shown), reason }, changes });
  return {};
}
