import { added, begunRemovable, current, rewritten } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { fail } from '#shared/errors/app-error.ts';
import { mayBook } from '#shared/modules/grid/participation/points.rules.ts';
import type { PointEntry, Statement, VolunteerChange, VolunteerDraft, VolunteerRow, VolunteerSheet } from '#shared/modules/grid/participation/volunteer.schema.ts';
import { checkPast, residentName, ruleOf } from './participation-checks.ts';
import type { VolunteerRecord } from './volunteers.repository.ts';

const VOLUNTEER = 'volunteer';
const POINT = 'point_entry';

const rowOf = (work: Work, id: string): VolunteerRow => work.volunteers.row(work.actor, id) ?? fail('record/not-found', {});

type Booking = { readonly volunteerId: string; readonly kind: PointEntry['kind']; readonly points: number; readonly shiftId: string | null; readonly note: string };

/** One line in the book of points; it never makes a balance negative. Error: `points/balance-too-low`. */
export function book(work: Work, { points, ...booking }: Booking): RecordChange {
  const balance = work.volunteers.balance(booking.volunteerId);
  if (!mayBook(balance, points)) fail('points/balance-too-low', { balance, points: Math.abs(points) });
  const { removedAt: _removed, ...stored } = begunRemovable(work);
  const entry = { ...stored, ...booking, points, entryOn: work.today, byName: work.actor.displayName };
  work.volunteers.points.insert(entry);
  return work.rows.change(POINT, entry.id, undefined);
}

const joining = (work: Work, volunteer: VolunteerRecord): RecordChange[] => {
  const { joiningPoints } = ruleOf(work);
  const hadSome = work.volunteers.entriesOf(volunteer.id).some(({ kind }) => kind === 'join');
  return volunteer.wantsPoints && joiningPoints > 0 && !hadSome ? [book(work, { volunteerId: volunteer.id, kind: 'join', points: joiningPoints, shiftId: null, note: '' })] : [];
};

function checkTeam(work: Work, teamId: string | null): void {
  if (teamId !== null && work.residentTeams.find(teamId)?.removedAt !== null) fail('record/not-found', {});
}

/** Errors: `volunteer/already-registered`, `participation/day-ahead`, `record/not-found`. */
export function registerVolunteer(work: Work, draft: VolunteerDraft): VolunteerRow {
  const name = residentName(work, draft.personId);
  if (work.volunteers.ofPerson(draft.personId)) fail('volunteer/already-registered', { name });
  checkPast(work, draft.joinedOn);
  checkTeam(work, draft.teamId);
  const volunteer = { ...begunRemovable(work), ...draft };
  const change = added(work, work.volunteers, volunteer);
  work.record({ action: 'volunteer.registered', entity: VOLUNTEER, entityId: volunteer.id, changes: [change, ...joining(work, volunteer)] });
  return rowOf(work, volunteer.id);
}

/** Who no longer wants points keeps what stands in the book and gets no more. */
export function updateVolunteer(work: Work, { id, version, ...draft }: VolunteerChange): VolunteerRow {
  rowOf(work, id);
  const volunteer = current(work, work.volunteers, { id, version });
  if (draft.personId !== volunteer.personId) fail('record/not-found', {});
  if (draft.teamId !== volunteer.teamId) checkTeam(work, draft.teamId);
  const change = rewritten(work, work.volunteers, volunteer, draft);
  work.record({ action: 'volunteer.changed', entity: VOLUNTEER, entityId: id, changes: [change, ...joining(work, { ...volunteer, ...draft })] });
  return rowOf(work, id);
}

/** Points are kept only for who asked for them. Error: `points/not-asked-for`. */
function asking(work: Work, id: string): VolunteerRow {
  const row = rowOf(work, id);
  return row.wantsPoints ? row : fail('points/not-asked-for', { name: row.personName });
}

/** Errors: `points/not-today` where the station redeems on one day of the month, `points/balance-too-low`. */
export function redeemPoints(work: Work, { id, points, note }: { readonly id: string; readonly points: number; readonly note: string }): VolunteerRow {
  rowOf(work, id);
  const { redeemDay } = ruleOf(work);
  if (redeemDay !== null && Number(work.today.slice(8)) !== redeemDay) fail('points/not-today', { day: redeemDay });
  const change = book(work, { volunteerId: id, kind: 'redeem', points: -points, shiftId: null, note });
  work.record({ action: 'points.redeemed', entity: POINT, entityId: change.entityId, detail: { points }, changes: [change] });
  return rowOf(work, id);
}

/** From one volunteer to another: two lines of the book in one act. */
export function givePoints(work: Work, { id, toId, points, note }: { readonly id: string; readonly toId: string; readonly points: number; readonly note: string }): VolunteerRow {
  if (id === toId) fail('points/same-volunteer', {});
  rowOf(work, id);
  asking(work, toId);
  const out = book(work, { volunteerId: id, kind: 'gift-out', points: -points, shiftId: null, note });
  const into = book(work, { volunteerId: toId, kind: 'gift-in', points, shiftId: null, note });
  work.record({ action: 'points.given', entity: POINT, entityId: out.entityId, detail: { points }, changes: [out, into] });
  return rowOf(work, id);
}

/** A wrong line is not rubbed out; another one sets it right. */
export function correctPoints(work: Work, { id, points, note }: { readonly id: string; readonly points: number; readonly note: string }): VolunteerRow {
  asking(work, id);
  const change = book(work, { volunteerId: id, kind: 'correction', points, shiftId: null, note });
  work.record({ action: 'points.corrected', entity: POINT, entityId: change.entityId, detail: { points }, changes: [change] });
  return rowOf(work, id);
}

export const getVolunteer = (work: Work, { id }: { readonly id: string }): VolunteerSheet => ({ ...rowOf(work, id), entries: work.volunteers.entriesOf(id), years: work.volunteers.yearsOf(id) });

/** What a volunteer gets on paper once a year: hours, each with who confirmed it, and the book of points from balance to balance. */
export function getStatement(work: Work, { id, year }: { readonly id: string; readonly year: number }): Statement {
  const { personName, wantsPoints } = rowOf(work, id);
  const parts = work.volunteers.statement(id, year);
  return { year, personName, wantsPoints, ...parts, minutes: parts.shifts.reduce((sum, { minutes }) => sum + minutes, 0) };
}
