import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import { birthOf, cardFault, normaliseIdNumber, sexOf } from '#shared/modules/grid/register/citizen-id.rules.ts';
import { normalisePhone } from '#shared/modules/grid/register/phone.rules.ts';
import type { GridMember, GridMemberChange, GridMemberDraft } from '#shared/modules/staff/grid-member.schema.ts';
import { chainAbove, wouldRing } from '#shared/modules/staff/people/chain.rules.ts';
import { endRunning } from '../posts/appointments.service.ts';
import type { GridMemberRecord } from './grid-members.repository.ts';

type Versioned = { readonly id: string; readonly version: number };

export const getGridMember = (work: Work, { id }: { readonly id: string }): GridMember => work.gridMembers.get(id, work.actor) ?? fail('record/not-found', {});

/** A member the actor may know of, not removed. Error: `record/not-found`. */
export function memberOf(work: Work, id: string): GridMemberRecord {
  getGridMember(work, { id });
  return work.gridMembers.find(id) ?? fail('record/not-found', {});
}

/** A member in service on a day. Error: `grid-member/has-left`. */
export function inService(work: Work, id: string, day: string): GridMemberRecord {
  const member = memberOf(work, id);
  if (member.leftOn !== null && member.leftOn <= day) fail('grid-member/has-left', { name: member.name, leftOn: member.leftOn });
  return member;
}

const OLDEST_YEARS = 120;
/** Nobody works before being born. Error: `grid-member/before-birth`. */
export function checkBorn({ name, birthOn }: Pick<GridMemberRecord, 'name' | 'birthOn'>, ...days: readonly (string | null)[]): void {
  if (birthOn !== null && days.some((day) => day !== null && day < birthOn)) fail('grid-member/before-birth', { name, birthOn });
}

/** Errors: `grid-member/born-unlikely`, `grid-member/before-birth`. */
function checkDays(work: Work, draft: Pick<GridMemberDraft, 'name' | 'birthOn' | 'startedOn' | 'registeredOn'>): void {
  const earliest = `${Number(work.today.slice(0, 4)) - OLDEST_YEARS}-01-01`;
  if (draft.birthOn !== null && (draft.birthOn < earliest || draft.birthOn > work.today)) fail('grid-member/born-unlikely', { earliest, today: work.today });
  checkBorn(draft, draft.startedOn, draft.registeredOn);
}

/** Errors: those of `checkDays`, `grid-member/id-number-invalid`, `grid-member/id-number-taken`, `grid-member/account-taken`, `grid-member/chain-is-ring`, `record/not-found` for a grid or a superior nobody knows. */
function checked<D extends GridMemberDraft>(work: Work, draft: D, ownId: string | null): D {
  const idNumber = normaliseIdNumber(draft.idNumber);
  const rule = idNumber === '' ? null : cardFault({ ...draft, idNumber }, work.today);
  if (rule !== null) fail('grid-member/id-number-invalid', { rule });
  const birthOn = idNumber === '' ? draft.birthOn : birthOf(idNumber);
  const sex = idNumber === '' ? draft.sex : sexOf(idNumber);
  checkDays(work, { ...draft, birthOn });
  const other = idNumber === '' ? undefined : work.gridMembers.findByIdNumber(idNumber);
  if (other && other.id !== ownId) fail('grid-member/id-number-taken', { name: other.name });
  if (draft.gridId !== null && !work.grids.find(draft.gridId)) fail('record/not-found', {});
  const holder = draft.accountId === null ? undefined : work.gridMembers.findByAccount(draft.accountId);
  if (holder && holder.id !== ownId) fail('grid-member/account-taken', { name: holder.name });
  if (draft.superiorId !== null && work.gridMembers.find(draft.superiorId)?.removedAt !== null) fail('record/not-found', {});
  if (ownId !== null && wouldRing(ownId, draft.superiorId, work.gridMembers.superiorOf)) fail('grid-member/chain-is-ring', { name: draft.name });
  return { ...draft, idNumber, birthOn, sex, phone: normalisePhone(draft.phone), privatePhone: normalisePhone(draft.privatePhone) };
}

/** Writes a member one version further; the answer belongs among the changes of the entry. */
export function rewriteMember(work: Work, member: GridMemberRecord, values: Partial<GridMemberRecord>): RecordChange {
  const before = work.rows.read('grid_member', member.id);
  work.gridMembers.replace({ ...member, ...values, version: member.version + 1, updatedAt: work.clock.now().toISOString() });
  return work.rows.change('grid_member', member.id, before);
}

