import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import { UNDO_DAYS, type GridEvent } from '#shared/modules/grid/territory/grid-life/grid-life.schema.ts';
import { isGridInScope } from '../../register/scope.ts';
import type { GridRecord } from '../grids.repository.ts';
import { checkOthers } from '../grids.service.ts';
import { shownEvent, undoableUntil } from './grid-events.ts';
import type { GridEventRecord } from './grid-events.repository.ts';
import { rowMover, type RowMover } from './move-rows.ts';

type Undo = { readonly id: string; readonly version: number; readonly reason: string };

/** Errors: `grid/undo-expired` after 30 days, `grid/undo-later-first` when the same grids were cut, joined or closed since. */
function checkedEvent(work: Work, { id, version }: Undo): GridEventRecord {
  const event = work.gridEvents.find(id) ?? fail('record/not-found', {});
  if (![...event.gives, ...event.takes].every(({ gridId }) => isGridInScope(work.actor, gridId))) fail('record/not-found', {});
  checkVersion(work, 'grid_event', event, version);
  const until = undoableUntil(event);
  if (until === null || until < work.today) fail('grid/undo-expired', { days: UNDO_DAYS });
  const later = work.gridEvents.laterThan(event);
  if (later) fail('grid/undo-later-first', { name: later.gives[0]?.name ?? '', on: later.happenedOn });
  return event;
}

/** Every record that the event moved and nobody has moved since goes back; what people changed otherwise stays as they left it. */
function giveBack(work: Work, event: GridEventRecord, mover: RowMover): void {
  for (const { entity, entityId, fields } of work.gridEvents.changesOf(event.id)) {
    const column = entity === 'body' ? 'grid_ids' : 'grid_id';
    const [was, became] = fields[column] ?? [];
    if (entity === 'grid' || (was !== null && typeof was !== 'string')) continue;
    const present = work.rows.read(entity, entityId);
    if (present?.[column] !== became) continue;
    work.rows.restore(entity, entityId, { [column]: was }, mover.now);
    mover.changes.push(work.rows.change(entity, entityId, present));
  }
}

function change(work: Work, grid: GridRecord, values: Partial<GridRecord>, mover: RowMover): void {
  const before = work.rows.read('grid', grid.id);
  work.grids.replace({ ...grid, ...values, version: grid.version + 1, updatedAt: mover.now });
  mover.changes.push(work.rows.change('grid', grid.id, before));
}

/** Whoever is in a grid that came from the split belongs to the one it was cut from, newcomers since then too. */
function emptyInto(work: Work, from: string, to: string, mover: RowMover): void {
  for (const { table, id } of work.gridPlaces.living(from)) mover.move(table, id, to);
  mover.moveTeam(from, to);
  mover.retieBodies(from, [to]);
}

/**
 * Takes a split or merge back. Ended grids are in use again; grids that came from a split end as `undone` and keep their codes for ever,
 * so nothing that names them is lost. Errors: see checkedEvent; `grid/name-taken` when a name was given away since.
 */
export function undoGridEvent(work: Work, undo: Undo): GridEvent {
  const event = checkedEvent(work, undo);
  const mover = rowMover(work);
  giveBack(work, event, mover);
  const giversIds = new Set(event.gives.map(({ gridId }) => gridId));
  const grids = (ids: Iterable<string>): GridRecord[] => [...ids].flatMap((id) => work.grids.find(id) ?? []);
  const givers = grids(giversIds);
  const takers = grids(event.takes.map(({ gridId }) => gridId)).filter(({ id }) => !giversIds.has(id));
  if (event.kind === 'split') {
    for (const taker of takers) {
      emptyInto(work, taker.id, event.gives[0]?.gridId ?? fail('record/not-found', {}), mover);
      change(work, taker, { status: 'closed', ending: 'undone', closedOn: work.today, closedReason: undo.reason }, mover);
      mover.changes.push(...work.appointments.followResponsible(work, taker, null, undo.reason));
    }
  } else {
    const theirs = new Set(givers.flatMap(({ code, formerCodes }) => [code, ...formerCodes]));
    for (const taker of takers) change(work, taker, { formerCodes: taker.formerCodes.filter((code) => !theirs.has(code)) }, mover);
  }
  for (const giver of givers) {
    if (giver.status === 'active') continue;
    checkOthers(work, giver, giver);
    change(work, giver, { status: 'active', ending: '', closedOn: null, closedReason: '' }, mover);
    mover.changes.push(...work.appointments.followResponsible(work, giver, giver.responsibleId, undo.reason));
  }
  const before = work.rows.read('grid_event', event.id);
  work.gridEvents.replace({ ...event, undoneAt: mover.now, undoneReason: undo.reason, version: event.version + 1, updatedAt: mover.now });
  const names = event.gives.map(({ name }) => name).join('、');
  work.record({ action: 'grid.event-undone', entity: 'grid_event', entityId: event.id, detail: { name: names, kind: event.kind, reason: undo.reason }, changes: [...mover.changes, work.rows.change('grid_event', event.id, before)] });
  return shownEvent(work, work.gridEvents.find(event.id) ?? fail('record/not-found', {}));
}
