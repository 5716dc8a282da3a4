import { z } from 'zod';
import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ExportList } from '#electron/kernel/exports/export-list.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import type { processOperations } from '#shared/modules/grid/process/process.contract.ts';
import { savedBetween } from '#shared/modules/grid/process/process.rules.ts';
import { processMapFilterSchema, processMapSortSchema, type ProcessMapState } from '#shared/modules/grid/process/process.schema.ts';
import { plainUndo } from '../records.ts';
import { processMapsRepository } from './process-maps.repository.ts';
import { checkStanding, copyProcessMap, createProcessMap, enableProcessMap, endProcessMap, getProcessMap, measureProcessMap, removeProcessMap, updateProcessMap } from './process-maps.service.ts';
import { writeProcessMaps } from './process.demo.ts';

export const openProcess = (db: Db) => ({ processMaps: processMapsRepository(db) });

export const processHandlers: Handlers<typeof processOperations, Work> = {
  listProcessMaps: (work, { filter, sort, ...window }) => work.processMaps.list(filter, sort, window),
  countProcessMaps: (work, { filter }) => ({ count: work.processMaps.count(filter) }),
  summariseProcessMaps: (work) => work.processMaps.figures(),
  getProcessMap,
  measureProcessMap,
  createProcessMap,
  updateProcessMap,
  enableProcessMap,
  copyProcessMap,
  endProcessMap,
  removeProcessMap,
};

const STATE: Readonly<Record<ProcessMapState, string>> = { draft: '草稿', 'in-force': '施行中', replaced: '已被新版代替', ended: '已停用' };
const mapQuery = z.object({ filter: processMapFilterSchema.prefault({}), sort: processMapSortSchema });
const mapList: ExportList<z.output<typeof mapQuery>> = {
  permission: 'process.read',
  query: mapQuery,
  fields: ['title', 'edition', 'state', 'kind', 'inForceOn', 'stepsSaved', 'daysSaved', 'handOversSaved', 'documentsSaved', 'steps', 'days', 'basis', 'endedOn'],
  days: ['inForceOn', 'endedOn'],
  count: (work, { filter }) => work.processMaps.count(filter),
  *windows(work, { filter, sort }, size) {
    for (let offset = 0; ; offset += size) {
      const rows = work.processMaps.list(filter, sort, { offset, limit: size });
      if (rows.length > 0) {
        yield rows.map(({ before, after, ...row }) => {
          const saved = savedBetween(before, after);
          return { ...row, kind: work.codeTables.labelOf('matter-kind', row.kind, 'zh-CN'), state: STATE[row.state], steps: after.steps, days: after.days, stepsSaved: saved.steps, daysSaved: saved.days, handOversSaved: saved.handOvers, documentsSaved: saved.documents };
        });
      }
      if (rows.length < size) return;
    }
  },
};

const MOST_FOUND = 5;

export const processParts: ModuleParts = {
  history: { process_map: { permission: 'process.read', isVisible: (work, id) => work.processMaps.row(id) !== undefined } },
  undo: { process_map: { ...plainUndo('process.edit', (work, id) => work.processMaps.find(id)?.title ?? ''), settled: checkStanding } },
  search: [
    {
      permission: 'process.read',
      find: (work, text, limit) =>
        work.processMaps
          .list(processMapFilterSchema.parse({ text: text.slice(0, 60), states: ['in-force', 'draft'] }), { field: 'title', direction: 'asc' }, { offset: 0, limit: Math.min(limit, MOST_FOUND) })
          .map(({ id, title, kind, state }) => ({ entity: 'processMap', id, title, detail: [work.codeTables.labelOf('matter-kind', kind, 'zh-CN'), STATE[state]].filter(Boolean).join(' · '), matched: 'name', to: `/grid/process-maps/${id}` })),
    },
  ],
  exports: { 'grid.processMaps': mapList as ExportList }, // the exporter parses the query with the list's own schema
  demo: writeProcessMaps,
};
