import { z } from 'zod';
import type { ExportList } from '#electron/kernel/exports/export-list.ts';
import { careFilterSchema, careSortSchema, serviceFilterSchema, serviceSortSchema } from '#shared/modules/grid/register/care/care.schema.ts';

const careQuery = z.object({ filter: careFilterSchema.prefault({}), sort: careSortSchema });
const serviceQuery = z.object({ filter: serviceFilterSchema.prefault({}), sort: serviceSortSchema });

const careList: ExportList<z.output<typeof careQuery>> = {
  permission: 'care.read',
  query: careQuery,
  fields: ['personName', 'kind', 'level', 'fromOn', 'untilOn', 'allowance', 'helper', 'nextVisitOn', 'gridName', 'address', 'note'],
  days: ['fromOn', 'untilOn', 'nextVisitOn'],
  count: (work, { filter }) => work.careGroups.count(work.actor, work.today, filter),
  *windows(work, { filter, sort }, size) {
    for (let offset = 0; ; offset += size) {
      const rows = work.careGroups.list(work.actor, work.today, filter, sort, { offset, limit: size });
      if (rows.length > 0) yield rows.map((row) => ({ ...row, kind: work.codeTables.labelOf('care-group', row.kind, 'zh-CN'), allowance: row.allowanceFen === null ? null : row.allowanceFen / 100 }));
      if (rows.length < size) return;
    }
  },
};

const serviceList: ExportList<z.output<typeof serviceQuery>> = {
  permission: 'care.read',
  query: serviceQuery,
  fields: ['servedOn', 'kind', 'personNames', 'staff', 'place', 'content', 'followUp'],
  days: ['servedOn'],
  count: (work, { filter }) => work.services.count(work.actor, filter),
  *windows(work, { filter, sort }, size) {
    for (let offset = 0; ; offset += size) {
      const rows = work.services.list(work.actor, filter, sort, { offset, limit: size });
      if (rows.length > 0) yield rows.map(({ personIds: _ids, ...row }) => ({ ...row, kind: work.codeTables.labelOf('service-kind', row.kind, 'zh-CN'), personNames: row.personNames.join('、'), staff: row.staff.join('、') }));
      if (rows.length < size) return;
    }
  },
};

export const careExports: Readonly<Record<string, ExportList>> = {
  'grid.careGroups': careList as ExportList, // the exporter parses the query with the list's own schema
  'grid.services': serviceList as ExportList, // as above
};
