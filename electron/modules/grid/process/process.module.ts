import { z } from 'zod';
import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ExportList } from '#electron/kernel/exports/export-list.ts';
import { matchedPart } from '#electron/kernel/search/matched-part.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import type { processOperations } from '#shared/modules/grid/process/process.contract.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { savedBetween, type ProcessMapState } from '#shared/modules/grid/process/process.rules.ts';
import { processMapFilterSchema, processMapSortSchema, type ProcessMapRow } from '#shared/modules/grid/process/process.schema.ts';
import { plainUndo } from '../records.ts';
import { processMapsRepository } from './process-maps.repository.ts';
import { checkStanding, copyProcessMap, createProcessMap, enableProcessMap, endProcessMap, getProcessMap, measureProcessMap, removeProcessMap, updateProcessMap, withdrawProcessMap } from './process-maps.service.ts';
import { writeProcessMaps } from './process.demo.ts';

export const openProcess = (db: Db) => ({ processMaps: processMapsRepository(db) });

export const processHandlers: Handlers<typeof processOperations, Work> = {
  listProcessMaps: (work, { filter, sort, ...window }) => work.processMaps.list(filter, work.today, sort, window),
  countProcessMaps: (work, { filter }) => ({ count: work.processMaps.count(filter, work.today) }),
  summariseProcessMaps: (work) => work.processMaps.figures(work.today),
  getProcessMap,
  measureProcessMap,
  createProcessMap,
  updateProcessMap,
  enableProcessMap,
  withdrawProcessMap,
  copyProcessMap,
  endProcessMap,
  removeProcessMap,
};

const STATE: Readonly<Record<ProcessMapState, string>> = { draft: '草稿', announced: '待施行', 'in-force': '施行中', replaced: '已被新版代替', ended: '已停用' };
const stateWords = ({ state, inForceOn, endedOn }: ProcessMapRow): string =>
  state === 'announced' ? `${inForceOn} 起施行` : state === 'in-force' && endedOn !== null ? `施行至 ${addDays(endedOn, -1)}` : STATE[state];
const mapQuery = z.object({ filter: processMapFilterSchema.prefault({}), sort: processMapSortSchema });
const mapList: ExportList<z.output<typeof mapQuery>> = {
  permission: 'process.read',
  query: mapQuery,
  fields: ['title', 'edition', 'state', 'kind', 'inForceOn', 'stepsSaved', 'daysSaved', 'handOversSaved', 'documentsSaved', 'steps', 'days', 'basis', 'endedOn'],
  days: ['inForceOn', 'endedOn'],
  count: (work, { filter }) => work.processMaps.count(filter, work.today),
  *windows(work, { filter, sort }, size) {
    for (let offset = 0; ; offset += size) {
      const rows = work.processMaps.list(filter, work.today, sort, { offset, limit: size });
      if (rows.length > 0) {
        yield rows.map(({ before, after, ...row }) => {
          const saved = savedBetween(before, after);
          return { ...row, kind: work.codeTables.labelOf('matter-kind', row.kind, 'zh-CN'), state: stateWords({ before, after, ...row }), steps: after.steps, days: after.days, stepsSaved: saved.steps, daysSaved: saved.days, handOversSaved: saved.handOvers, documentsSaved: saved.documents };
        });
      }
      if (rows.length < size) return;
    }
  },
};

const MOST_FOUND = 5;
/** What comes into force within so many days is told on Today, and on the day itself. */
const TOLD_DAYS = 7;
const MOST_TOLD = 5;

export const processParts: ModuleParts = {
  history: { process_map: { permission: 'process.read', isVisible: (work, id) => work.processMaps.row(id, work.today) !== undefined } },
  undo: { process_map: { ...plainUndo('process.edit', (work, id) => work.processMaps.find(id)?.title ?? ''), settled: checkStanding } },
  search: [
    {
      permission: 'process.read',
      find: (work, text, limit) =>
        work.processMaps
          .list(processMapFilterSchema.parse({ text: text.slice(0, 60), states: ['in-force', 'announced', 'draft'] }), work.today, { field: 'title', direction: 'asc' }, { offset: 0, limit: Math.min(limit, MOST_FOUND) })
          .map((row) => ({ ...row, state: stateWords(row) }))
          .map(({ id, title, kind, state }) => ({ entity: 'processMap', id, title, detail: [work.codeTables.labelOf('matter-kind', kind, 'zh-CN'), state].filter(Boolean).join(' · '), matched: matchedPart(text, { name: title }), to: `/grid/process-maps/${id}` })),
    },
  ],
  today: [
    {
      permission: 'process.read',
      items: (work) =>
        work.processMaps.beginning({ from: work.today, until: addDays(work.today, TOLD_DAYS) }, MOST_TOLD).map(({ id, title, edition, inForceOn }) => ({
          kind: inForceOn === work.today ? 'process-map-today' : 'process-map-ahead', column: 'week', urgency: 'calm', params: { title, edition, day: inForceOn }, to: `/grid/process-maps/${id}`, since: null, dueOn: null,
        })),
    },
  ],
  exports: { 'grid.processMaps': mapList as ExportList }, // the exporter parses the query with the list's own schema
  demo: writeProcessMaps,
};
