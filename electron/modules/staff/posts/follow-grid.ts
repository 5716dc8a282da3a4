import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { added, begunRemovable, rewritten } from '#electron/database/record-store.ts';
import type { AppointmentRecord } from './appointments.repository.ts';

type GridFacts = { readonly id: string; readonly communityId: string };
/** Who is in a place of the card, and since when. */
type PlaceFacts = { readonly name: string; readonly since: string | null };

/** Ends a service on a day, never before its own beginning. */
export const ended = (work: Work, appointment: AppointmentRecord, on: string, endReason: string): RecordChange => rewritten(work, work.appointments, appointment, { untilOn: on < appointment.fromOn ? appointment.fromOn : on, endReason });

/**
 * A grid's one responsible member became another in the territory: the running service ends and the next begins, so that both sides say the
 * same. The answers belong among the changes of that act.
 */
export function followResponsible(work: Work, grid: GridFacts, memberId: string | null, reason: string): RecordChange[] {
  const running = work.appointments.responsibleOf(grid.id);
  if (running?.memberId === memberId || (!running && memberId === null)) return [];
  const changes = running ? [ended(work, running, work.today, reason)] : [];
  const member = memberId === null ? undefined : work.gridMembers.find(memberId);
  if (!member) return changes;
  const postId = work.posts.forGrids(grid.communityId)?.id ?? null;
  return [...changes, added(work, work.appointments, { ...begunRemovable(work), communityId: grid.communityId, memberId, personName: member.name, postId, gridId: grid.id, place: '', isResponsible: true, fromOn: work.today, untilOn: null, reason, endReason: '', candidateId: null })];
}

/** Somebody came into a place of a grid's 4+6 card, or left it: the dates of the place follow. `slot` null: nobody is there any more. */
export function followPlace(work: Work, grid: GridFacts, place: string, slot: PlaceFacts | null): RecordChange[] {
  const running = work.appointments.inPlace(grid.id, place);
  if (slot !== null && running?.personName === slot.name) return slot.since === null || slot.since === running.fromOn ? [] : [rewritten(work, work.appointments, running, { fromOn: slot.since })];
  const from = slot?.since ?? work.today;
  const changes = running ? [ended(work, running, from, '')] : [];
  if (slot === null) return changes;
  const memberId = work.gridMembers.ofName(slot.name).find(({ gridId, teamKind }) => gridId === grid.id || teamKind === place)?.id ?? null;
  return [...changes, added(work, work.appointments, { ...begunRemovable(work), communityId: grid.communityId, memberId, personName: slot.name, postId: null, gridId: grid.id, place, isResponsible: false, fromOn: from, untilOn: null, reason: '', endReason: '', candidateId: null })];
}
