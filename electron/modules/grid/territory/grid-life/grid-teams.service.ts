import type { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion, failConflict } from '#electron/kernel/audit/conflict.ts';
import { shippedTables } from '#electron/kernel/code-tables/shipped-tables.ts';
import { mayDo } from '#shared/contract/actor.ts';
import { fail } from '#shared/errors/app-error.ts';
import { normalisePhone } from '#shared/modules/grid/register/phone.rules.ts';
import { isStaffPlace, namelessPlaces, TEAM_TABLE, type GridSlot, type GridTeam, type placeKindSchema, type SlotDraft } from '#shared/modules/grid/territory/grid-life/grid-team.schema.ts';
import { isGridInScope } from '../../register/scope.ts';
import type { GridSlotRecord } from './grid-slots.repository.ts';

type PlaceKind = z.input<typeof placeKindSchema>;

/** The ten places in the table's order. One that no source names has a name once the station gave it another than the shipped one. */
export function placeKinds(work: Work): PlaceKind[] {
  const shipped = new Map(shippedTables.find(({ table }) => table === TEAM_TABLE)?.items.map(({ code, zh }) => [code, zh]));
  return work.codeTables
    .items(TEAM_TABLE)
    .filter(({ active }) => active)
    .map(({ code, zh, en }) => ({ code, zh, en, isStaff: isStaffPlace(code), hasName: !namelessPlaces.includes(code) || zh !== shipped.get(code) }));
}

/** The names of the six are those of residents: read only by who may see the people of that grid; a place that is filled is seen by all. */
function shown(work: Work, { id, version, gridId, kind, name, unit, phone, since, note }: GridSlotRecord): GridSlot {
  const maySee = isStaffPlace(kind) || (mayDo(work.actor.roles, 'register.read') && isGridInScope(work.actor, gridId));
  return { id, version, kind, name: maySee ? name : '', unit, phone, since, note: maySee ? note : '' };
}

export function listGridTeams(work: Work, { gridId }: { readonly gridId?: string | undefined }): { kinds: PlaceKind[]; teams: GridTeam[] } {
  const grids = gridId === undefined ? work.grids.ofCommunity(work.actor.communityId).filter(({ status }) => status === 'active') : [work.grids.find(gridId) ?? fail('record/not-found', {})];
  return { kinds: placeKinds(work), teams: grids.map(({ id, code, name }) => ({ gridId: id, gridCode: code, gridName: name, slots: work.gridSlots.ofGrid(id).map((slot) => shown(work, slot)) })) };
}

/**
 * Puts somebody into a place of a grid's card, or changes who is there.
 * Errors: `grid/closed`, `grid-slot/no-such-place`, `grid-slot/not-named` for one of the six that the station has not named yet,
 * `grid-slot/phone-of-resident` because a resident's phone stays in the register, masked.
 */
export function saveGridSlot(work: Work, { version, ...draft }: SlotDraft): GridSlot {
  const grid = work.grids.find(draft.gridId) ?? fail('record/not-found', {});
  if (grid.status !== 'active') fail('grid/closed', { name: grid.name });
  const kind = placeKinds(work).find(({ code }) => code === draft.kind) ?? fail('grid-slot/no-such-place', {});
  if (!kind.hasName) fail('grid-slot/not-named', {});
  if (!kind.isStaff && draft.phone !== '') fail('grid-slot/phone-of-resident', {});
  const now = work.clock.now().toISOString();
  const values = { ...draft, phone: normalisePhone(draft.phone) };
  const present = work.gridSlots.at(draft.gridId, draft.kind);
  if (!present && version > 0) fail('record/not-found', {});
  if (present && version === 0) failConflict(work, 'grid_slot', present);
  if (present) checkVersion(work, 'grid_slot', present, version);
  const before = present && work.rows.read('grid_slot', present.id);
  const slot = present ? { ...present, ...values, version: version + 1, updatedAt: now } : { ...values, id: work.clock.newId(), communityId: grid.communityId, version: 1, createdAt: now, updatedAt: now };
  if (present) work.gridSlots.replace(slot);
  else work.gridSlots.insert(slot);
  work.record({ action: 'grid-slot.saved', entity: 'grid_slot', entityId: slot.id, detail: { grid: grid.name, place: kind.zh }, changes: [work.rows.change('grid_slot', slot.id, before), ...work.appointments.followPlace(work, grid, draft.kind, slot)] });
  return shown(work, slot);
}

export function clearGridSlot(work: Work, { id, version }: { readonly id: string; readonly version: number }): Record<string, never> {
  const slot = work.gridSlots.find(id) ?? fail('record/not-found', {});
  checkVersion(work, 'grid_slot', slot, version);
  const before = work.rows.read('grid_slot', id) ?? fail('record/not-found', {});
  const grid = work.grids.find(slot.gridId);
  work.rows.remove('grid_slot', id);
  work.record({ action: 'grid-slot.cleared', entity: 'grid_slot', entityId: id, detail: { grid: grid?.name ?? '', place: work.codeTables.labelOf(TEAM_TABLE, slot.kind, 'zh-CN') }, changes: [work.rows.removal('grid_slot', before), ...(grid ? work.appointments.followPlace(work, grid, slot.kind, null) : [])] });
  return {};
}
