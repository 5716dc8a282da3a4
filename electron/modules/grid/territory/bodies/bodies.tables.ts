import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns } from '#electron/database/record-columns.ts';
import { bodyKinds } from '#shared/modules/grid/territory/bodies/body.schema.ts';

export const bodies = sqliteTable('body', {
  ...recordColumns,
  kind: text({ enum: bodyKinds }).notNull(),
  name: text().notNull(),
  namePy: text('name_py').notNull(),
  initials: text().notNull(),
  contact: text().notNull(),
  contactPhone: text('contact_phone').notNull(),
  address: text().notNull(),
  duty: text().notNull(),
  agreementNo: text('agreement_no').notNull(),
  agreementFrom: text('agreement_from'),
  agreementUntil: text('agreement_until'),
  gridIds: text('grid_ids', { mode: 'json' }).$type<readonly string[]>().notNull(),
  isActive: integer('is_active', { mode: 'boolean' }).notNull(),
  note: text().notNull(),
  extra: text({ mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull(),
  importBatchId: text('import_batch_id'),
});
