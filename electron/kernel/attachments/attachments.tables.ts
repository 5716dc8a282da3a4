import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Attachment } from '#shared/kernel/attachments/attachment.schema.ts';

const record = {
  id: text().primaryKey().notNull(),
  communityId: text('community_id').notNull(),
  version: integer().notNull().default(1),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
};

export const attachments = sqliteTable('attachment', {
  ...record,
  removedAt: text('removed_at'),
  ownerTable: text('owner_table').notNull(),
  ownerId: text('owner_id').notNull(),
  name: text().notNull(),
  mediaType: text('media_type').$type<Attachment['mediaType']>().notNull(),
  width: integer().notNull(),
  height: integer().notNull(),
  size: integer().notNull(),
  sha256: text().notNull(),
  addedBy: text('added_by').notNull(),
});

export const attachmentBytes = sqliteTable('attachment_bytes', { ...record, bytes: blob({ mode: 'buffer' }).notNull() });
