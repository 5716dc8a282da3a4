import { asc, eq } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { preparedFind } from '#electron/database/prepared-find.ts';
import { preparedInsert } from '#electron/database/prepared-insert.ts';
import { placeIndex } from '#electron/kernel/search/name-index.ts';
import type { Grid } from '#shared/modules/grid/territory/grid.schema.ts';
import { grids } from './territory.tables.ts';

export type GridRecord = typeof grids.$inferSelect;
/** What a new grid may leave open. */
const UNFILLED = { east: '', south: '', west: '', north: '', deputyId: null, boardPlace: '', ending: '' } as const;
export type GridValues = Omit<GridRecord, 'namePy' | keyof typeof UNFILLED> & Partial<Pick<GridRecord, keyof typeof UNFILLED>>;
type GridQuery = { readonly communityId?: string | undefined; readonly status?: string | undefined; readonly text: string; readonly offset: number; readonly limit: number };

const ROW = `g.id, g.version, g.community_id AS communityId, g.code, g.former_codes AS formerCodes, g.name, g.type, g.nature, g.boundary, g.east, g.south, g.west, g.north, g.responsible_id AS responsibleId,
  g.deputy_id AS deputyId, g.board_place AS boardPlace, g.ending, g.started_on AS startedOn, g.note, g.status, g.closed_on AS closedOn, g.closed_reason AS closedReason, g.updated_at AS updatedAt,
  coalesce(m.name, '') AS responsibleName, coalesce(m.phone, '') AS responsiblePhone, coalesce(d.name, '') AS deputyName,
  (SELECT count(*) FROM grid r WHERE r.responsible_id = g.responsible_id AND r.status = 'active') AS responsibleGrids,
  (SELECT count(*) FROM household h WHERE h.grid_id = g.id AND h.removed_at IS NULL) AS households,
  (SELECT count(*) FROM person p WHERE p.grid_id = g.id AND p.removed_at IS NULL) AS persons,
  (SELECT count(*) FROM dwelling w WHERE w.grid_id = g.id AND w.removed_at IS NULL) AS dwellings`;
const JOIN = 'LEFT JOIN grid_member m ON m.id = g.responsible_id LEFT JOIN grid_member d ON d.id = g.deputy_id';
/** What a grid was split into is found by its code as well. */
const HEIR = `g.id IN (SELECT t.value ->> 'gridId' FROM grid_event e, json_each(e.takes) t
  WHERE e.kind = 'split' AND e.undone_at IS NULL AND EXISTS (SELECT 1 FROM json_each(e.gives) s WHERE s.value ->> 'code' = ?))`;
const shown = (row: unknown): Grid => {
  const grid = row as Grid & { formerCodes: string }; // columns named in ROW
  return { ...grid, formerCodes: JSON.parse(grid.formerCodes) as string[] }; // written as JSON by this repository
};

export function gridsRepository(db: Db) {
  const { orm, sqlite } = db;
  const insertRow = preparedInsert(db, grids);
  const where = ({ communityId, status, text }: GridQuery): { sql: string; values: string[] } => {
    const parts: [string, string[]][] = [
      ...(communityId === undefined ? [] : [['g.community_id = ?', [communityId]] as [string, string[]]]),
      ...(status === undefined ? [] : [['g.status = ?', [status]] as [string, string[]]]),
      ...(text.trim() === '' ? [] : [['(instr(g.name, ?) > 0 OR instr(g.code, ?) > 0 OR instr(g.former_codes, ?) > 0 OR instr(coalesce(m.name, \'\'), ?) > 0 OR g.name_py LIKE ? OR ' + HEIR + ')', [text.trim(), text.trim(), text.trim(), text.trim(), `${text.trim().toLowerCase()}%`, text.trim()]] as [string, string[]]]),
    ];
    return { sql: parts.map(([condition]) => condition).join(' AND ') || '1', values: parts.flatMap(([, values]) => values) };
  };
  return {
    insert: (grid: GridValues): void => void insertRow({ ...UNFILLED, ...grid, namePy: placeIndex(grid.name).namePy }),
    replace: (grid: GridRecord): void => void orm.update(grids).set({ ...grid, namePy: placeIndex(grid.name).namePy }).where(eq(grids.id, grid.id)).run(),
    find: preparedFind(db, grids),
    get: (id: string): Grid | undefined => {
      const row = sqlite.prepare(`SELECT ${ROW} FROM grid g ${JOIN} WHERE g.id = ?`).get(id);
      return row === undefined ? undefined : shown(row);
    },
    list: (query: GridQuery): { rows: Grid[]; count: number } => {
      const { sql, values } = where(query);
      return {
        rows: sqlite.prepare(`SELECT ${ROW} FROM grid g ${JOIN} WHERE ${sql} ORDER BY g.status, g.code LIMIT ? OFFSET ?`).all(...values, query.limit, query.offset).map(shown),
        count: (sqlite.prepare(`SELECT count(*) AS n FROM grid g ${JOIN} WHERE ${sql}`).get(...values) as { n: number }).n,
      };
    },
    /** Every grid of a community, closed ones included. */
    ofCommunity: (communityId: string): GridRecord[] => orm.select().from(grids).where(eq(grids.communityId, communityId)).orderBy(asc(grids.code)).all(),
    findByCode: (code: string): GridRecord | undefined => orm.select().from(grids).where(eq(grids.code, code)).get(),
  };
}
