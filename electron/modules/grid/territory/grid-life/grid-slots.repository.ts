import { and, eq } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { preparedFind } from '#electron/database/prepared-find.ts';
import { preparedInsert } from '#electron/database/prepared-insert.ts';
import { gridSlots } from './grid-life.tables.ts';

export type GridSlotRecord = typeof gridSlots.$inferSelect;

export function gridSlotsRepository(db: Db) {
  const { orm } = db;
  const insertRow = preparedInsert(db, gridSlots);
  return {
    insert: (slot: GridSlotRecord): void => void insertRow(slot),
    replace: (slot: GridSlotRecord): void => void orm.update(gridSlots).set(slot).where(eq(gridSlots.id, slot.id)).run(),
    find: preparedFind(db, gridSlots),
    at: (gridId: string, kind: string): GridSlotRecord | undefined => orm.select().from(gridSlots).where(and(eq(gridSlots.gridId, gridId), eq(gridSlots.kind, kind))).get(),
    ofGrid: (gridId: string): GridSlotRecord[] => orm.select().from(gridSlots).where(eq(gridSlots.gridId, gridId)).all(),
  };
}
