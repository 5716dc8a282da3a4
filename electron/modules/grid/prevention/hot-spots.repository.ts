import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { untilChanged } from '#electron/database/until-changed.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { HotSpot, HotSpotMatter } from '#shared/modules/grid/prevention/hot-spot.schema.ts';
import { allOf, type Condition } from '#electron/database/condition.ts';
import { inScope } from '../register/scope.ts';

type Spot = { readonly by: 'place' | 'kind'; readonly placeKey: string; readonly kind: string; readonly gridId: string | null };

type GridDay = { readonly gridId: string; readonly day: string; readonly count: number };
/** What counts: brought since a day, in the actor's grids, and not void or told twice. */
const since = (actor: Actor, from: string): Condition[] => [{ sql: "m.reported_on >= ? AND m.outcome NOT IN ('void', 'merged')", values: [from] }, ...inScope(actor, 'm.grid_id')];
const GROUP = { place: 'm.place_key', kind: 'm.kind, m.grid_id' } as const;
/** A place has one name among its matters and may have many kinds; a kind in a grid the other way round. */
const COLUMNS = {
  place: "m.place_key AS placeKey, max(m.place) AS place, '' AS kind, max(m.grid_id) AS gridId",
  kind: "'' AS placeKey, '' AS place, m.kind, m.grid_id AS gridId",
} as const;

export function hotSpotsRepository({ sqlite }: Db) {
  const statement = keptStatements(sqlite);
  const knownDays = untilChanged<readonly GridDay[]>(sqlite);
  const knownSpots = untilChanged<HotSpot[]>(sqlite);
  return {
    /** Both lists are read at each opening of Today: a reader remembers them until the file changes. */
    list: (actor: Actor, by: Spot['by'], { from, least }: { readonly from: string; readonly least: number }): HotSpot[] => {
      const { sql, values } = allOf([...since(actor, from), ...(by === 'place' ? [{ sql: "m.place_key <> ''", values: [] }] : [{ sql: 'm.grid_id IS NOT NULL', values: [] }])]);
      return knownSpots(JSON.stringify([by, least, values]), () => statement(`SELECT s.*, coalesce(g.name, '') AS gridName FROM (SELECT ${COLUMNS[by]}, count(*) AS count, sum(m.open) AS open, min(m.reported_on) AS firstOn, max(m.reported_on) AS lastOn
        FROM matter m INDEXED BY matter_by_reported WHERE ${sql} GROUP BY ${GROUP[by]} HAVING count(*) >= ?) s LEFT JOIN grid g ON g.id = s.gridId ORDER BY s.count DESC, s.lastOn DESC, s.placeKey, s.kind, s.gridId LIMIT 200`).all(...values, least) as HotSpot[]); // columns named
    },
    matters: (actor: Actor, { by, placeKey, kind, gridId }: Spot, from: string): HotSpotMatter[] => {
      const same = by === 'place' ? { sql: 'm.place_key = ?', values: [placeKey] } : { sql: 'm.kind = ? AND m.grid_id IS ?', values: [kind, gridId] };
      const { sql, values } = allOf([...since(actor, from), same]);
      return statement(`SELECT m.id, m.number, m.subject, m.place, m.kind, m.state, m.reported_on AS reportedOn FROM matter m WHERE ${sql} ORDER BY m.reported_on DESC, m.row_no DESC LIMIT 500`).all(...values) as HotSpotMatter[]; // columns named
    },
    /** Matters by grid and day since a day; the early warning puts the days into its periods. */
    byGridAndDay: (actor: Actor, from: string, kind: string | null): readonly GridDay[] => {
      const { sql, values } = allOf([...since(actor, from), { sql: 'm.grid_id IS NOT NULL', values: [] }, ...(kind === null ? [] : [{ sql: 'm.kind = ?', values: [kind] }])]);
      return knownDays(JSON.stringify([kind === null, values]), () => statement(`SELECT m.grid_id AS gridId, m.reported_on AS day, count(*) AS count FROM matter m INDEXED BY matter_by_reported WHERE ${sql} GROUP BY m.grid_id, m.reported_on`).all(...values) as GridDay[]); // columns named
    },
  };
}
