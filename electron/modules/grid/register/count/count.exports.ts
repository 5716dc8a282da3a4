import { z } from 'zod';
import type { ExportList } from '#electron/kernel/exports/export-list.ts';
import { outcomeWords } from '#shared/modules/grid/register/count/count-sheet.rules.ts';
import { doorFilterSchema, doorSortSchema } from '#shared/modules/grid/register/count/count.schema.ts';

const doorQuery = z.object({ filter: doorFilterSchema.prefault({}), sort: doorSortSchema });

const doorList: ExportList<z.output<typeof doorQuery>> = {
  permission: 'count.read',
  query: doorQuery,
  fields: ['gridName', 'no', 'address', 'state', 'households', 'persons', 'registered', 'floating', 'leftBehind', 'overseas', 'noHukou', 'businesses', 'foundUse', 'registerPersons', 'registerHouseholds', 'personsNow', 'lastPersons', 'lastHouseholds', 'countedOn', 'countedBy', 'note'],
  days: ['countedOn'],
  count: (work, { filter }) => work.countDoors.count(work.actor, filter),
  *windows(work, { filter, sort }, size) {
    for (let offset = 0; ; offset += size) {
      const rows = work.countDoors.list(work.actor, filter, sort, { offset, limit: size });
      if (rows.length > 0) yield rows.map((row) => ({ ...row, state: row.state === 'open' ? '' : outcomeWords[row.state], foundUse: work.codeTables.labelOf('dwelling-use', row.foundUse, 'zh-CN') }));
      if (rows.length < size) return;
    }
  },
};

export const countExports: Readonly<Record<string, ExportList>> = {
  'grid.doors': doorList as ExportList, // the exporter parses the query with the list's own schema
};
