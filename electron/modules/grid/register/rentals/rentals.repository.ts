import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { preparedInsert } from '#electron/database/prepared-insert.ts';
import { rentals } from './rentals.tables.ts';

export type RentalRecord = typeof rentals.$inferSelect;

export function rentalsRepository(db: Db) {
  const { orm, sqlite } = db;
  const insertRow = preparedInsert(db, rentals);
  return {
    insert: (rental: RentalRecord) => insertRow(rental),
    replace: (rental: RentalRecord): void => void orm.update(rentals).set(rental).where(eq(rentals.id, rental.id)).run(),
    /** Also one that was taken back. */
    find: (id: string): RentalRecord | undefined => orm.select().from(rentals).where(eq(rentals.id, id)).get(),
    /** Dwellings called let, each with its first resident. */
    letDwellings: (): { id: string; tenantId: string; tenantName: string }[] =>
      sqlite.prepare("SELECT d.id, p.id AS tenantId, p.name AS tenantName, min(p.row_no) FROM dwelling d JOIN person p ON p.dwelling_id = d.id AND p.removed_at IS NULL WHERE d.category = 'rented' AND d.removed_at IS NULL GROUP BY d.id ORDER BY d.row_no").all() as { id: string; tenantId: string; tenantName: string }[], // columns named in the statement
    ofDwelling: (dwellingId: string): RentalRecord[] => orm.select().from(rentals).where(and(eq(rentals.dwellingId, dwellingId), isNull(rentals.removedAt))).orderBy(desc(rentals.startsOn), desc(rentals.id)).all(),
  };
}
