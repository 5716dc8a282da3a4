import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { preparedFind } from '#electron/database/prepared-find.ts';
import type { AttachmentOwner } from '#shared/kernel/attachments/attachment.schema.ts';
import { attachmentBytes, attachments } from './attachments.tables.ts';

export type AttachmentRecord = typeof attachments.$inferSelect;

export function attachmentsRepository(db: Db) {
  const { orm } = db;
  return {
    of: ({ table, id }: AttachmentOwner): AttachmentRecord[] =>
      orm.select().from(attachments).where(and(eq(attachments.ownerTable, table), eq(attachments.ownerId, id), isNull(attachments.removedAt))).orderBy(asc(attachments.createdAt), asc(attachments.id)).all(),
    find: preparedFind(db, attachments),
    bytes: (id: string): Buffer | undefined => orm.select({ bytes: attachmentBytes.bytes }).from(attachmentBytes).where(eq(attachmentBytes.id, id)).get()?.bytes,
    insert: (attachment: AttachmentRecord, bytes: Buffer): void => {
      const { id, communityId, version, createdAt, updatedAt } = attachment;
      orm.insert(attachments).values(attachment).run();
      orm.insert(attachmentBytes).values({ id, communityId, version, createdAt, updatedAt, bytes }).run();
    },
    remove: ({ id, version }: AttachmentRecord, now: string): void => void orm.update(attachments).set({ removedAt: now, updatedAt: now, version: version + 1 }).where(eq(attachments.id, id)).run(),
  };
}
