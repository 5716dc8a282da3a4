import type { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import { followsRule, nextGridCode } from '#shared/modules/grid/territory/grid-code.rules.ts';
import type { Grid, gridChangeSchema, GridDraft } from '#shared/modules/grid/territory/grid.schema.ts';
import { addEvent, giving, takingAll } from './grid-life/grid-events.ts';
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

/** The code to store: the given one when it follows the rule and neither is nor was another grid's, else a refusal. */
export function checkedCode(work: Work, draft: Pick<GridDraft, 'code' | 'type'>, own: GridRecord | null): string {
  const code = draft.code === '' ? (own?.code ?? suggestGridCode(work, draft).code) : draft.code;
  if (code === own?.code) return code;
  const communityCode = work.organisations.find(work.actor.communityId)?.code ?? '';
  if (!followsRule(code, work.settings.get().gridCodeRule, communityCode, draft.type)) fail('grid/code-breaks-rule', { code, example: suggestGridCode(work, draft).code });
  const holder = work.grids.findByCode(code);
  if (holder) fail('grid/code-taken', { code, name: holder.name });
  const former = work.grids.ofCommunity(work.actor.communityId).find((grid) => grid.id !== own?.id && grid.formerCodes.includes(code));
  if (former) fail('grid/code-was-anothers', { code, name: former.name });
  return code;
}

/** Errors: `grid/name-taken` by a grid in use, `record/not-found` for a member nobody knows. */
export function checkOthers(work: Work, draft: Pick<GridDraft, 'name' | 'responsibleId' | 'deputyId'>, own: GridRecord | null): void {
  const same = work.grids.ofCommunity(work.actor.communityId).find((grid) => grid.name === draft.name && grid.status === 'active' && grid.id !== own?.id);
  if (same) fail('grid/name-taken', { name: draft.name });
  for (const id of [draft.responsibleId, draft.deputyId]) if (id !== null && !work.gridMembers.find(id)) fail('record/not-found', {});
}

type Entry = { readonly action: string; readonly detail?: Record<string, string>; readonly events?: readonly RecordChange[] };

function write(work: Work, grid: GridRecord, values: Partial<GridRecord>, { action, detail = {}, events = [] }: Entry): Grid {
  const before = work.rows.read('grid', grid.id);
  work.grids.replace({ ...grid, ...values, version: grid.version + 1, updatedAt: work.clock.now().toISOString() });
  work.record({ action, entity: 'grid', entityId: grid.id, detail, changes: [work.rows.change('grid', grid.id, before), ...events] });
  return getGrid(work, grid);
}

export function createGrid(work: Work, draft: GridDraft): Grid {
  const code = checkedCode(work, draft, null);
  checkOthers(work, draft, null);
  const now = work.clock.now().toISOString();
  const grid = { ...draft, id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, code, formerCodes: [], status: 'active' as const, closedOn: null, closedReason: '' };
  work.grids.insert(grid);
  work.record({ action: 'grid.created', entity: 'grid', entityId: grid.id, detail: { code, name: draft.name }, changes: [work.rows.change('grid', grid.id, undefined), ...work.appointments.followResponsible(work, grid, grid.responsibleId, '')] });
  return getGrid(work, grid);
}

/** A changed code stays findable among the former ones; a new code and a new responsible member stand in the dated history, the latter with its hand-over. */
export function updateGrid(work: Work, { id, version, ...draft }: GridChange): Grid {
  const grid = gridOf(work, id);
  checkVersion(work, 'grid', grid, version);
  const code = checkedCode(work, draft, grid);
  checkOthers(work, draft, grid);
  const next = { ...grid, ...draft, code };
  const event = (kind: 'renumbered' | 'handed-over'): RecordChange => addEvent(work, { kind, happenedOn: work.today, reason: '', gives: [giving(work, grid)], takes: [takingAll(work, next)] }).change;
  const hasNewMember = grid.responsibleId !== draft.responsibleId && grid.status === 'active';
  const events = [...(code === grid.code ? [] : [event('renumbered')]), ...(hasNewMember ? [event('handed-over'), ...work.appointments.followResponsible(work, grid, draft.responsibleId, '')] : [])];
  return write(work, grid, { ...draft, code, formerCodes: code === grid.code ? grid.formerCodes : [...grid.formerCodes.filter((former) => former !== code), grid.code] }, { action: 'grid.changed', events });
}

/** Refused while anybody, any household or dwelling still belongs to the grid; a closed grid keeps its code for ever. */
export function closeGrid(work: Work, { id, version, closedOn, reason }: Versioned & { readonly closedOn: string; readonly reason: string }): Grid {
  const grid = gridOf(work, id);
  checkVersion(work, 'grid', grid, version);
  if (grid.status === 'closed') fail('grid/closed', { name: grid.name });
  const { dwellings, households, persons } = getGrid(work, grid);
  if (dwellings + households + persons > 0) fail('grid/not-empty', { dwellings, households, persons });
  const event = addEvent(work, { kind: 'closed', happenedOn: closedOn, reason, gives: [giving(work, grid)], takes: [] });
  return write(work, grid, { status: 'closed', ending: 'closed', closedOn, closedReason: reason }, { action: 'grid.closed', detail: { reason }, events: [event.change, ...work.appointments.followResponsible(work, grid, null, reason)] });
}

/** Only a grid that was closed comes back; what became of a split or merge is taken back there. */
export function reopenGrid(work: Work, { id, version }: Versioned): Grid {
  const grid = gridOf(work, id);
  checkVersion(work, 'grid', grid, version);
  if (grid.ending !== 'closed') fail('grid/cannot-reopen', { name: grid.name });
  checkOthers(work, grid, grid);
  const event = addEvent(work, { kind: 'reopened', happenedOn: work.today, reason: '', gives: [], takes: [takingAll(work, grid)] });
  return write(work, grid, { status: 'active', ending: '', closedOn: null, closedReason: '' }, { action: 'grid.reopened', events: [event.change, ...work.appointments.followResponsible(work, grid, grid.responsibleId, '')] });
}
