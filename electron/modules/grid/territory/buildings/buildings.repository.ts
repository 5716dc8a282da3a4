import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { preparedFind } from '#electron/database/prepared-find.ts';
import { preparedInsert } from '#electron/database/prepared-insert.ts';
import { placeIndex } from '#electron/kernel/search/name-index.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { inScope, isGridInScope } from '#electron/modules/grid/register/scope.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { Building, BuildingFilter } from '#shared/modules/grid/territory/buildings/building.schema.ts';
import { buildings } from './buildings.tables.ts';

export type BuildingRecord = typeof buildings.$inferSelect;
type Order = { readonly field: 'name' | 'updatedAt'; readonly direction: 'asc' | 'desc' };
type Window = { readonly offset: number; readonly limit: number };

const ORDER = { name: ['e.name_py', 'b.address', 'b.sort_key'], updatedAt: ['b.updated_at'] } as const;
const TIED = 'dwelling d JOIN dwelling_room l ON l.dwelling_id = d.id AND l.removed_at IS NULL JOIN room r ON r.id = l.room_id AND r.removed_at IS NULL WHERE r.building_id = b.id AND d.removed_at IS NULL';
const ELSEWHERE = `FROM ${TIED} AND d.grid_id IS NOT b.grid_id`;

/** Names in the order of their numbers: 2幢 before 10幢. */
const sortKey = (name: string): string => placeIndex(name.replaceAll(/\d+/g, (digits) => digits.padStart(6, '0'))).namePy;

export function buildingsRepository(db: Db) {
  const { orm, sqlite } = db;
  const insertRow = preparedInsert(db, buildings);
  const byId = preparedFind(db, buildings);
  const condition = (actor: Actor, filter: BuildingFilter): Condition =>
    allOf([
      { sql: 'b.removed_at IS NULL', values: [] },
      ...inScope(actor, 'b.grid_id'),
      ...(filter.text === '' ? [] : [{ sql: "instr(coalesce(e.name, '') || b.name, ?) > 0 OR instr(b.address || b.name, ?) > 0 OR instr(b.head_name, ?) > 0 OR e.name_py LIKE ?", values: [filter.text, filter.text, filter.text, `${filter.text.toLowerCase()}%`] }]),
      ...(filter.estateIds.length > 0 ? [isIn('b.estate_id', filter.estateIds)] : []),
      ...(filter.gridIds.length > 0 ? [isIn('b.grid_id', filter.gridIds)] : []),
      ...(filter.withoutGrid ? [{ sql: 'b.grid_id IS NULL', values: [] }] : []),
      ...(filter.withoutHead ? [{ sql: "b.head_name = ''", values: [] }] : []),
      ...(filter.divided ? [{ sql: `EXISTS (SELECT 1 ${ELSEWHERE})`, values: [] }] : []),
    ]);
  const rowsOf = ({ sql, values }: Condition, order: string, { offset, limit }: Window): Building[] =>
    sqlite.prepare(`SELECT b.id, b.version, b.estate_id AS estateId, b.grid_id AS gridId, b.name, b.address, b.floors, b.units, b.head_name AS headName, b.head_sex AS headSex, b.head_phone AS headPhone, b.head_birth_on AS headBirthOn, b.head_political AS headPolitical, b.head_education AS headEducation,
        b.lng_micro AS lngMicro, b.lat_micro AS latMicro, b.note, b.updated_at AS updatedAt, coalesce(e.name, '') AS estateName, coalesce(g.name, '') AS gridName,
        (SELECT count(*) FROM room r WHERE r.building_id = b.id AND r.removed_at IS NULL) AS rooms,
        (SELECT count(*) FROM ${TIED}) AS dwellings,
        (SELECT count(*) FROM person p WHERE p.removed_at IS NULL AND p.dwelling_id IN (SELECT d.id FROM ${TIED})) AS persons,
        (SELECT count(*) ${ELSEWHERE}) AS elsewhere
      FROM building b LEFT JOIN estate e ON e.id = b.estate_id LEFT JOIN grid g ON g.id = b.grid_id
      WHERE ${sql} ORDER BY ${order} LIMIT ? OFFSET ?`).all(...values, limit, offset) as Building[]; // columns named in the statement
  return {
    insert: (building: Omit<BuildingRecord, 'sortKey'>) => insertRow({ ...building, sortKey: sortKey(building.name) }),
    replace: (building: BuildingRecord): void => void orm.update(buildings).set({ ...building, sortKey: sortKey(building.name) }).where(eq(buildings.id, building.id)).run(),
    /** Also one that was removed. */
    find: (actor: Actor, id: string): BuildingRecord | undefined => {
      const building = byId(id);
      return building && isGridInScope(actor, building.gridId) ? building : undefined;
    },
    get: (actor: Actor, id: string): Building | undefined => rowsOf(allOf([{ sql: 'b.removed_at IS NULL AND b.id = ?', values: [id] }, ...inScope(actor, 'b.grid_id')]), 'b.id', { offset: 0, limit: 1 })[0],
    /** A building is told from others by its estate and name; without an estate by its address and name. */
    findByName: (communityId: string, { estateId, address, name }: Pick<BuildingRecord, 'estateId' | 'address' | 'name'>): BuildingRecord | undefined =>
      orm.select().from(buildings).where(and(eq(buildings.communityId, communityId), eq(buildings.name, name), estateId === null ? and(isNull(buildings.estateId), eq(buildings.address, address)) : eq(buildings.estateId, estateId), isNull(buildings.removedAt))).get(),
    list: (actor: Actor, filter: BuildingFilter, { field, direction }: Order, window: Window): Building[] => {
      const way = direction === 'desc' ? 'DESC' : 'ASC';
      return rowsOf(condition(actor, filter), [...ORDER[field], 'b.id'].map((column) => `${column} ${way}`).join(', '), window);
    },
    /** Gives a building its place, in degrees; without a version, for who invents or fills. */
    place: (id: string, [lng, lat]: readonly [number, number]): void => void sqlite.prepare('UPDATE building SET lng_micro = ?, lat_micro = ? WHERE id = ?').run(Math.round(lng * 1e6), Math.round(lat * 1e6), id),
    /** Every building of a community as people call it. */
    titles: (communityId: string): { id: string; title: string }[] =>
      sqlite.prepare("SELECT b.id, coalesce(e.name, b.address) || b.name AS title FROM building b LEFT JOIN estate e ON e.id = b.estate_id WHERE b.community_id = ? AND b.removed_at IS NULL").all(communityId) as { id: string; title: string }[], // columns named in the statement
    count: (actor: Actor, filter: BuildingFilter): number => {
      const { sql, values } = condition(actor, filter);
      return (sqlite.prepare(`SELECT count(*) AS n FROM building b LEFT JOIN estate e ON e.id = b.estate_id WHERE ${sql}`).get(...values) as { n: number }).n; // the one column named
    },
  };
}
