import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import { numbersOf, visitFault } from '#shared/modules/grid/register/count/count.rules.ts';
import type { DoorRow, Visit } from '#shared/modules/grid/register/count/count.schema.ts';
import { isGridInScope } from '../scope.ts';
import { doorAt, openCampaign } from './campaigns.service.ts';
import type { DoorRecord } from './doors.repository.ts';

/** A door of a running count in the actor's grids. */
function doorOf(work: Work, { id, version }: { readonly id: string; readonly version: number }): DoorRecord {
  const door = work.countDoors.find(id);
  if (!door || door.removedAt !== null || !isGridInScope(work.actor, door.gridId)) return fail('record/not-found', {});
  openCampaign(work, door.campaignId);
  checkVersion(work, 'count_door', door, version);
  return door;
}

export type VisitValues = Omit<Visit, 'id' | 'version'>;

/** Stores what came of a visit; answers what the log keeps. */
export function writeVisit(work: Work, door: DoorRecord, { outcome, foundUse, countedOn, countedBy, note, ...numbers }: VisitValues): RecordChange {
  const before = work.rows.read('count_door', door.id);
  work.countDoors.replace({ ...door, state: outcome, ...numbersOf({ outcome, ...numbers }), foundUse, countedOn, countedBy, note, version: door.version + 1, updatedAt: work.clock.now().toISOString() });
  return work.rows.change('count_door', door.id, before);
}

/** All visits or none. Errors: `count/closed`, `count/visit-ahead`, `count/counted-nobody` and the like, `record/conflict`. */
export function recordVisits(work: Work, { visits }: { readonly visits: readonly Visit[] }): { written: number } {
  const changes = visits.map(({ id, version, ...visit }) => {
    const door = doorOf(work, { id, version });
    const { address } = door;
    if (visit.countedOn > work.today) fail('count/visit-ahead', { address, today: work.today });
    const fault = visitFault(visit);
    if (fault) fail(`count/${fault}`, { address });
    return writeVisit(work, door, visit);
  });
  work.record({ action: 'count.visited', entity: 'count_door', entityId: visits.length === 1 ? (visits[0]?.id ?? '') : '', detail: { doors: changes.length }, changes });
  return { written: changes.length };
}

/** Errors: `count/grid-not-counted`, `count/closed`. */
export function addDoor(work: Work, { campaignId, gridId, address }: { readonly campaignId: string; readonly gridId: string; readonly address: string }): DoorRow {
  const campaign = openCampaign(work, campaignId);
  const grid = work.grids.find(gridId);
  if (!grid || !isGridInScope(work.actor, gridId)) return fail('record/not-found', {});
  if (!campaign.gridIds.includes(gridId)) fail('count/grid-not-counted', { name: grid.name });
  const door = doorAt(work, campaignId, { gridId, dwellingId: null, address, block: '', use: '', registerPersons: 0, registerHouseholds: 0 }, work.countDoors.lastNo(campaignId, gridId) + 1);
  work.record({ action: 'count.door-added', entity: 'count_door', entityId: door.id, changes: [work.rows.creation(work.countDoors.insert(door))] });
  return work.countDoors.row(work.actor, door.id) ?? fail('record/not-found', {});
}
