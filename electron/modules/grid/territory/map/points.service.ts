import type { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { fail } from '#shared/errors/app-error.ts';
import { farAway } from '#shared/modules/grid/territory/map/coordinates.rules.ts';
import { locator } from '#shared/modules/grid/territory/map/inside.rules.ts';
import type { mapOperations } from '#shared/modules/grid/territory/map/map.contract.ts';
import type { Position } from '#shared/modules/grid/territory/map/shape.schema.ts';
import { rounded } from '#shared/modules/grid/territory/map/position.rules.ts';

type Points = z.output<typeof mapOperations.saveBuildingPoints.input>;

const plain = (name: string): string => name.normalize('NFKC').replaceAll(/\s/g, '');

/** A point called like exactly one building of the register gives that building its place; a name that several share gives none. */
function placeBuildings(work: Work, points: Points['points'], now: string): RecordChange[] {
  const named = new Map<string, string | null>();
  for (const { id, title } of work.buildings.titles(work.actor.communityId)) named.set(plain(title), named.has(plain(title)) ? null : id);
  const once = new Map<string, Position | null>();
  for (const { label, at } of points) once.set(plain(label), once.has(plain(label)) ? null : at);
  return [...once].flatMap(([label, at]) => {
    const id = named.get(label);
    const building = at !== null && id ? work.buildings.find({ ...work.actor, scope: 'all' }, id) : undefined;
    if (!building || at === null) return [];
    const [lngMicro, latMicro] = [Math.round(at[0] * 1e6), Math.round(at[1] * 1e6)];
    if (building.lngMicro === lngMicro && building.latMicro === latMicro) return [];
    const before = work.rows.read('building', building.id);
    work.buildings.replace({ ...building, lngMicro, latMicro, version: building.version + 1, updatedAt: now });
    return [work.rows.change('building', building.id, before)];
  });
}

/** Puts new points in place of all the community's. Errors: `map/elsewhere` when they lie far from its shapes; then nothing is changed. */
export function saveBuildingPoints(work: Work, { points, sourceFile }: Points): { points: number; outside: number; buildings: number } {
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
  const placed = placeBuildings(work, points, now);
  work.record({ action: 'map.points-imported', entity: 'organisation', entityId: communityId, detail: { points: points.length, outside, buildings: placed.length, file: sourceFile }, changes: [...removed, ...added, ...placed] });
  return { points: points.length, outside, buildings: placed.length };
}
