import { eq } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { preparedFind } from '#electron/database/prepared-find.ts';
import { preparedInsert } from '#electron/database/prepared-insert.ts';
import { personBlocks } from './block.tables.ts';

export type BlockRecord = typeof personBlocks.$inferSelect;

export function blocksRepository(db: Db) {
  const { orm } = db;
  return {
    insert: preparedInsert(db, personBlocks),
    replace: (block: BlockRecord): void => void orm.update(personBlocks).set(block).where(eq(personBlocks.id, block.id)).run(),
    find: preparedFind(db, personBlocks),
    /** The one row of a person, also when an undo has withdrawn it. */
    ofPerson: (personId: string): BlockRecord | undefined => orm.select().from(personBlocks).where(eq(personBlocks.personId, personId)).get(),
  };
}
