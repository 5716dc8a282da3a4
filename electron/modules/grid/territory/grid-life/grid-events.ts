import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { mayDo } from '#shared/contract/actor.ts';
import { fail } from '#shared/errors/app-error.ts';
import { UNDO_DAYS, type Giving, type GridEvent, type GridPlace, type Taking } from '#shared/modules/grid/territory/grid-life/grid-life.schema.ts';
import type { GridRecord } from '../grids.repository.ts';
import type { GridEventRecord } from './grid-events.repository.ts';
import { placesOf } from './grid-places.repository.ts';

/** A grid as it stands on the day of a hand-over, with whoever answers for it. */
export function giving(work: Work, { id, code, name, responsibleId }: Pick<GridRecord, 'id' | 'code' | 'name' | 'responsibleId'>): Giving {
  const member = responsibleId === null ? undefined : work.gridMembers.find(responsibleId);
  return { gridId: id, code, name, memberName: member?.name ?? '', memberPhone: member?.phone ?? '' };
}

export function taking(work: Work, grid: Parameters<typeof giving>[1], places: readonly GridPlace[]): Taking {
  const sum = (figure: 'dwellings' | 'households' | 'persons'): number => places.reduce((total, place) => total + place[figure], 0);
  return { ...giving(work, grid), dwellings: sum('dwellings'), households: sum('households'), persons: sum('persons'), places: [...places] };
}

/** A grid taken over as a whole, as it is now. */
export const takingAll = (work: Work, grid: GridRecord): Taking => taking(work, grid, placesOf(work.gridPlaces.living(grid.id)));

type NewEvent = Pick<GridEventRecord, 'kind' | 'happenedOn' | 'reason' | 'gives' | 'takes'>;

/** Writes an event of the dated history; the answer belongs among the changes of the command's entry. */
export function addEvent(work: Work, event: NewEvent): { readonly id: string; readonly change: RecordChange } {
  const now = work.clock.now().toISOString();
  const id = work.clock.newId();
  work.gridEvents.insert({ ...event, id, communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, undoneAt: null, undoneReason: '' });
  return { id, change: work.rows.change('grid_event', id, undefined) };
}

/** Refuses a day that has not come: history is what happened. Error: `grid/day-in-future`. */
export function checkDay(work: Work, on: string): void {
  if (on > work.today) fail('grid/day-in-future', { on });
}

/** The last local day on which an event can be taken back; null for one that never can, or is already. */
export function undoableUntil({ kind, undoneAt, createdAt }: GridEventRecord): string | null {
  if (undoneAt !== null || (kind !== 'split' && kind !== 'merged')) return null;
  return new Date(Date.parse(createdAt) + UNDO_DAYS * 86_400_000).toISOString().slice(0, 10);
}

/** An event as it leaves main: addresses only for who may read the register. */
export function shownEvent(work: Work, event: GridEventRecord): GridEvent {
  const { id, version, kind, happenedOn, reason, undoneAt, undoneReason } = event;
  const until = undoableUntil(event);
  const mayReadPlaces = mayDo(work.actor.roles, 'register.read') && work.actor.scope === 'all';
  return {
    id, version, kind, happenedOn, reason, undoneAt, undoneReason,
    gives: [...event.gives],
    takes: event.takes.map((party) => (mayReadPlaces ? party : { ...party, places: [] })),
    undoableUntil: until !== null && until >= work.today ? until : null,
  };
}
