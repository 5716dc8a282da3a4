import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { fail } from '#shared/errors/app-error.ts';
import { checkConditions, unmet } from '#shared/modules/staff/posts/condition.rules.ts';
import type { AppointmentDraft, AppointmentRow } from '#shared/modules/staff/posts/post.schema.ts';
import { checkBorn, inService } from '../people/people.service.ts';
import { added, begunRemovable, current, present } from '#electron/database/record-store.ts';
import type { AppointmentRecord } from './appointments.repository.ts';
import { ended } from './follow-grid.ts';
import type { PostRecord } from './posts.repository.ts';
import { factsOf } from './posts.service.ts';

type Versioned = { readonly id: string; readonly version: number };

/** The seat of an appointment is there: the post has one, and a grid has no other responsible member. */
function checkSeat(work: Work, post: PostRecord, draft: AppointmentDraft): void {
  if (work.appointments.heldOn(post.id, draft.fromOn) >= post.quota) fail('post/quota-full', { name: post.name, quota: post.quota });
  if (!post.answersForGrid) return;
  const grid = draft.gridId === null ? fail('post/asks-grid', { name: post.name }) : (work.grids.find(draft.gridId) ?? fail('record/not-found', {}));
  if (grid.status !== 'active') fail('grid/closed', { name: grid.name });
  if (draft.fromOn > work.today) fail('appointment/begins-later', { today: work.today });
  if (grid.responsibleId !== null && grid.responsibleId !== draft.memberId) fail('appointment/grid-has-member', { grid: grid.name, name: work.gridMembers.find(grid.responsibleId)?.name ?? '' });
}

/**
 * Writes an appointment with all that follows from it: the member is filed under the grid, and of a post that answers for a grid becomes
 * its one responsible member. The answers belong among the changes of the entry. Whoever calls has checked the conditions.
 * Errors: `grid-member/has-left`, `grid-member/before-birth`, `post/quota-full`, `post/asks-grid`, `appointment/grid-has-member`, `appointment/already-held`.
 */
export function appointed(work: Work, draft: AppointmentDraft, candidateId: string | null): { readonly id: string; readonly changes: RecordChange[] } {
  const member = inService(work, draft.memberId, draft.fromOn);
  checkBorn(member, draft.fromOn);
  const post = draft.postId === null ? fail('appointment/not-a-post', {}) : present(work.posts, draft.postId);
  const running = work.appointments.runningOf(member.id);
  const same = running.find(({ postId, gridId }) => postId === post.id && gridId === draft.gridId);
  if (same) fail('appointment/already-held', { name: member.name, fromOn: same.fromOn });
  checkSeat(work, post, draft);
  if (draft.gridId !== null && !work.grids.find(draft.gridId)) fail('record/not-found', {});
  const appointment = { ...begunRemovable(work), ...draft, personName: member.name, place: '', isResponsible: post.answersForGrid && draft.untilOn === null, endReason: '', candidateId };
  const stale = draft.gridId !== null && post.answersForGrid ? work.appointments.responsibleOf(draft.gridId) : undefined;
  const freed = stale ? [ended(work, stale, draft.fromOn, draft.reason)] : [];
  const changes = [...freed, added(work, work.appointments, appointment)];
  const grid = draft.gridId === null || !appointment.isResponsible ? undefined : work.grids.find(draft.gridId);
  if (grid && grid.responsibleId !== member.id) changes.push(...work.responsibility.hand(work, grid, member.id, draft.fromOn, draft.reason));
  const isFiled = draft.gridId === null || member.gridId === draft.gridId || !post.answersForGrid;
  if (isFiled) return { id: appointment.id, changes };
  const before = work.rows.read('grid_member', member.id);
  work.gridMembers.replace({ ...member, gridId: draft.gridId, version: member.version + 1, updatedAt: work.clock.now().toISOString() });
  return { id: appointment.id, changes: [...changes, work.rows.change('grid_member', member.id, before)] };
}

const rowOf = (work: Work, id: string): AppointmentRow => work.appointments.row(work.actor, id) ?? fail('record/not-found', {});

/** Appoints one of the team who meets every condition; who does not goes through a vacancy. Errors: `post/conditions-not-met` and those of `appointed`. */
export function appoint(work: Work, draft: AppointmentDraft): AppointmentRow {
  const member = inService(work, draft.memberId, draft.fromOn);
  const post = draft.postId === null ? fail('appointment/not-a-post', {}) : present(work.posts, draft.postId);
  const open = unmet(checkConditions(post.conditions, factsOf(work, member), work.today));
  if (open.length > 0) fail('post/conditions-not-met', { name: member.name, count: open.length });
  const { id, changes } = appointed(work, draft, null);
  work.record({ action: 'appointment.made', entity: 'appointment', entityId: id, detail: { name: member.name, post: post.name }, changes });
  return rowOf(work, id);
}

/** Ends a running service; a grid whose responsible member it was has none from then on. The answers belong among the changes of the entry. */
export function endRunning(work: Work, appointment: AppointmentRecord, on: string, reason: string): RecordChange[] {
  const changes = [ended(work, appointment, on, reason)];
  const grid = appointment.isResponsible && appointment.gridId !== null ? work.grids.find(appointment.gridId) : undefined;
  if (grid && grid.status === 'active' && grid.responsibleId === appointment.memberId) changes.push(...work.responsibility.hand(work, grid, null, on, reason));
  return changes;
}

/** Errors: `appointment/already-ended`, `appointment/ends-before-begin`, `appointment/not-a-post` for a place of the 4+6 card, which ends on the card. */
export function endAppointment(work: Work, { id, version, untilOn, reason }: Versioned & { readonly untilOn: string; readonly reason: string }): AppointmentRow {
  const appointment = current(work, work.appointments, { id, version });
  if (appointment.place !== '') fail('appointment/not-a-post', {});
  if (appointment.untilOn !== null) fail('appointment/already-ended', { untilOn: appointment.untilOn });
  if (untilOn < appointment.fromOn) fail('appointment/ends-before-begin', { fromOn: appointment.fromOn });
  if (appointment.isResponsible && untilOn > work.today) fail('appointment/begins-later', { today: work.today });
  work.record({ action: 'appointment.ended', entity: 'appointment', entityId: id, detail: { name: appointment.personName, untilOn }, changes: endRunning(work, appointment, untilOn, reason) });
  return rowOf(work, id);
}
