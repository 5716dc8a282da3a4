import type { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import { followsRule, nextGridCode } from '#shared/modules/grid/territory/grid-code.rules.ts';
import type { Grid, gridChangeSchema, GridDraft } from '#shared/modules/grid/territory/grid.schema.ts';
import type { GridRecord } from './grids.repository.ts';

type GridChange = z.output<typeof gridChangeSchema>;
type Versioned = { readonly id: string; readonly version: number };

const gridOf = (work: Work, id: string): GridRecord => work.grids.find(id) ?? fail('record/not-found', {});
export const getGrid = (work: Work, { id }: { readonly id: string }): Grid => work.grids.get(id) ?? fail('record/not-found', {});

/** The next code of the station's rule for a grid of the own community. */
export function suggestGridCode(work: Work, { type }: { readonly type: GridDraft['type'] }): { code: string } {
  const communityCode = work.organisations.find(work.actor.communityId)?.code ?? '';
  const used = work.grids.ofCommunity(work.actor.communityId).flatMap((grid) => [grid.code, ...grid.formerCodes]);
  return { code: nextGridCode(work.settings.get().gridCodeRule, communityCode, type, used) };
}

/** The code to store: the given one when it follows the rule and is free, else a refusal with an example. */
function checkedCode(work: Work, draft: GridDraft, own: GridRecord | null): string {
  const code = draft.code === '' ? (own?.code ?? suggestGridCode(work, draft).code) : draft.code;
  if (code === own?.code) return code;
  const communityCode = work.organisations.find(work.actor.communityId)?.code ?? '';
  if (!followsRule(code, work.settings.get().gridCodeRule, communityCode, draft.type)) fail('grid/code-breaks-rule', { code, example: suggestGridCode(work, draft).code });
  const holder = work.grids.findByCode(code);
  if (holder) fail('grid/code-taken', { code, name: holder.name });
  return code;
}

function checkOthers(work: Work, draft: Pick<GridDraft, 'name' | 'responsibleId'>, own: GridRecord | null): void {
  const same = work.grids.ofCommunity(work.actor.communityId).find((grid) => grid.name === draft.name && grid.status === 'active' && grid.id !== own?.id);
  if (same) fail('grid/name-taken', { name: draft.name });
  if (draft.responsibleId !== null && !work.gridMembers.find(draft.responsibleId)) fail('record/not-found', {});
}

function write(work: Work, grid: GridRecord, values: Partial<GridRecord>, action: string, detail: Record<string, string> = {}): Grid {
  const before = work.rows.read('grid', grid.id);
  work.grids.replace({ ...grid, ...values, version: grid.version + 1, updatedAt: work.clock.now().toISOString() });
  work.record({ action, entity: 'grid', entityId: grid.id, detail, changes: [work.rows.change('grid', grid.id, before)] });
  return getGrid(work, grid);
}

export function createGrid(work: Work, draft: GridDraft): Grid {
  const code = checkedCode(work, draft, null);
  checkOthers(work, draft, null);
  const now = work.clock.now().toISOString();
  const grid = { ...draft, id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, code, formerCodes: [], status: 'active' as const, closedOn: null, closedReason: '' };
  work.grids.insert(grid);
  work.record({ action: 'grid.created', entity: 'grid', entityId: grid.id, detail: { code, name: draft.name }, changes: [work.rows.change('grid', grid.id, undefined)] });
  return getGrid(work, grid);
}

/** A changed code stays findable: the old one is kept among the former codes. */
export function updateGrid(work: Work, { id, version, ...draft }: GridChange): Grid {
  const grid = gridOf(work, id);
  checkVersion(work, 'grid', grid, version);
  const code = checkedCode(work, draft, grid);
  checkOthers(work, draft, grid);
  return write(work, grid, { ...draft, code, formerCodes: code === grid.code ? grid.formerCodes : [...grid.formerCodes, grid.code] }, 'grid.changed');
}

/** Refused while anybody or any household still belongs to the grid; a closed grid keeps its code for ever. */
export function closeGrid(work: Work, { id, version, closedOn, reason }: Versioned & { readonly closedOn: string; readonly reason: string }): Grid {
  const grid = gridOf(work, id);
  checkVersion(work, 'grid', grid, version);
  if (grid.status === 'closed') fail('grid/closed', { name: grid.name });
  const { households, persons } = getGrid(work, grid);
  if (households + persons > 0) fail('grid/not-empty', { households, persons });
  return write(work, grid, { status: 'closed', closedOn, closedReason: reason }, 'grid.closed', { reason });
}

export function reopenGrid(work: Work, { id, version }: Versioned): Grid {
  const grid = gridOf(work, id);
  checkVersion(work, 'grid', grid, version);
  checkOthers(work, grid, grid);
  return write(work, grid, { status: 'active', closedOn: null, closedReason: '' }, 'grid.reopened');
}
