import { z } from 'zod';
import type { ExportCell, ExportList } from '#electron/kernel/exports/export-list.ts';
import { buildingFilterSchema, buildingSortSchema } from '#shared/modules/grid/territory/buildings/building.schema.ts';
import { estateFilterSchema, estateSortSchema } from '#shared/modules/grid/territory/buildings/estate.schema.ts';

const estateQuery = z.object({ filter: estateFilterSchema.prefault({}), sort: estateSortSchema });
const buildingQuery = z.object({ filter: buildingFilterSchema.prefault({}), sort: buildingSortSchema });

/** Pages of a list until one comes back short. */
function* pages<Row>(size: number, read: (offset: number) => readonly Row[], cells: (row: Row) => Readonly<Record<string, ExportCell>>) {
  for (let offset = 0; ; offset += size) {
    const rows = read(offset);
    if (rows.length > 0) yield rows.map(cells);
    if (rows.length < size) return;
  }
}

const estateList: ExportList<z.output<typeof estateQuery>> = {
  permission: 'buildings.read',
  query: estateQuery,
  fields: ['name', 'address', 'propertyCompany', 'propertyPhone', 'committee', 'buildings', 'note', 'updatedAt'],
  instants: ['updatedAt'],
  count: (work, { filter }) => work.estates.count(work.actor, filter),
  windows: (work, { filter, sort }, size) => pages(size, (offset) => work.estates.list(work.actor, filter, sort, { offset, limit: size }), (row) => row),
};

const degrees = (micro: number | null): number | null => (micro === null ? null : micro / 1_000_000);

const buildingList: ExportList<z.output<typeof buildingQuery>> = {
  permission: 'buildings.read',
  query: buildingQuery,
  days: ['headBirthOn'],
  fields: ['estateName', 'name', 'address', 'gridName', 'floors', 'units', 'rooms', 'dwellings', 'persons', 'elsewhere', 'headName', 'headSex', 'headBirthOn', 'headPolitical', 'headEducation', 'headPhone', 'lng', 'lat', 'note', 'updatedAt'],
  instants: ['updatedAt'],
  count: (work, { filter }) => work.buildings.count(work.actor, filter),
  windows: (work, { filter, sort }, size) =>
    pages(size, (offset) => work.buildings.list(work.actor, filter, sort, { offset, limit: size }), ({ lngMicro, latMicro, ...row }) => ({
      ...row,
      headPolitical: work.codeTables.labelOf('political', row.headPolitical, 'zh-CN'),
      headEducation: work.codeTables.labelOf('education', row.headEducation, 'zh-CN'),
      headSex: row.headName === '' ? '' : work.codeTables.labelOf('sex', row.headSex, 'zh-CN'),
      lng: degrees(lngMicro),
      lat: degrees(latMicro),
    })),
};

const roomsQuery = z.object({ buildingId: z.uuid().nullable().default(null) });
/** A room a line, with what lies in it; of one building or of all. Nobody's name. */
const roomList: ExportList<z.output<typeof roomsQuery>> = {
  permission: 'buildings.read',
  query: roomsQuery,
  fields: ['building', 'gridName', 'unit', 'floor', 'name', 'use', 'dwellings', 'residents', 'rented'],
  count: (work, { buildingId }) => work.rooms.countAll(work.actor, buildingId),
  windows: (work, { buildingId }, size) => pages(size, (offset) => work.rooms.listAll(work.actor, buildingId, { offset, limit: size }), (row) => ({ ...row, use: work.codeTables.labelOf('dwelling-use', row.use, 'zh-CN'), rented: row.rented === 1 ? '是' : '' })),
};

export const buildingsExports: Readonly<Record<string, ExportList>> = {
  'grid.estates': estateList as ExportList, // the exporter parses the query with the list's own schema before it hands it in
  'grid.buildings': buildingList as ExportList, // as above
  'grid.rooms': roomList as ExportList, // as above
};
