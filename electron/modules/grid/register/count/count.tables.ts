import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { removableColumns } from '#electron/database/record-columns.ts';
import { doorStates, type CountFigures } from '#shared/modules/grid/register/count/count.schema.ts';

export const countCampaigns = sqliteTable('count_campaign', {
  ...removableColumns,
  name: text().notNull(),
  startsOn: text('starts_on').notNull(),
  endsOn: text('ends_on').notNull(),
  gridIds: text('grid_ids', { mode: 'json' }).$type<readonly string[]>().notNull(),
  previousId: text('previous_id'),
  closedOn: text('closed_on'),
  figures: text({ mode: 'json' }).$type<CountFigures>(),
  note: text().notNull(),
});

export const countDoors = sqliteTable('count_door', {
  ...removableColumns,
  campaignId: text('campaign_id').notNull(),
  gridId: text('grid_id').notNull(),
  walkNo: integer('walk_no').notNull(),
  dwellingId: text('dwelling_id'),
  address: text().notNull(),
  block: text().notNull(),
  state: text({ enum: doorStates }).notNull(),
  households: integer().notNull(),
  registered: integer().notNull(),
  floating: integer().notNull(),
  leftBehind: integer('left_behind').notNull(),
  overseas: integer().notNull(),
  noHukou: integer('no_hukou').notNull(),
  businesses: integer().notNull(),
  foundUse: text('found_use').notNull(),
  countedOn: text('counted_on'),
  countedBy: text('counted_by').notNull(),
  note: text().notNull(),
  registerPersons: integer('register_persons').notNull(),
  registerHouseholds: integer('register_households').notNull(),
});
