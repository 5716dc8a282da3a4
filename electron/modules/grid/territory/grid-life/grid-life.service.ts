import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { GridEvent, GridPlace, Merge, Split } from '#shared/modules/grid/territory/grid-life/grid-life.schema.ts';
import { isGridInScope } from '../../register/scope.ts';
import type { GridRecord } from '../grids.repository.ts';
import { checkedCode, checkOthers } from '../grids.service.ts';
import { addEvent, checkDay, giving, shownEvent, taking, takingAll } from './grid-events.ts';
import { placesOf } from './grid-places.repository.ts';
import { rowMover } from './move-rows.ts';
import { planSplit } from './split-plan.ts';

type Versioned = { readonly id: string; readonly version: number };

export const listGridPlaces = (work: Work, { id }: { readonly id: string }): GridPlace[] => placesOf(work.gridPlaces.living(gridInUse(work, id).id));

/** A grid of the actor's that is in use, or a refusal as for one that is not there. */
function gridInUse(work: Work, id: string): GridRecord {
  const grid = work.grids.find(id);
  if (!grid || !isGridInScope(work.actor, id)) return fail('record/not-found', {});
  return grid.status === 'active' ? grid : fail('grid/closed', { name: grid.name });
}

function checkedGrid(work: Work, { id, version }: Versioned): GridRecord {
  const grid = gridInUse(work, id);
  checkVersion(work, 'grid', grid, version);
  return grid;
}

type Ending = { readonly ending: 'split' | 'merged'; readonly on: string; readonly reason: string };
const ended = (grid: GridRecord, { ending, on, reason }: Ending, now: string): GridRecord => ({ ...grid, status: 'closed', ending, closedOn: on, closedReason: reason, version: grid.version + 1, updatedAt: now });

/**
 * Cuts a grid: its places are dealt out to new grids and, where the grid goes on, to itself; dwellings, households and people go with
 * their place, in one transaction. A grid that keeps nothing ends. Errors: see planSplit; `grid/split-needs-two`, `grid/day-in-future`,
 * and those of a new grid.
 */
export function splitGrid(work: Work, input: Split): GridEvent {
  const grid = checkedGrid(work, input);
  checkDay(work, input.on);
  const goesOn = input.stays.length > 0;
  if (!goesOn && input.parts.length < 2) fail('grid/split-needs-two', {});
  const living = work.gridPlaces.living(grid.id);
  const places = placesOf(living);
  const shares = [...(goesOn ? [input.stays] : []), ...input.parts.map((part) => part.places)];
  const shareOf = planSplit(places, shares);
  const mover = rowMover(work);
  const { now, changes } = mover;

  const before = work.rows.read('grid', grid.id);
  const gives = [giving(work, grid)];
  work.grids.replace(goesOn ? { ...grid, version: grid.version + 1, updatedAt: now } : ended(grid, { ending: 'split', on: input.on, reason: input.reason }, now));
  changes.push(work.rows.change('grid', grid.id, before));
  const founded = input.parts.map(({ places: _places, ...part }) => {
    const code = checkedCode(work, part, null);
    checkOthers(work, { ...part, deputyId: null }, null);
    const fresh = { ...part, id: work.clock.newId(), communityId: grid.communityId, version: 1, createdAt: now, updatedAt: now, code, formerCodes: [], boundary: '', startedOn: input.on, note: '', status: 'active' as const, closedOn: null, closedReason: '' };
    work.grids.insert(fresh);
    changes.push(work.rows.change('grid', fresh.id, undefined));
    return fresh;
  });
  const targets = [...(goesOn ? [grid] : []), ...founded];
  const target = (share: number): string => targets[share]?.id ?? grid.id;
  for (const { table, id, where } of living) mover.move(table, id, target(shareOf.get(where.key) ?? 0)); // what was removed follows its neighbours
  for (const { id, responsibleId } of founded) {
    const member = responsibleId === null ? undefined : work.gridMembers.find(responsibleId);
    if (member && (member.gridId === null || member.gridId === grid.id)) mover.move('grid_member', member.id, id);
    changes.push(...work.appointments.followResponsible(work, { id, communityId: grid.communityId }, responsibleId, input.reason));
  }
  if (!goesOn) changes.push(...work.appointments.followResponsible(work, grid, null, input.reason));
  if (!goesOn) {
    mover.moveTeam(grid.id, target(0));
    mover.retieBodies(grid.id, targets.map(({ id }) => id));
  }
  const takes = targets.map((to, share) => taking(work, to, places.filter(({ key }) => shareOf.get(key) === share)));
  const event = addEvent(work, { kind: 'split', happenedOn: input.on, reason: input.reason, gives, takes });
  work.record({ action: 'grid.split', entity: 'grid', entityId: grid.id, detail: { name: grid.name, into: takes.map(({ name }) => name).join('、'), reason: input.reason }, changes: [...changes, event.change] });
  return shownEvent(work, work.gridEvents.find(event.id) ?? fail('record/not-found', {}));
}

/**
 * Joins grids: all that belongs to the others belongs to the one that goes on, and their codes find it from now on.
 * Errors: `grid/merge-with-itself`, `grid/closed`, `grid/day-in-future`.
 */
export function mergeGrids(work: Work, input: Merge): GridEvent {
  const grid = checkedGrid(work, input);
  checkDay(work, input.on);
  const others = input.others.map((other) => checkedGrid(work, other));
  if (new Set([grid.id, ...others.map(({ id }) => id)]).size <= others.length) fail('grid/merge-with-itself', { name: grid.name });
  if (others.some(({ communityId }) => communityId !== grid.communityId)) fail('record/not-found', {});
  const mover = rowMover(work);
  const { now, changes } = mover;
  const gives = others.map((other) => giving(work, other));
  const moved = others.map((other) => takingAll(work, other).places);

  for (const other of others) {
    for (const { table, id } of work.gridPlaces.living(other.id)) mover.move(table, id, grid.id);
    mover.moveTeam(other.id, grid.id);
    mover.retieBodies(other.id, [grid.id]);
    const before = work.rows.read('grid', other.id);
    work.grids.replace(ended(other, { ending: 'merged', on: input.on, reason: input.reason }, now));
    changes.push(work.rows.change('grid', other.id, before), ...work.appointments.followResponsible(work, other, null, input.reason));
  }
  const before = work.rows.read('grid', grid.id);
  const formerCodes = [...new Set([...grid.formerCodes, ...others.flatMap(({ code, formerCodes: older }) => [code, ...older])])];
  work.grids.replace({ ...grid, formerCodes, version: grid.version + 1, updatedAt: now });
  changes.push(work.rows.change('grid', grid.id, before));
  const event = addEvent(work, { kind: 'merged', happenedOn: input.on, reason: input.reason, gives, takes: [taking(work, grid, moved.flat())] });
  work.record({ action: 'grid.merged', entity: 'grid', entityId: grid.id, detail: { name: grid.name, from: gives.map(({ name }) => name).join('、'), reason: input.reason }, changes: [...changes, event.change] });
  return shownEvent(work, work.gridEvents.find(event.id) ?? fail('record/not-found', {}));
}
