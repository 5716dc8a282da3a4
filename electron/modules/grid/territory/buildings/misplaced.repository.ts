import type { Db } from '#electron/database/database.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { inScope } from '#electron/modules/grid/register/scope.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { Extent } from '#shared/modules/grid/territory/map/position.rules.ts';

export type PlacedBuilding = { readonly id: string; readonly version: number; readonly gridId: string | null; readonly title: string; readonly gridName: string; readonly lngMicro: number; readonly latMicro: number };

const MICRO = 1e6;
const around = ([west, south, east, north]: Extent): Condition => ({
  sql: 'b.lng_micro BETWEEN ? AND ? AND b.lat_micro BETWEEN ? AND ?',
  values: [Math.floor(west * MICRO), Math.ceil(east * MICRO), Math.floor(south * MICRO), Math.ceil(north * MICRO)],
});

export function misplacedRepository({ sqlite }: Db) {
  return {
    /** Buildings with a place that are filed in one of the grids or stand within one of the extents; without either, all of the community. */
    placed: (actor: Actor, gridIds: readonly string[], extents: readonly Extent[]): PlacedBuilding[] => {
      const near = [...(gridIds.length > 0 ? [isIn('b.grid_id', gridIds)] : []), ...extents.map(around)];
      const { sql, values } = allOf([
        { sql: 'b.removed_at IS NULL AND b.lng_micro IS NOT NULL AND b.lat_micro IS NOT NULL AND b.community_id = ?', values: [actor.communityId] },
        ...inScope(actor, 'b.grid_id'),
        ...(near.length > 0 ? [{ sql: near.map((one) => `(${one.sql})`).join(' OR '), values: near.flatMap((one) => one.values) }] : []),
      ]);
      return sqlite.prepare(`SELECT b.id, b.version, b.grid_id AS gridId, coalesce(e.name, b.address) || b.name AS title, coalesce(g.name, '') AS gridName, b.lng_micro AS lngMicro, b.lat_micro AS latMicro
        FROM building b LEFT JOIN estate e ON e.id = b.estate_id LEFT JOIN grid g ON g.id = b.grid_id WHERE ${sql} ORDER BY g.code, b.sort_key`).all(...values) as PlacedBuilding[]; // columns named in the statement
    },
    /** Dwellings of buildings by the grid they are filed in. */
    filed: (buildingIds: readonly string[]): { buildingId: string; gridId: string | null; dwellings: number }[] =>
      sqlite.prepare(`SELECT r.building_id AS buildingId, d.grid_id AS gridId, count(*) AS dwellings FROM json_each(?) j CROSS JOIN room r ON r.building_id = j.value AND r.removed_at IS NULL
        CROSS JOIN dwelling_room l ON l.room_id = r.id AND l.removed_at IS NULL CROSS JOIN dwelling d ON d.id = l.dwelling_id AND d.removed_at IS NULL GROUP BY r.building_id, d.grid_id`).all(JSON.stringify(buildingIds)) as { buildingId: string; gridId: string | null; dwellings: number }[], // columns named in the statement
  };
}
