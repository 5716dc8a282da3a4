import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns } from '#electron/database/record-columns.ts';
import { gridEndings } from '#shared/modules/grid/territory/grid.schema.ts';
import { organisationLevels, organisationProblems } from '#shared/modules/grid/territory/organisation.schema.ts';

export const organisations = sqliteTable('organisation', {
  rowNo: integer('row_no').primaryKey().notNull(),
  ...recordColumns,
  parentId: text('parent_id'),
  code: text().notNull(),
  name: text().notNull(),
  namePy: text('name_py').notNull(),
  initials: text().notNull(),
  level: text({ enum: organisationLevels }).notNull(),
  sortNo: integer('sort_no').notNull(),
  problem: text({ enum: organisationProblems }),
  own: integer({ mode: 'boolean' }).notNull(),
  importBatchId: text('import_batch_id'),
});

export const grids = sqliteTable('grid', {
  ...recordColumns,
  code: text().notNull(),
  formerCodes: text('former_codes', { mode: 'json' }).$type<readonly string[]>().notNull(),
  name: text().notNull(),
  namePy: text('name_py').notNull(),
  type: text({ enum: ['basic', 'dedicated'] }).notNull(),
  nature: text().notNull(),
  boundary: text().notNull(),
  east: text().notNull(),
  south: text().notNull(),
  west: text().notNull(),
  north: text().notNull(),
  deputyId: text('deputy_id'),
  boardPlace: text('board_place').notNull(),
  responsibleId: text('responsible_id'),
  startedOn: text('started_on'),
  note: text().notNull(),
  status: text({ enum: ['active', 'closed'] }).notNull(),
  closedOn: text('closed_on'),
  closedReason: text('closed_reason').notNull(),
  ending: text({ enum: gridEndings }).notNull(),
});
