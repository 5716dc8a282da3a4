import type { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import { farAway } from '#shared/modules/grid/territory/map/coordinates.rules.ts';
import { locator } from '#shared/modules/grid/territory/map/inside.rules.ts';
import type { mapOperations } from '#shared/modules/grid/territory/map/map.contract.ts';
import { rounded } from '#shared/modules/grid/territory/map/position.rules.ts';

type Points = z.output<typeof mapOperations.saveBuildingPoints.input>;

/** Puts new points in place of all the community's. Errors: `map/elsewhere` when they lie far from its shapes; then nothing is changed. */
export function saveBuildingPoints(work: Work, { points, sourceFile }: Points): { points: number; outside: number } {
  const { communityId } = work.actor;
  const now = work.clock.now().toISOString();
  const stored = work.shapes.list(communityId);
  const kilometres = points.length === 0 ? null : farAway([[points.map(({ at }) => at)]], stored.map(({ shape }) => shape));
  if (kilometres !== null) fail('map/elsewhere', { name: sourceFile, kilometres });
  const find = locator(stored.flatMap(({ gridId, shape }) => (gridId === null ? [] : [{ id: gridId, shape }])));
  const removed = work.points.ofCommunity(communityId).map(({ id }) => {
    const before = work.rows.read('building_point', id) ?? fail('record/not-found', {});
    work.points.remove(id);
    return work.rows.removal('building_point', before);
  });
  let outside = 0;
  const added = points.map(({ label, at }) => {
    const [id, gridId] = [work.clock.newId(), find(at)];
    if (gridId === null) outside += 1;
    work.points.insert({ id, communityId, gridId, label, at: rounded(at), now });
    return work.rows.change('building_point', id, undefined);
  });
  work.record({ action: 'map.points-imported', entity: 'organisation', entityId: communityId, detail: { points: points.length, outside, file: sourceFile }, changes: [...removed, ...added] });
  return { points: points.length, outside };
}
