import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { Db } from '#electron/database/database.ts';
import { preparedFind } from '#electron/database/prepared-find.ts';
import { preparedInsert } from '#electron/database/prepared-insert.ts';
import { placeIndex } from '#electron/kernel/search/name-index.ts';
import { allOf, type Condition } from '#electron/database/condition.ts';
import { inScope } from '#electron/modules/grid/register/scope.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { Estate, estateFilterSchema } from '#shared/modules/grid/territory/buildings/estate.schema.ts';
import { estates } from './buildings.tables.ts';

export type EstateRecord = typeof estates.$inferSelect;
type Filter = z.output<typeof estateFilterSchema>;
type Order = { readonly field: 'name' | 'updatedAt'; readonly direction: 'asc' | 'desc' };
type Window = { readonly offset: number; readonly limit: number };

const ORDER = { name: 'e.name_py', updatedAt: 'e.updated_at' } as const;

export function estatesRepository(db: Db) {
  const { orm, sqlite } = db;
  const insertRow = preparedInsert(db, estates);
  const condition = (actor: Actor, { text }: Filter): Condition =>
    allOf([
      { sql: 'e.removed_at IS NULL AND e.community_id = ?', values: [actor.communityId] },
      ...(text === '' ? [] : [{ sql: 'instr(e.name, ?) > 0 OR instr(e.address, ?) > 0 OR instr(e.property_company, ?) > 0 OR e.name_py LIKE ?', values: [text, text, text, `${text.toLowerCase()}%`] }]),
    ]);
  return {
    insert: (estate: Omit<EstateRecord, 'namePy'>) => insertRow({ ...estate, namePy: placeIndex(estate.name).namePy }),
    replace: (estate: EstateRecord): void => void orm.update(estates).set({ ...estate, namePy: placeIndex(estate.name).namePy }).where(eq(estates.id, estate.id)).run(),
    /** Also one that was removed. */
    find: preparedFind(db, estates),
    findByName: (communityId: string, name: string): EstateRecord | undefined => orm.select().from(estates).where(and(eq(estates.communityId, communityId), eq(estates.name, name), isNull(estates.removedAt))).get(),
    list: (actor: Actor, filter: Filter, order: Order, { offset, limit }: Window): Estate[] => {
      const { sql, values } = condition(actor, filter);
      const seen = allOf([{ sql: 'b.estate_id = e.id AND b.removed_at IS NULL', values: [] }, ...inScope(actor, 'b.grid_id')]);
      const way = order.direction === 'desc' ? 'DESC' : 'ASC';
      return sqlite.prepare(`SELECT e.id, e.version, e.name, e.address, e.property_company AS propertyCompany, e.property_phone AS propertyPhone, e.committee, e.note, e.updated_at AS updatedAt,
          (SELECT count(*) FROM building b WHERE ${seen.sql}) AS buildings
        FROM estate e WHERE ${sql} ORDER BY ${ORDER[order.field]} ${way}, e.id ${way} LIMIT ? OFFSET ?`).all(...seen.values, ...values, limit, offset) as Estate[]; // columns named in the statement
    },
    count: (actor: Actor, filter: Filter): number => {
      const { sql, values } = condition(actor, filter);
      return (sqlite.prepare(`SELECT count(*) AS n FROM estate e WHERE ${sql}`).get(...values) as { n: number }).n; // the one column named
    },
    /** In every grid, whoever asks: an estate is not removed over buildings the asker does not see. */
    countBuildings: (id: string): number => (sqlite.prepare('SELECT count(*) AS n FROM building WHERE estate_id = ? AND removed_at IS NULL').get(id) as { n: number }).n, // the one column named
  };
}
