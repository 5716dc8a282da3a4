import type { FoundTable, ImportProfile, SourceRow } from '#electron/kernel/imports/import-profile.ts';
import { rowCheck, tidyText } from '#electron/kernel/imports/row-check.ts';
import { titleKey } from '#electron/kernel/imports/matching/title-words.ts';
import { textOf, type WorkbookSheet } from '#electron/kernel/imports/workbook.ts';
import { codeProblem, levelOf, type OrganisationProblem } from '#shared/modules/grid/territory/organisation-code.rules.ts';

const NAME_TITLE = '组织机构名';
const CODE_TITLE = '编号';

type Node = { readonly depth: number; readonly name: string; readonly code: string };
type PlacedNode = Node & { readonly path: string; readonly parentPath: string; readonly problem: OrganisationProblem | null };

/** Sheets whose first line repeats name and code once per level; every sheet of the file is part of one tree. */
function findTree(sheets: readonly WorkbookSheet[]): FoundTable[] {
  return sheets.flatMap((sheet, index) => {
    const head = sheet.rows[0] ?? [];
    const columns = head.flatMap((cell, at) => {
      const title = titleKey(textOf(cell));
      const level = Math.floor(at / 2) + 1;
      if (title !== (at % 2 === 0 ? NAME_TITLE : CODE_TITLE)) return [];
      return [{ index: at, title: `${textOf(cell)} ${level}`, required: at === 0, field: `${at % 2 === 0 ? 'name' : 'code'}${level}` }];
    });
    return columns.length >= 4 && columns.length === head.filter((cell) => textOf(cell) !== '').length ? [{ sheet: index, name: sheet.name, headerRow: 0, columns }] : [];
  });
}

/** The nodes a line names; an empty cell means the one above. A code kept as a number is text again. */
function nodesOf(row: SourceRow): Node[] {
  const depths = row.columns.filter((column) => column.field?.startsWith('name'));
  return depths.flatMap((column, depth) => {
    const name = tidyText(textOf(row.cells[column.index]));
    const code = tidyText(textOf(row.cells[column.index + 1])).replaceAll(' ', '');
    return name === '' && code === '' ? [] : [{ depth, name, code }];
  });
}

/**
 * The organisation tree as provinces keep it: any depth, codes as text. A duplicate or broken code is said and kept with its node,
 * because dropping it would drop a community (issue of the tree's own file).
 */
export const organisationsProfile: ImportProfile<readonly PlacedNode[]> = {
  id: 'organisations',
  permission: 'imports.organisations',
  keyField: null,
  fields: [],
  plainForm: Array.from({ length: 5 }, () => [NAME_TITLE, CODE_TITLE]).flat(),
  find: findTree,
  open: (work, batchId) => {
    const now = work.clock.now().toISOString();
    const stored = work.organisations.nodes();
    const parentOf = new Map(stored.map((node) => [node.id, node]));
    const pathOf = (node: (typeof stored)[number]): string => `${node.parentId ? pathOf(parentOf.get(node.parentId) ?? { id: '', parentId: null, code: '', name: '' }) : ''}/${node.code}|${node.name}`;
    const idByPath = new Map(stored.map((node) => [pathOf(node), node.id]));
    const holders = new Map(stored.filter((node) => node.code !== '').map((node) => [node.code, pathOf(node)]));
    const siblings = new Set<string>();
    const sortNo = new Map<string | null, number>();
    let sheet = -1;
    let above: { path: string; code: string }[] = [];

    const placed = (node: Node, say: (code: string, params: Record<string, string | number>) => void): PlacedNode => {
      const parent = node.depth === 0 ? { path: '', code: '' } : (above[node.depth - 1] ?? { path: '', code: '' });
      const path = `${parent.path}/${node.code}|${node.name}`;
      const holder = holders.get(node.code);
      const isKnown = idByPath.has(path);
      let problem = codeProblem(node.code, parent.code);
      if (problem === null && holder !== undefined && holder !== path) problem = 'duplicate-code';
      if (problem === null && !isKnown && siblings.has(`${parent.path}/${node.name}`)) problem = 'duplicate-name';
      if (problem !== null) say(problem, { text: node.code || node.name });
      if (node.code !== '' && holder === undefined) holders.set(node.code, path);
      siblings.add(`${parent.path}/${node.name}`);
      above = [...above.slice(0, node.depth), { path, code: node.code }];
      return { ...node, path, parentPath: parent.path, problem };
    };
    const isAgain = new Set<string>();
    return {
      check: (row) => {
        if (row.sheet !== sheet) [sheet, above] = [row.sheet, []];
        const check = rowCheck(row);
        const nodes = nodesOf(row).map((node) => {
          const field = (part: string): string => `${part}${node.depth + 1}`;
          if (node.name === '') check.say('error', field('name'), 'required-missing');
          else if (node.depth > 0 && above[node.depth - 1] === undefined) check.say('error', field('name'), 'parent-missing', { text: node.name });
          return placed(node, (code, params) => check.say('warning', field('code'), `organisation-${code}`, params));
        });
        const fresh = nodes.filter((node) => !idByPath.has(node.path) && !isAgain.has(node.path));
        for (const node of nodes) isAgain.add(node.path);
        // a line repeated word for word is the same node named twice: kept out, and said
        if (fresh.length === 0 && nodes.some((node) => !idByPath.has(node.path))) check.say('warning', `name${(nodes.at(-1)?.depth ?? 0) + 1}`, 'organisation-repeated', { text: nodes.at(-1)?.name ?? '' });
        const existingId = fresh.length === 0 ? idByPath.get(nodes.at(-1)?.path ?? '') : undefined;
        const isSame = fresh.length === 0 && check.isSound();
        return { findings: check.findings, key: '', values: check.isSound() ? nodes : null, existing: isSame ? { id: existingId ?? batchId, version: 1, differences: [] } : null };
      },
      commit: (nodes) =>
        nodes.flatMap((node) => {
          if (idByPath.has(node.path)) return [];
          const id = work.clock.newId();
          const parentId = node.parentPath === '' ? null : (idByPath.get(node.parentPath) ?? null);
          const next = (sortNo.get(parentId) ?? work.organisations.lastSortNo(parentId)) + 1;
          sortNo.set(parentId, next);
          const row = work.organisations.insert({ id, communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, parentId, code: node.code, name: node.name, level: levelOf(node.code, node.depth), sortNo: next, problem: node.problem, own: false, importBatchId: batchId });
          idByPath.set(node.path, id);
          return [work.rows.creation(row)];
        }),
      finish: () => [],
    };
  },
  undoOrder: ['organisation'],
  mayRemove: (work, _entity, id) => work.organisations.childCount(id) === 0 && work.grids.ofCommunity(id).length === 0 && work.organisations.find(id)?.own !== true,
  refresh: () => {},
};
