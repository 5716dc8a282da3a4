import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const gridMembers = sqliteTable('grid_member', {
  id: text().notNull(),
  communityId: text('community_id').notNull(),
  version: integer().notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
  name: text().notNull(),
  namePy: text('name_py').notNull(),
  initials: text().notNull(),
  phone: text().notNull(),
  sex: text({ enum: ['0', '1', '2', '9'] }).notNull(),
  birthOn: text('birth_on'),
  idNumber: text('id_number').notNull(),
  employment: text({ enum: ['full-time', 'part-time'] }).notNull(),
  political: text().notNull(),
  education: text().notNull(),
  registeredOn: text('registered_on'),
  gridId: text('grid_id'),
  note: text().notNull(),
  extra: text({ mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull(),
  importBatchId: text('import_batch_id'),
});
