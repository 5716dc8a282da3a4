import { z } from 'zod';
import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { HistoryGuard } from '#electron/kernel/audit/history-guard.ts';
import type { ExportList } from '#electron/kernel/exports/export-list.ts';
import type { TodaySource } from '#electron/kernel/notifications/today-source.ts';
import { matchedPart } from '#electron/kernel/search/matched-part.ts';
import type { SearchSource } from '#electron/kernel/search/search-source.ts';
import type { UndoSource } from '#electron/kernel/undo/undo-source.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import type { bodiesOperations } from '#shared/modules/grid/territory/bodies/bodies.contract.ts';
import type { gridLifeOperations } from '#shared/modules/grid/territory/grid-life/grid-life.contract.ts';
import { gridStatuses, type Grid } from '#shared/modules/grid/territory/grid.schema.ts';
import type { noticeBoardOperations } from '#shared/modules/grid/territory/notice-board/notice-board.contract.ts';
import type { territoryOperations } from '#shared/modules/grid/territory/territory.contract.ts';
import type { warningsOperations } from '#shared/modules/grid/territory/warnings/warnings.contract.ts';
import { bodiesExports, bodiesHandlers, bodiesHistory, bodiesSearch, bodiesToday, bodiesUndo, openBodies } from './bodies/bodies.module.ts';
import { gridLifeHandlers, gridLifeHistory, gridLifeUndo, openGridLife } from './grid-life/grid-life.module.ts';
import { gridsRepository } from './grids.repository.ts';
import { closeGrid, createGrid, getGrid, reopenGrid, suggestGridCode, updateGrid } from './grids.service.ts';
import { noticeBoardHandlers, openNoticeBoard } from './notice-board/notice-board.module.ts';
import { organisationsRepository } from './organisations.repository.ts';
import { chooseOwnCommunity, withPath } from './own-community.ts';
import { openWarnings, warningsHandlers, warningsToday } from './warnings/warnings.module.ts';

export const openTerritory = (db: Db) => ({ organisations: organisationsRepository(db), grids: gridsRepository(db), ...openBodies(db), ...openGridLife(db), ...openNoticeBoard(db), ...openWarnings(db) });

type TerritoryOperations = typeof territoryOperations & typeof bodiesOperations & typeof gridLifeOperations & typeof noticeBoardOperations & typeof warningsOperations;

export const territoryHandlers: Handlers<TerritoryOperations, Work> = {
  ...bodiesHandlers,
  ...gridLifeHandlers,
  ...noticeBoardHandlers,
  ...warningsHandlers,
  listOrganisations: (work, { parentId }) => work.organisations.children(parentId),
  findOrganisations: (work, { text, limit }) => work.organisations.search(text, limit).map((organisation) => withPath(work, organisation)),
  getOrganisation: (work, { id }) => withPath(work, work.organisations.get(id) ?? fail('record/not-found', {})),
  getOwnCommunity: (work) => withPath(work, work.organisations.get(work.actor.communityId) ?? fail('record/not-found', {})),
  summariseOrganisations: (work) => work.organisations.byLevel(),
  listOrganisationProblems: (work, { problem, ...window }) => {
    const { rows, count } = work.organisations.problems(problem, window);
    return { rows: rows.map((organisation) => withPath(work, organisation)), count };
  },
  chooseOwnCommunity,
  listGrids: (work, query) => work.grids.list(query),
  getGrid,
  suggestGridCode,
  createGrid,
  updateGrid,
  closeGrid,
  reopenGrid,
};

export const territorySearch: readonly SearchSource[] = [
  ...bodiesSearch,
  {
    permission: 'territory.read',
    find: (work, text, limit) =>
      work.grids.list({ text, offset: 0, limit: Math.min(limit, 5) }).rows.map((grid) => ({ entity: 'grid', id: grid.id, title: grid.name, detail: [grid.code, grid.responsibleName, grid.responsiblePhone].filter(Boolean).join(' · '), matched: matchedPart(text, { name: grid.name, code: grid.code, named: grid.responsibleName }, { readsPinyin: true, otherwise: /^[\d-]+$/.test(text) ? 'code' : 'text' }), to: `/grid/grids/${grid.id}` })),
  },
  {
    permission: 'territory.read',
    find: (work, text, limit) =>
      work.organisations.search(text, Math.min(limit, 6)).map((node) => ({ entity: 'organisation', id: node.id, title: node.name, detail: [...work.organisations.pathTo(node.id), node.code].filter(Boolean).join(' › '), matched: matchedPart(text, { name: node.name, code: node.code }, { readsPinyin: true }), to: `/grid/organisations?id=${node.id}` })),
  },
];

