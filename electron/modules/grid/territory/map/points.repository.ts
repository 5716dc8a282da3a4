import type { Db } from '#electron/database/database.ts';
import type { Position } from '#shared/modules/grid/territory/map/shape.schema.ts';

export type PointValues = { readonly id: string; readonly communityId: string; readonly gridId: string | null; readonly label: string; readonly at: Position; readonly now: string };

const STEPS = 1e7;
const stepsOf = (degrees: number): number => Math.round(degrees * STEPS);

export function pointsRepository({ sqlite }: Db) {
  const insertRow = sqlite.prepare('INSERT INTO building_point (id, community_id, version, created_at, updated_at, grid_id, label, lon_e7, lat_e7) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?)');
  return {
    columns: (communityId: string | null): { labels: string[]; lons: number[]; lats: number[] } => {
      const rows = sqlite.prepare(`SELECT label, lon_e7, lat_e7 FROM building_point ${communityId === null ? '' : 'WHERE community_id = ?'} ORDER BY rowid`).raw().all(...(communityId === null ? [] : [communityId])) as [string, number, number][]; // the three columns named here
      return { labels: rows.map(([label]) => label), lons: rows.map(([, lon]) => lon / STEPS), lats: rows.map(([, , lat]) => lat / STEPS) };
    },
    /** Every point of a community with its place, for filing it anew after a border moved. */
    ofCommunity: (communityId: string): { id: string; gridId: string | null; lon: number; lat: number }[] =>
      sqlite.prepare('SELECT id, grid_id AS gridId, lon_e7 / 1e7 AS lon, lat_e7 / 1e7 AS lat FROM building_point WHERE community_id = ?').all(communityId) as { id: string; gridId: string | null; lon: number; lat: number }[], // as above
    insert: ({ id, communityId, gridId, label, at: [lon, lat], now }: PointValues): void => void insertRow.run(id, communityId, now, now, gridId, label, stepsOf(lon), stepsOf(lat)),
    file: (id: string, gridId: string | null, now: string): void => void sqlite.prepare('UPDATE building_point SET grid_id = ?, version = version + 1, updated_at = ? WHERE id = ?').run(gridId, now, id),
    remove: (id: string): void => void sqlite.prepare('DELETE FROM building_point WHERE id = ?').run(id),
  };
}
