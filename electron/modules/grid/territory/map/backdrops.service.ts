import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { Backdrop } from '#shared/modules/grid/territory/map/backdrop.schema.ts';
import type { mapOperations } from '#shared/modules/grid/territory/map/map.contract.ts';
import type { BackdropRecord } from './backdrops.repository.ts';

type Inserted = z.output<typeof mapOperations.insertBackdrop.input>;
type Placed = z.output<typeof mapOperations.updateBackdrop.input>;

/** Light enough for the borders drawn over it to be read. */
const FIRST_OPACITY = 60;

export const shownBackdrop = ({ updatedAt: _at, ...backdrop }: BackdropRecord): Backdrop => backdrop;

function ownBackdrop(work: Work, id: string): BackdropRecord {
  const own = work.backdrops.ofCommunity(work.actor.communityId);
  return own?.id === id ? own : fail('record/not-found', {});
}

function takeAway(work: Work, { id }: BackdropRecord) {
  const before = work.rows.read('map_backdrop', id) ?? fail('record/not-found', {});
  work.backdrops.remove(id);
  return work.rows.removal('map_backdrop', before);
}

/** A community has one plan; a new one takes the place of the old. */
export function insertBackdrop(work: Work, { bytes, ...facts }: Inserted): Backdrop {
  const { communityId } = work.actor;
  const old = work.backdrops.ofCommunity(communityId);
  const removed = old ? [takeAway(work, old)] : [];
  const id = work.clock.newId();
  work.backdrops.insert({ ...facts, id, communityId, opacity: FIRST_OPACITY, sha256: createHash('sha256').update(bytes).digest('hex'), now: work.clock.now().toISOString() }, bytes);
  work.record({ action: 'map.plan-added', entity: 'map_backdrop', entityId: id, detail: { name: facts.name }, changes: [...removed, work.rows.change('map_backdrop', id, undefined)] });
  return shownBackdrop(ownBackdrop(work, id));
}

export function updateBackdrop(work: Work, { id, version, corners, opacity }: Placed): Backdrop {
  const own = ownBackdrop(work, id);
  checkVersion(work, 'map_backdrop', own, version);
  const before = work.rows.read('map_backdrop', id);
  work.backdrops.place(id, corners, opacity, work.clock.now().toISOString());
  work.record({ action: 'map.plan-placed', entity: 'map_backdrop', entityId: id, changes: [work.rows.change('map_backdrop', id, before)] });
  return shownBackdrop(ownBackdrop(work, id));
}

export function removeBackdrop(work: Work, { id, version }: { readonly id: string; readonly version: number }): Record<string, never> {
  const own = ownBackdrop(work, id);
  checkVersion(work, 'map_backdrop', own, version);
  work.record({ action: 'map.plan-removed', entity: 'map_backdrop', entityId: id, detail: { name: own.name }, changes: [takeAway(work, own)] });
  return {};
}
