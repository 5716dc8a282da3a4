import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const auditEntries = sqliteTable('audit_entry', {
  seq: integer().primaryKey().notNull(),
  id: text().notNull(),
  communityId: text('community_id').notNull(),
  at: text().notNull(),
  mono: integer().notNull(),
  bootId: text('boot_id').notNull(),
  sessionId: text('session_id').notNull(),
  actorId: text('actor_id').notNull(),
  actorName: text('actor_name').notNull(),
  action: text().notNull(),
  entity: text().notNull(),
  entityId: text('entity_id').notNull(),
  detail: text().notNull(),
  changesHash: text('changes_hash').notNull(),
  result: text().notNull(),
  mac: text().notNull(),
});

export const auditSeal = sqliteTable('audit_seal', {
  id: integer().primaryKey().notNull(),
  nextSeq: integer('next_seq').notNull(),
  key: blob({ mode: 'buffer' }).notNull(),
});

export const recordChanges = sqliteTable('record_change', {
  auditSeq: integer('audit_seq').notNull(),
  entity: text().notNull(),
  entityId: text('entity_id').notNull(),
  version: integer().notNull(),
  fields: text().notNull(),
  afterHash: text('after_hash').notNull(),
});
