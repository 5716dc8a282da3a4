import type { Db } from '#electron/database/database.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';

type Cut = { readonly gridIds: readonly string[]; readonly limit: number };
export type HomeFound = { readonly id: string; readonly title: string; readonly detail: string };
type Answer = { readonly count: number; readonly rows: readonly HomeFound[] };

export function homesWarningsRepository({ sqlite }: Db) {
  const answer = (select: string, from: string, { sql, values }: Condition, limit: number): Answer => {
    const rows = sqlite.prepare(`SELECT ${select}, count(*) OVER () AS total FROM ${from} WHERE ${sql} ORDER BY title LIMIT ?`).all(...values, limit) as (HomeFound & { total: number })[]; // columns named by the caller
    return { count: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => row) };
  };
  return {
    /** Households of a community that no grid answers for. */
    withoutGrid: (communityId: string, limit: number): Answer =>
      answer("h.id, h.register_no AS title, h.registered_address AS detail", 'household h', allOf([{ sql: 'h.removed_at IS NULL AND h.grid_id IS NULL AND h.community_id = ?', values: [communityId] }]), limit),
    /** Households that live in a dwelling of another grid than their own. */
    apartFromDwelling: ({ gridIds, limit }: Cut): Answer =>
      answer('d.id, d.address AS title, h.register_no AS detail', 'household h JOIN dwelling d ON d.id = h.dwelling_id', allOf([isIn('h.grid_id', gridIds), { sql: 'h.removed_at IS NULL AND d.removed_at IS NULL AND d.grid_id IS NOT NULL AND d.grid_id <> h.grid_id', values: [] }]), limit),
    /** Addresses that stand twice in the register, in different grids. */
    addressTwice: ({ gridIds, limit }: Cut): Answer => {
      const { sql, values } = isIn('grid_id', gridIds);
      return answer("t.address AS id, t.address AS title, t.n || '' AS detail", `(SELECT address, count(DISTINCT grid_id) AS n FROM dwelling WHERE removed_at IS NULL AND ${sql} GROUP BY address) t`, { sql: 't.n > 1', values }, limit);
    },
    /** Buildings whose dwellings lie in several grids. */
    buildings: ({ gridIds, limit }: Cut): Answer => {
      const { sql, values } = isIn('d.grid_id', gridIds);
      return answer(
        "t.estate || '|' || t.building AS id, t.estate || ' ' || t.building AS title, t.names AS detail",
        `(SELECT d.estate, rtrim(d.building, '幢栋楼号') AS building, count(DISTINCT d.grid_id) AS n, group_concat(DISTINCT g.name) AS names FROM dwelling d JOIN grid g ON g.id = d.grid_id
          WHERE d.removed_at IS NULL AND d.building <> '' AND ${sql} GROUP BY d.estate, rtrim(d.building, '幢栋楼号')) t`,
        { sql: 't.n > 1', values },
        limit,
      );
    },
  };
}