/** Puts a new member in; answers the id and the change. */
export function putMember(work: Work, draft: GridMemberDraft): { readonly id: string; readonly change: RecordChange } {
  const now = work.clock.now().toISOString();
  const values = checked(work, draft, null);
  const id = work.clock.newId();
  work.gridMembers.insert({ ...values, id, communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, phoneCheckedOn: values.phone === '' ? null : work.today, extra: {}, importBatchId: null });
  return { id, change: work.rows.change('grid_member', id, undefined) };
}

export function createGridMember(work: Work, draft: GridMemberDraft): GridMember {
  const { id, change } = putMember(work, draft);
  work.record({ action: 'grid-member.created', entity: 'grid_member', entityId: id, detail: { name: draft.name }, changes: [change] });
  return getGridMember(work, { id });
}

/** A new work number counts as confirmed on the day it is typed. */
export function updateGridMember(work: Work, { id, version, ...change }: GridMemberChange): GridMember {
  const member = memberOf(work, id);
  checkVersion(work, 'grid_member', member, version);
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<GridMemberDraft>; // the change's own fields, without those left out
  const draft = checked(work, { ...member, certificates: [...member.certificates], skills: [...member.skills], ...said }, id);
  const phoneCheckedOn = draft.phone === member.phone ? member.phoneCheckedOn : draft.phone === '' ? null : work.today;
  work.record({ action: 'grid-member.changed', entity: 'grid_member', entityId: id, changes: [rewriteMember(work, member, { ...draft, phoneCheckedOn })] });
  return getGridMember(work, { id });
}

/**
 * The last day of service: running appointments end with it, a grid that had this responsible member has none. Days of the desk must be given
 * to somebody else first. Errors: `grid-member/on-duty-later`, `grid-member/not-begun`, `grid-member/before-birth`.
 */
export function endService(work: Work, { id, version, leftOn, reason }: Versioned & { readonly leftOn: string; readonly reason: string }): Record<string, never> {
  const member = inService(work, id, '9999-12-31');
  checkVersion(work, 'grid_member', member, version);
  checkBorn(member, leftOn);
  if (member.startedOn !== null && leftOn < member.startedOn) fail('grid-member/not-begun', { startedOn: member.startedOn });
  const days = work.rosters.daysOf(id, leftOn > work.today ? leftOn : work.today);
  if (days.length > 0) fail('grid-member/on-duty-later', { name: member.name, days: days.length, first: days[0] ?? '' });
  const ended = work.appointments.runningOf(id).flatMap((appointment) => endRunning(work, appointment, leftOn, reason));
  work.record({ action: 'grid-member.left', entity: 'grid_member', entityId: id, detail: { leftOn }, changes: [rewriteMember(work, work.gridMembers.find(id) ?? member, { leftOn, leftReason: reason, gridId: null }), ...ended] });
  return {};
}

export function resumeService(work: Work, { id, version }: Versioned): Record<string, never> {
  const member = memberOf(work, id);
  checkVersion(work, 'grid_member', member, version);
  if (member.leftOn === null) fail('record/not-found', {});
  work.record({ action: 'grid-member.resumed', entity: 'grid_member', entityId: id, changes: [rewriteMember(work, member, { leftOn: null, leftReason: '' })] });
  return {};
}

/** Error: `grid-member/no-phone`. */
export function confirmPhone(work: Work, { id, version }: Versioned): Record<string, never> {
  const member = memberOf(work, id);
  checkVersion(work, 'grid_member', member, version);
  if (member.phone === '') fail('grid-member/no-phone', { name: member.name });
  work.record({ action: 'grid-member.phone-confirmed', entity: 'grid_member', entityId: id, changes: [rewriteMember(work, member, { phoneCheckedOn: work.today })] });
  return {};
}

export function listChain(work: Work, { id }: { readonly id: string }): { id: string; name: string; postName: string }[] {
  memberOf(work, id);
  return chainAbove(id, work.gridMembers.superiorOf).flatMap((above) => {
    const member = work.gridMembers.get(above);
    return member ? [{ id: above, name: member.name, postName: member.postName }] : [];
  });
}
