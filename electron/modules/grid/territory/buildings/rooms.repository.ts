import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { preparedFind } from '#electron/database/prepared-find.ts';
import { preparedInsert } from '#electron/database/prepared-insert.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { inScope } from '#electron/modules/grid/register/scope.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { RoomDwelling } from '#shared/modules/grid/territory/buildings/room.schema.ts';
import type { UntiedDwelling } from '#shared/modules/grid/territory/buildings/room-proposal.rules.ts';
import { dwellingRooms, rooms } from './buildings.tables.ts';

export type RoomRecord = typeof rooms.$inferSelect;
export type DwellingRoomRecord = typeof dwellingRooms.$inferSelect;
export type FoundRoom = { readonly id: string; readonly name: string; readonly unit: string; readonly buildingId: string; readonly building: string };

const LINK = 'JOIN dwelling_room l ON l.dwelling_id = d.id AND l.removed_at IS NULL JOIN room r ON r.id = l.room_id AND r.removed_at IS NULL';
const PLACE = "r.id, r.name, r.unit, r.building_id AS buildingId, coalesce(e.name, b.address) || b.name AS building FROM room r JOIN building b ON b.id = r.building_id AND b.removed_at IS NULL LEFT JOIN estate e ON e.id = b.estate_id";

export type RoomLine = { readonly building: string; readonly gridName: string; readonly unit: string; readonly floor: number; readonly name: string; readonly use: string; readonly dwellings: number; readonly residents: number; readonly rented: number };
const inBuildings = (actor: Actor, buildingId: string | null): Condition =>
  allOf([{ sql: 'r.removed_at IS NULL', values: [] }, ...inScope(actor, 'b.grid_id'), ...(buildingId === null ? [] : [{ sql: 'r.building_id = ?', values: [buildingId] }])]);

