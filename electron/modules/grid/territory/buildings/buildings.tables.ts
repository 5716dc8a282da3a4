import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { removableColumns } from '#electron/database/record-columns.ts';
import { headSexes } from '#shared/modules/grid/territory/buildings/building.schema.ts';

export const estates = sqliteTable('estate', {
  ...removableColumns,
  name: text().notNull(),
  namePy: text('name_py').notNull(),
  address: text().notNull(),
  propertyCompany: text('property_company').notNull(),
  propertyPhone: text('property_phone').notNull(),
  committee: text().notNull(),
  note: text().notNull(),
});

export const buildings = sqliteTable('building', {
  ...removableColumns,
  estateId: text('estate_id'),
  gridId: text('grid_id'),
  name: text().notNull(),
  sortKey: text('sort_key').notNull(),
  address: text().notNull(),
  floors: integer(),
  units: integer(),
  headName: text('head_name').notNull(),
  headSex: text('head_sex', { enum: headSexes }).notNull(),
  headBirthOn: text('head_birth_on'),
  headPolitical: text('head_political').notNull(),
  headEducation: text('head_education').notNull(),
  headPhone: text('head_phone').notNull(),
  lngMicro: integer('lng_micro'),
  latMicro: integer('lat_micro'),
  note: text().notNull(),
});

export const rooms = sqliteTable('room', {
  ...removableColumns,
  buildingId: text('building_id').notNull(),
  unit: text().notNull(),
  floor: integer().notNull(),
  name: text().notNull(),
  leftEdge: integer('left_edge').notNull(),
  width: integer().notNull(),
  use: text().notNull(),
});

export const dwellingRooms = sqliteTable('dwelling_room', { ...removableColumns, dwellingId: text('dwelling_id').notNull(), roomId: text('room_id').notNull() });
