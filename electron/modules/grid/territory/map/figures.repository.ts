import type { Db } from '#electron/database/database.ts';

export type GridFigures = { gridId: string; persons: number; floating: number; households: number; members: number };

/** Counts by grid for the colours of the map, each one pass over an index. */
export function figuresRepository({ sqlite }: Db) {
  type Count = { gridId: string; count: number };
  const counts = (table: string, condition: string): Map<string, number> =>
    new Map((sqlite.prepare(`SELECT grid_id AS gridId, count(*) AS count FROM ${table} WHERE grid_id IS NOT NULL AND ${condition} GROUP BY grid_id`).all() as Count[]).map(({ gridId, count }) => [gridId, count])); // columns named here
  const within = (table: string, condition: string, gridIds: readonly string[]): Map<string, number> => {
    const statement = sqlite.prepare(`SELECT count(*) FROM ${table} WHERE grid_id = ? AND ${condition}`).pluck();
    return new Map(gridIds.map((id) => [id, statement.get(id) as number])); // a count
  };
  return {
    /** Of the grids in use of one community, or of every community. */
    list: (communityId: string | null): GridFigures[] => {
      const ids = sqlite.prepare(`SELECT id FROM grid WHERE status = 'active' ${communityId === null ? '' : 'AND community_id = ?'} ORDER BY code`).pluck().all(...(communityId === null ? [] : [communityId])) as string[]; // the one column
      const count = (table: string, condition: string) => (communityId === null ? counts(table, condition) : within(table, condition, ids));
      const [persons, floating, households] = [count('person', 'removed_at IS NULL'), count('person', "removed_at IS NULL AND category = 'floating'"), count('household', 'removed_at IS NULL')];
      const members = counts('grid_member', '1');
      return ids.map((gridId) => ({ gridId, persons: persons.get(gridId) ?? 0, floating: floating.get(gridId) ?? 0, households: households.get(gridId) ?? 0, members: members.get(gridId) ?? 0 }));
    },
  };
}