/** What the register of grids still lacks: its place in the tree, a first grid (product.md). What is wrong with grids: warnings. */
function missing(work: Work): TodayItem[] {
  const own = work.organisations.own();
  const { count } = work.grids.list({ communityId: work.actor.communityId, status: 'active', text: '', offset: 0, limit: 1 });
  const item = (kind: string, urgency: TodayItem['urgency'], params: TodayItem['params'], to: string): TodayItem => ({ kind, column: 'due', urgency, params, to, since: null, dueOn: null });
  return [
    ...(own?.code === '' ? [item('own-community-not-chosen', 'calm', {}, '/grid/organisations')] : []),
    ...(count === 0 ? [item('no-grids-yet', 'near', {}, '/grid/grids')] : []),
  ];
}
export const territoryToday: readonly TodaySource[] = [{ permission: 'territory.edit', items: missing }, ...warningsToday, ...bodiesToday];

export const territoryHistory: Readonly<Record<string, HistoryGuard>> = {
  ...bodiesHistory,
  ...gridLifeHistory,
  grid: { permission: 'territory.read', isVisible: (work, id) => work.grids.find(id) !== undefined },
  organisation: { permission: 'territory.read', isVisible: (work, id) => work.organisations.find(id) !== undefined },
};

export const territoryUndo: Readonly<Record<string, UndoSource>> = {
  ...bodiesUndo,
  ...gridLifeUndo,
  grid: {
    permission: 'territory.edit',
    restorable: ['name', 'type', 'nature', 'boundary', 'east', 'south', 'west', 'north', 'board_place', 'note'],
    nameOf: (work, id) => work.grids.find(id)?.name ?? '',
    check: (work, id, { code, name, status }) => {
      const others = work.grids.ofCommunity(work.actor.communityId).filter((grid) => grid.id !== id);
      if (typeof code === 'string') {
        const holder = work.grids.findByCode(code);
        if (holder && holder.id !== id) fail('grid/code-taken', { code, name: holder.name });
      }
      const stands = typeof name === 'string' ? name : status === 'active' ? (work.grids.find(id)?.name ?? '') : null;
      if (stands !== null && others.some((grid) => grid.status === 'active' && grid.name === stands)) fail('grid/name-taken', { name: stands });
    },
    refresh: (work, id) => {
      const grid = work.grids.find(id);
      if (grid) work.grids.replace(grid);
    },
  },
};

const ENDING = { '': '使用中', closed: '已撤销', split: '已拆分', merged: '已并入', undone: '拆分已撤回' } as const;
const sidesOf = ({ east, south, west, north }: Pick<Grid, 'east' | 'south' | 'west' | 'north'>): string => [['东至', east], ['南至', south], ['西至', west], ['北至', north]].flatMap(([side, to]) => (to === '' ? [] : [`${side}${to}`])).join('，');

const gridQuery = z.object({ status: z.enum(gridStatuses).optional(), text: z.string().max(50).default('') });
const gridList: ExportList<z.output<typeof gridQuery>> = {
  permission: 'territory.read',
  query: gridQuery,
  fields: ['code', 'formerCodes', 'name', 'type', 'nature', 'responsibleName', 'responsiblePhone', 'deputyName', 'dwellings', 'households', 'persons', 'boundary', 'sides', 'boardPlace', 'startedOn', 'status'],
  days: ['startedOn'],
  count: (work, query) => work.grids.list({ ...query, offset: 0, limit: 1 }).count,
  *windows(work, query, size) {
    for (let offset = 0; ; offset += size) {
      const { rows } = work.grids.list({ ...query, offset, limit: size });
      if (rows.length > 0) yield rows.map(({ formerCodes, ...grid }) => ({
          ...grid,
          formerCodes: formerCodes.join('、'),
          type: grid.type === 'basic' ? '基础网格' : '专属网格',
          nature: work.codeTables.labelOf('grid-nature', grid.nature, 'zh-CN'),
          sides: sidesOf(grid),
          status: ENDING[grid.ending],
        }));
      if (rows.length < size) return;
    }
  },
};
export const territoryExports: Readonly<Record<string, ExportList>> = { 'grid.grids': gridList as ExportList, ...bodiesExports }; // the exporter parses the query with the list's own schema
