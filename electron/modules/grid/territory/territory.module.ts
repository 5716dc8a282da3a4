import { z } from 'zod';
import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { HistoryGuard } from '#electron/kernel/audit/history-guard.ts';
import type { ExportList } from '#electron/kernel/exports/export-list.ts';
import type { TodaySource } from '#electron/kernel/notifications/today-source.ts';
import type { SearchSource } from '#electron/kernel/search/search-source.ts';
import type { UndoSource } from '#electron/kernel/undo/undo-source.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import { gridStatuses } from '#shared/modules/grid/territory/grid.schema.ts';
import type { territoryOperations } from '#shared/modules/grid/territory/territory.contract.ts';
import { gridsRepository } from './grids.repository.ts';
import { closeGrid, createGrid, getGrid, reopenGrid, suggestGridCode, updateGrid } from './grids.service.ts';
import { organisationsRepository } from './organisations.repository.ts';
import { chooseOwnCommunity, withPath } from './own-community.ts';

export const openTerritory = (db: Db) => ({ organisations: organisationsRepository(db), grids: gridsRepository(db) });

export const territoryHandlers: Handlers<typeof territoryOperations, Work> = {
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
  {
    permission: 'territory.read',
    find: (work, text, limit) =>
      work.grids.list({ text, offset: 0, limit: Math.min(limit, 5) }).rows.map((grid) => ({ entity: 'grid', id: grid.id, title: grid.name, detail: [grid.code, grid.responsibleName, grid.responsiblePhone].filter(Boolean).join(' · '), matched: 'name', to: `/grid/grids?text=${encodeURIComponent(grid.name)}` })),
  },
  {
    permission: 'territory.read',
    find: (work, text, limit) =>
      work.organisations.search(text, Math.min(limit, 6)).map((node) => ({ entity: 'organisation', id: node.id, title: node.name, detail: [...work.organisations.pathTo(node.id), node.code].filter(Boolean).join(' › '), matched: /^\d+$/.test(text) ? 'code' : 'name', to: `/grid/organisations?id=${node.id}` })),
  },
];

/** What the register of grids still lacks: its place in the tree, a first grid, one responsible member for each (product.md). */
function missing(work: Work): TodayItem[] {
  const own = work.organisations.own();
  const grids = work.grids.list({ communityId: work.actor.communityId, status: 'active', text: '', offset: 0, limit: 500 }).rows;
  const unanswered = grids.filter((grid) => grid.responsibleId === null);
  const { gridHouseholdsMin: least, gridHouseholdsMax: most } = work.settings.get();
  const odd = grids.filter((grid) => grid.type === 'basic' && grid.households > most);
  const item = (kind: string, urgency: TodayItem['urgency'], params: TodayItem['params'], to: string): TodayItem => ({ kind, column: 'due', urgency, params, to, since: null, dueOn: null });
  return [
    ...(own?.code === '' ? [item('own-community-not-chosen', 'calm', {}, '/grid/organisations')] : []),
    ...(grids.length === 0 ? [item('no-grids-yet', 'near', {}, '/grid/grids')] : []),
    ...(unanswered.length > 0 ? [item('grids-without-member', 'near', { count: unanswered.length }, '/grid/grids')] : []),
    ...(odd.length > 0 ? [item('grids-too-large', 'calm', { count: odd.length, least, most }, '/grid/grids')] : []),
  ];
}
export const territoryToday: readonly TodaySource[] = [{ permission: 'territory.edit', items: missing }];

export const territoryHistory: Readonly<Record<string, HistoryGuard>> = {
  grid: { permission: 'territory.read', isVisible: (work, id) => work.grids.find(id) !== undefined },
  organisation: { permission: 'territory.read', isVisible: (work, id) => work.organisations.find(id) !== undefined },
};

export const territoryUndo: Readonly<Record<string, UndoSource>> = {
  grid: {
    permission: 'territory.edit',
    nameOf: (work, id) => work.grids.find(id)?.name ?? '',
    check: (work, id, { code, name }) => {
      const others = work.grids.ofCommunity(work.actor.communityId).filter((grid) => grid.id !== id);
      if (typeof code === 'string') {
        const holder = work.grids.findByCode(code);
        if (holder && holder.id !== id) fail('grid/code-taken', { code, name: holder.name });
      }
      if (typeof name === 'string' && others.some((grid) => grid.status === 'active' && grid.name === name)) fail('grid/name-taken', { name });
    },
    refresh: (work, id) => {
      const grid = work.grids.find(id);
      if (grid) work.grids.replace(grid);
    },
  },
};

const gridQuery = z.object({ status: z.enum(gridStatuses).optional(), text: z.string().max(50).default('') });
const gridList: ExportList<z.output<typeof gridQuery>> = {
  permission: 'territory.read',
  query: gridQuery,
  fields: ['code', 'name', 'type', 'responsibleName', 'responsiblePhone', 'households', 'persons', 'boundary', 'startedOn', 'status'],
  days: ['startedOn'],
  count: (work, query) => work.grids.list({ ...query, offset: 0, limit: 1 }).count,
  *windows(work, query, size) {
    for (let offset = 0; ; offset += size) {
      const { rows } = work.grids.list({ ...query, offset, limit: size });
      if (rows.length > 0) yield rows.map(({ formerCodes: _codes, ...grid }) => ({ ...grid, type: grid.type === 'basic' ? '基础网格' : '专属网格', status: grid.status === 'active' ? '使用中' : '已撤销' }));
      if (rows.length < size) return;
    }
  },
};
export const territoryExports: Readonly<Record<string, ExportList>> = { 'grid.grids': gridList as ExportList }; // the exporter parses the query with the list's own schema
