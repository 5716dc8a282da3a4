import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';

export type GridFigures = { gridId: string; persons: number; floating: number; households: number; members: number };

export type MatterFigures = { readonly openMatters: number; readonly recentMatters: number; readonly lateMatters: number };

/** Counts by grid for the colours of the map, each one pass over an index. */
export function figuresRepository({ sqlite }: Db) {
  const statement = keptStatements(sqlite);
  type Count = { gridId: string; count: number };
  const counts = (table: string, condition: string): Map<string, number> =>
    new Map((sqlite.prepare(`SELECT grid_id AS gridId, count(*) AS count FROM ${table} WHERE grid_id IS NOT NULL AND ${condition} GROUP BY grid_id`).all() as Count[]).map(({ gridId, count }) => [gridId, count])); // columns named here
  const within = (table: string, condition: string, gridIds: readonly string[]): Map<string, number> => {
    const statement = sqlite.prepare(`SELECT count(*) FROM ${table} WHERE grid_id = ? AND ${condition}`).pluck();
    return new Map(gridIds.map((id) => [id, statement.get(id) as number])); // a count
  };
  return {
    /** By grid: what is open, what of it is past its due day, and what came since a day and was not void; a grid without any is not among them. */
    matters: (today: string, since: string): Map<string, MatterFigures> => {
      const open = statement("SELECT grid_id AS gridId, count(*) AS openMatters, CAST(total(coalesce(due_on, '9999-12-31') < ?) AS INTEGER) AS lateMatters FROM matter INDEXED BY matter_queue WHERE open = 1 AND grid_id IS NOT NULL GROUP BY grid_id").all(today) as { gridId: string; openMatters: number; lateMatters: number }[]; // columns named here
      const recent = statement("SELECT grid_id AS gridId, count(*) AS recentMatters FROM matter INDEXED BY matter_by_reported WHERE reported_on >= ? AND grid_id IS NOT NULL AND outcome <> 'void' GROUP BY grid_id").all(since) as { gridId: string; recentMatters: number }[]; // as above
      const found = new Map(open.map(({ gridId, ...counts }) => [gridId, { ...counts, recentMatters: 0 }]));
      for (const { gridId, recentMatters } of recent) found.set(gridId, { openMatters: 0, lateMatters: 0, ...found.get(gridId), recentMatters });
      return found;
    },
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
