import { begunRemovable } from '#electron/database/record-store.ts';
import type { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { dwellingChangeSchema, DwellingDraft, DwellingSheet } from '#shared/modules/grid/register/dwelling.schema.ts';
import type { householdChangeSchema, HouseholdDraft, HouseholdSheet } from '#shared/modules/grid/register/household.schema.ts';
import { maskPhone } from '#shared/modules/grid/register/masking.rules.ts';
import { normalisePhone } from '#shared/modules/grid/register/phone.rules.ts';
import { checkGrid } from './person-checks.ts';

type HouseholdChange = z.output<typeof householdChangeSchema>;
type DwellingChange = z.output<typeof dwellingChangeSchema>;

const created = (work: Work) => ({ ...begunRemovable(work), importBatchId: null });

export function getHousehold(work: Work, { id }: { readonly id: string }): HouseholdSheet {
  const household = work.households.find(work.actor, id);
  if (!household || household.removedAt !== null) return fail('record/not-found', {});
  const { rowNo: _r, communityId: _c, importBatchId: _b, removedAt: _a, ...fields } = household;
  return {
    ...fields,
    headName: (household.headId && work.persons.find(work.actor, household.headId)?.name) || '',
    gridName: (household.gridId && work.grids.find(household.gridId)?.name) || '',
    dwellingAddress: (household.dwellingId && work.dwellings.find(work.actor, household.dwellingId)?.address) || '',
    members: work.persons.ofHousehold(work.actor, id),
  };
}

function checkHousehold(work: Work, draft: HouseholdDraft, ownId: string | null): void {
  checkGrid(work, draft.gridId);
  const same = draft.registerNo === '' ? undefined : work.households.findByRegisterNo(draft.registerNo);
  if (same && same.id !== ownId) fail('household/register-no-taken', { registerNo: draft.registerNo });
  if (draft.dwellingId !== null && !work.dwellings.find(work.actor, draft.dwellingId)) fail('record/not-found', {});
  if (draft.headId !== null) {
    const head = work.persons.find(work.actor, draft.headId) ?? fail('record/not-found', {});
    if (ownId === null || head.householdId !== ownId) fail('household/head-not-a-member', { name: head.name });
  }
}

export function createHousehold(work: Work, draft: HouseholdDraft): HouseholdSheet {
  checkHousehold(work, draft, null);
  const household = { ...created(work), ...draft };
  work.households.insert(household);
  work.record({ action: 'household.created', entity: 'household', entityId: household.id, changes: [work.rows.change('household', household.id, undefined)] });
  return getHousehold(work, household);
}

export function updateHousehold(work: Work, { id, version, ...draft }: HouseholdChange): HouseholdSheet {
  const household = work.households.find(work.actor, id) ?? fail('record/not-found', {});
  checkVersion(work, 'household', household, version);
  checkHousehold(work, draft, id);
  const before = work.rows.read('household', id);
  work.households.replace({ ...household, ...draft, version: version + 1, updatedAt: work.clock.now().toISOString() });
  work.record({ action: 'household.changed', entity: 'household', entityId: id, changes: [work.rows.change('household', id, before)] });
  return getHousehold(work, { id });
}

export function getDwelling(work: Work, { id }: { readonly id: string }): DwellingSheet {
  const dwelling = work.dwellings.find(work.actor, id);
  if (!dwelling || dwelling.removedAt !== null) return fail('record/not-found', {});
  const { rowNo: _r, communityId: _c, importBatchId: _b, removedAt: _a, ...fields } = dwelling;
  return { ...fields, ownerPhone: null, ownerPhoneMasked: maskPhone(dwelling.ownerPhone), gridName: (dwelling.gridId && work.grids.find(dwelling.gridId)?.name) || '', residents: work.persons.ofDwelling(work.actor, id) };
}

export function createDwelling(work: Work, draft: DwellingDraft): DwellingSheet {
  checkGrid(work, draft.gridId);
  const dwelling = { ...created(work), ...draft, ownerPhone: normalisePhone(draft.ownerPhone), extra: {} };
  work.dwellings.insert(dwelling);
  work.record({ action: 'dwelling.created', entity: 'dwelling', entityId: dwelling.id, changes: [work.rows.change('dwelling', dwelling.id, undefined)] });
  return getDwelling(work, dwelling);
}

/** A dwelling goes where its building goes: alone it may only come back to the building's grid. Error: `dwelling/grid-of-building`. */
function checkOwnMove(work: Work, dwelling: { readonly id: string; readonly gridId: string | null }, gridId: string | null): void {
  if (gridId === dwelling.gridId) return;
  const room = work.rooms.placeOf(dwelling.id);
  const building = room && work.buildings.find({ ...work.actor, scope: 'all' }, room.buildingId);
  if (!building || building.gridId === null || building.gridId === gridId) return;
  fail('dwelling/grid-of-building', { building: room.building, grid: work.grids.find(building.gridId)?.name ?? '' });
}

export function updateDwelling(work: Work, { id, version, ownerPhone, ...draft }: DwellingChange): DwellingSheet {
  const dwelling = work.dwellings.find(work.actor, id) ?? fail('record/not-found', {});
  checkVersion(work, 'dwelling', dwelling, version);
  checkGrid(work, draft.gridId);
  checkOwnMove(work, dwelling, draft.gridId);
  const before = work.rows.read('dwelling', id);
  work.dwellings.replace({ ...dwelling, ...draft, ownerPhone: ownerPhone === undefined ? dwelling.ownerPhone : normalisePhone(ownerPhone), version: version + 1, updatedAt: work.clock.now().toISOString() });
  work.record({ action: 'dwelling.changed', entity: 'dwelling', entityId: id, changes: [work.rows.change('dwelling', id, before)] });
  return getDwelling(work, { id });
}