export function roomsRepository(db: Db) {
  const { orm, sqlite } = db;
  const insertRow = preparedInsert(db, rooms);
  const insertLink = preparedInsert(db, dwellingRooms);
  const tied = sqlite.prepare('SELECT d.id FROM dwelling_room l JOIN dwelling d ON d.id = l.dwelling_id AND d.removed_at IS NULL WHERE l.room_id = ? AND l.removed_at IS NULL ORDER BY d.address, d.id').pluck();
  const persons = sqlite.prepare('SELECT count(*) FROM person p WHERE p.removed_at IS NULL AND p.dwelling_id IN (SELECT dwelling_id FROM dwelling_room WHERE room_id = ? AND removed_at IS NULL)').pluck();
  return {
    insert: (room: RoomRecord) => insertRow(room),
    replace: (room: RoomRecord): void => void orm.update(rooms).set(room).where(eq(rooms.id, room.id)).run(),
    /** Also one that was removed. */
    find: preparedFind(db, rooms),
    ofBuilding: (buildingId: string): RoomRecord[] => orm.select().from(rooms).where(and(eq(rooms.buildingId, buildingId), isNull(rooms.removedAt))).orderBy(asc(rooms.unit), asc(rooms.floor), asc(rooms.leftEdge)).all(),
    /** A room that stands where the given one would, or has its name on its floor. */
    inTheWay: (room: RoomRecord): RoomRecord | undefined =>
      orm.select().from(rooms).where(and(eq(rooms.buildingId, room.buildingId), eq(rooms.unit, room.unit), eq(rooms.floor, room.floor), ne(rooms.id, room.id), isNull(rooms.removedAt))).all()
        .find((other) => other.name === room.name || (other.leftEdge < room.leftEdge + room.width && room.leftEdge < other.leftEdge + other.width)),
    /** Everybody who lives in a room, whoever asks. */
    countPersons: (roomId: string): number => Number(persons.get(roomId)),
    /** The dwellings of a building's rooms, as far as the actor sees them; `today` decides which lettings run. */
    dwellingsOf: (actor: Actor, buildingId: string): (RoomDwelling & { roomId: string })[] => {
      const { sql, values } = allOf([{ sql: 'r.building_id = ? AND d.removed_at IS NULL', values: [buildingId] }, ...inScope(actor, 'd.grid_id')]);
      return (sqlite.prepare(`SELECT l.room_id AS roomId, d.id, d.address, d.category, d.use,
          (SELECT count(*) FROM person p WHERE p.dwelling_id = d.id AND p.removed_at IS NULL) AS residents,
          EXISTS (SELECT 1 FROM rental t WHERE t.dwelling_id = d.id AND t.removed_at IS NULL AND t.left_on IS NULL) AS rented
        FROM dwelling d ${LINK} WHERE ${sql} ORDER BY d.address, d.id`).all(...values) as (Omit<RoomDwelling, 'rented'> & { rented: number; roomId: string })[]) // columns named in the statement
        .map((row) => ({ ...row, rented: row.rented === 1 }));
    },
    /** The ids of all dwellings of a building, whoever asks. */
    dwellingIdsOf: (buildingId: string): string[] => sqlite.prepare(`SELECT d.id FROM dwelling d ${LINK} WHERE r.building_id = ? AND d.removed_at IS NULL ORDER BY d.id`).pluck().all(buildingId) as string[], // the one column named
    /** Households and persons tied to a dwelling and filed in the given grid. */
    householdsOf: (dwellingId: string, gridId: string | null): string[] => sqlite.prepare('SELECT id FROM household WHERE dwelling_id = ? AND grid_id IS ? AND removed_at IS NULL ORDER BY row_no').pluck().all(dwellingId, gridId) as string[], // the one column named
    personsOf: (dwellingId: string, gridId: string | null): string[] => sqlite.prepare('SELECT id FROM person WHERE dwelling_id = ? AND grid_id IS ? AND removed_at IS NULL ORDER BY row_no').pluck().all(dwellingId, gridId) as string[], // the one column named
    tiedTo: (roomId: string): string[] => tied.all(roomId) as string[], // the one column named
    linkOf: (dwellingId: string): DwellingRoomRecord | undefined => orm.select().from(dwellingRooms).where(eq(dwellingRooms.dwellingId, dwellingId)).get(),
    /** The tie itself, by its own id. */
    findLink: preparedFind(db, dwellingRooms),
    insertLink: (link: DwellingRoomRecord) => insertLink(link),
    replaceLink: (link: DwellingRoomRecord): void => void orm.update(dwellingRooms).set(link).where(eq(dwellingRooms.id, link.id)).run(),
    /** The room a dwelling lies in. */
    placeOf: (dwellingId: string): FoundRoom | undefined => sqlite.prepare(`SELECT ${PLACE} JOIN dwelling_room l ON l.room_id = r.id AND l.removed_at IS NULL WHERE l.dwelling_id = ? AND r.removed_at IS NULL`).get(dwellingId) as FoundRoom | undefined, // columns named in PLACE
    /** Rooms whose unit and name begin so, in the given buildings or, without any, everywhere. */
    some: (actor: Actor, beginning: string, buildingIds: readonly string[] | null, limit: number): FoundRoom[] => {
      const named = buildingIds === null ? { sql: 'r.name >= ? AND r.name < ?', values: [beginning, `${beginning}\u{10ffff}`] } : { sql: "replace(r.unit || r.name, '室', '') LIKE ?", values: [`%${beginning}%`] };
      const { sql, values } = allOf([{ sql: 'r.removed_at IS NULL', values: [] }, named, ...(buildingIds === null ? [] : [isIn('r.building_id', buildingIds)]), ...inScope(actor, 'b.grid_id')]);
      return sqlite.prepare(`SELECT ${PLACE} WHERE ${sql} ORDER BY b.sort_key, r.name, r.id LIMIT ?`).all(...values, limit) as FoundRoom[]; // columns named in PLACE
    },
    /** Every room with what lies in it, building by building; of one building or of all in the actor's grids. */
    listAll: (actor: Actor, buildingId: string | null, { offset, limit }: { readonly offset: number; readonly limit: number }): RoomLine[] => {
      const { sql, values } = inBuildings(actor, buildingId);
      return sqlite.prepare(`SELECT coalesce(e.name, b.address) || b.name AS building, coalesce(g.name, '') AS gridName, r.unit, r.floor, r.name, r.use,
          (SELECT count(*) FROM dwelling_room l JOIN dwelling d ON d.id = l.dwelling_id AND d.removed_at IS NULL WHERE l.room_id = r.id AND l.removed_at IS NULL) AS dwellings,
          (SELECT count(*) FROM dwelling_room l JOIN person p ON p.dwelling_id = l.dwelling_id AND p.removed_at IS NULL WHERE l.room_id = r.id AND l.removed_at IS NULL) AS residents,
          EXISTS (SELECT 1 FROM dwelling_room l JOIN rental t ON t.dwelling_id = l.dwelling_id AND t.removed_at IS NULL AND t.left_on IS NULL WHERE l.room_id = r.id AND l.removed_at IS NULL) AS rented
        FROM room r JOIN building b ON b.id = r.building_id AND b.removed_at IS NULL LEFT JOIN estate e ON e.id = b.estate_id LEFT JOIN grid g ON g.id = b.grid_id
        WHERE ${sql} ORDER BY b.sort_key, b.id, r.unit, r.floor, r.left_edge LIMIT ? OFFSET ?`).all(...values, limit, offset) as RoomLine[]; // columns named in the statement
    },
    countAll: (actor: Actor, buildingId: string | null): number => {
      const { sql, values } = inBuildings(actor, buildingId);
      return (sqlite.prepare(`SELECT count(*) AS n FROM room r JOIN building b ON b.id = r.building_id AND b.removed_at IS NULL WHERE ${sql}`).get(...values) as { n: number }).n; // the one column
    },
    /** Every dwelling of the community that lies in no room, in the order of their addresses. */
    untied: (communityId: string): UntiedDwelling[] =>
      sqlite.prepare(`SELECT d.id, d.address, d.estate, d.building, d.unit, d.floor, d.room, d.grid_id AS gridId FROM dwelling d
        WHERE d.community_id = ? AND d.removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM dwelling_room l JOIN room r ON r.id = l.room_id AND r.removed_at IS NULL JOIN building b ON b.id = r.building_id AND b.removed_at IS NULL WHERE l.dwelling_id = d.id AND l.removed_at IS NULL)
        ORDER BY d.address, d.id`).all(communityId) as UntiedDwelling[], // columns named in the statement
  };
}
