import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { preparedFind } from '#electron/database/prepared-find.ts';
import { preparedInsert } from '#electron/database/prepared-insert.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { Window } from '../persons.repository.ts';
import { allOf, type Condition } from '#electron/database/condition.ts';
import { inScope } from '../scope.ts';
import { rentals } from './rentals.tables.ts';

export type RentalRecord = typeof rentals.$inferSelect;

export type RentalLine = Pick<RentalRecord, 'rentalUse' | 'rentalType' | 'tenantName' | 'tenantIdNumber' | 'tenantPhone' | 'startsOn' | 'endsOn' | 'leftOn' | 'note'> & { readonly address: string; readonly gridName: string };
const listed = (actor: Actor): Condition => allOf([{ sql: 'r.removed_at IS NULL AND d.removed_at IS NULL', values: [] }, ...inScope(actor, 'd.grid_id')]);

export function rentalsRepository(db: Db) {
  const { orm, sqlite } = db;
  const insertRow = preparedInsert(db, rentals);
  return {
    insert: (rental: RentalRecord) => insertRow(rental),
    replace: (rental: RentalRecord): void => void orm.update(rentals).set(rental).where(eq(rentals.id, rental.id)).run(),
    /** Also one that was taken back. */
    find: preparedFind(db, rentals),
    /** Dwellings called let, each with its first resident. */
    letDwellings: (): { id: string; tenantId: string; tenantName: string }[] =>
      sqlite.prepare("SELECT d.id, p.id AS tenantId, p.name AS tenantName, min(p.row_no) FROM dwelling d JOIN person p ON p.dwelling_id = d.id AND p.removed_at IS NULL WHERE d.category = 'rented' AND d.removed_at IS NULL GROUP BY d.id ORDER BY d.row_no").all() as { id: string; tenantId: string; tenantName: string }[], // columns named in the statement
    /** Every letting on record with its dwelling, in the actor's grids; numbers as stored, whoever shows them masks them. */
    listAll: (actor: Actor, { offset, limit }: Window): RentalLine[] => {
      const { sql, values } = listed(actor);
      return sqlite.prepare(`SELECT d.address, coalesce(g.name, '') AS gridName, r.rental_use AS rentalUse, r.rental_type AS rentalType, coalesce(p.name, r.tenant_name) AS tenantName, coalesce(p.id_number, r.tenant_id_number) AS tenantIdNumber,
          coalesce(p.phone, r.tenant_phone) AS tenantPhone, r.starts_on AS startsOn, r.ends_on AS endsOn, r.left_on AS leftOn, r.note
        FROM rental r JOIN dwelling d ON d.id = r.dwelling_id LEFT JOIN grid g ON g.id = d.grid_id LEFT JOIN person p ON p.id = r.tenant_id WHERE ${sql} ORDER BY g.code, d.address, r.starts_on DESC, r.id LIMIT ? OFFSET ?`).all(...values, limit, offset) as RentalLine[]; // columns named in the statement
    },
    countAll: (actor: Actor): number => {
      const { sql, values } = listed(actor);
      return (sqlite.prepare(`SELECT count(*) AS n FROM rental r JOIN dwelling d ON d.id = r.dwelling_id WHERE ${sql}`).get(...values) as { n: number }).n; // the one column
    },
    ofDwelling: (dwellingId: string): RentalRecord[] => orm.select().from(rentals).where(and(eq(rentals.dwellingId, dwellingId), isNull(rentals.removedAt))).orderBy(desc(rentals.startsOn), desc(rentals.id)).all(),
  };
}
