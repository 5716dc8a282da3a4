import { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ExportList } from '#electron/kernel/exports/export-list.ts';
import { matterFilterSchema, matterSortSchema, type MatterRow } from '#shared/modules/grid/matters/matter.schema.ts';
import { matterRowsExports } from './matter-rows.service.ts';
import { listMatters, overdueBefore } from './matters.service.ts';
import { STATE_WORDS, UNIT_WORDS } from './matter-export-words.ts';

const matterQuery = z.object({ filter: matterFilterSchema.prefault({}), sort: matterSortSchema });

const rowOf = (work: Work) => ({ isEstimate: _estimate, untouched: _untouched, pinned: _pinned, isModel: _model, isLegacy: _legacy, isJoint: _joint, ...row }: MatterRow) => ({
  ...row,
  kind: work.codeTables.labelOf('matter-kind', row.kind, 'zh-CN'),
  channel: work.codeTables.labelOf('matter-channel', row.channel, 'zh-CN'),
  level: work.codeTables.labelOf('matter-level', row.level, 'zh-CN'),
  unitName: row.unitName || (UNIT_WORDS[row.unitId] ?? ''),
  state: STATE_WORDS[row.state],
});

const list: ExportList<z.output<typeof matterQuery>> = {
  permission: 'matters.read',
  query: matterQuery,
  fields: ['number', 'subject', 'kind', 'channel', 'level', 'place', 'gridName', 'partyName', 'state', 'unitName', 'ownerName', 'reportedAt', 'dueOn', 'promisedOn', 'endedOn', 'returns', 'reworks', 'urges', 'rating'],
  days: ['dueOn', 'promisedOn', 'endedOn'],
  instants: ['reportedAt'],
  count: (work, { filter }) => work.matters.count(work.actor, filter, overdueBefore(work, filter)),
  *windows(work, { filter, sort }, size) {
    for (let offset = 0; ; offset += size) {
      const rows = listMatters(work, { filter, sort, offset, limit: size });
      if (rows.length > 0) yield rows.map(rowOf(work));
      if (rows.length < size) return;
    }
  },
};

export const mattersExports: Readonly<Record<string, ExportList>> = { 'grid.matters': list as ExportList, ...matterRowsExports }; // the exporter parses the query with the list's own schema
