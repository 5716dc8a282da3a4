import { added, begunRemovable, current, rewritten } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import { pointsFor } from '#shared/modules/grid/participation/points.rules.ts';
import type { JobChange, JobDraft, JobRow, JobSheet, Shift } from '#shared/modules/grid/participation/volunteer.schema.ts';
import { isGridInScope } from '../register/scope.ts';
import { ruleOf } from './participation-checks.ts';
import { book } from './volunteers.service.ts';
import type { JobRecord, ShiftRecord } from './volunteers.repository.ts';

type Versioned = { readonly id: string; readonly version: number };
const JOB = 'volunteer_job';
const SHIFT = 'volunteer_shift';

const rowOf = (work: Work, id: string): JobRow => work.volunteerJobs.row(work.actor, id) ?? fail('record/not-found', {});

function checkDraft(work: Work, { gridId, teamId }: JobDraft): void {
  if (gridId !== null && (!isGridInScope(work.actor, gridId) || !work.grids.find(gridId))) fail('record/not-found', {});
  if (teamId !== null && work.residentTeams.find(teamId)?.removedAt !== null) fail('record/not-found', {});
}

export function postVolunteerJob(work: Work, draft: JobDraft): JobRow {
  checkDraft(work, draft);
  const job: JobRecord = { ...begunRemovable(work), ...draft };
  work.record({ action: 'volunteer-job.posted', entity: JOB, entityId: job.id, detail: { title: job.title }, changes: [added(work, work.volunteerJobs, job)] });
  return rowOf(work, job.id);
}

export function updateVolunteerJob(work: Work, { id, version, ...draft }: JobChange): JobRow {
  const { signed } = rowOf(work, id);
  const job = current(work, work.volunteerJobs, { id, version });
  checkDraft(work, draft);
  if (draft.places < signed) fail('job/full', { places: draft.places });
  work.record({ action: 'volunteer-job.changed', entity: JOB, entityId: id, changes: [rewritten(work, work.volunteerJobs, job, draft)] });
  return rowOf(work, id);
}

/** Puts volunteers down for a job, all of them or none. Errors: `job/not-open`, `job/full`, `job/already-signed`, `volunteer/has-left`. */
export function signUp(work: Work, { jobId, volunteerIds }: { readonly jobId: string; readonly volunteerIds: readonly string[] }): JobRow {
  const job = rowOf(work, jobId);
  if (job.state !== 'open') fail('job/not-open', { title: job.title });
  const chosen = [...new Set(volunteerIds)];
  if (job.signed + chosen.length > job.places) fail('job/full', { places: job.places });
  const changes = chosen.map((volunteerId) => {
    const { personName, leftOn } = work.volunteers.row(work.actor, volunteerId) ?? fail('record/not-found', {});
    if (leftOn !== null && leftOn < job.heldOn) fail('volunteer/has-left', { name: personName });
    const before = work.volunteerJobs.ofVolunteer(jobId, volunteerId);
    if (before && before.state !== 'cancelled') fail('job/already-signed', { name: personName });
    if (before) return rewritten(work, work.volunteerJobs.shifts, before, { state: 'signed', signedOn: work.today });
    const shift: ShiftRecord = { ...begunRemovable(work), jobId, volunteerId, signedOn: work.today, state: 'signed', minutes: 0, recorderId: null, recordedBy: '', confirmerId: null, confirmedBy: '' };
    return added(work, work.volunteerJobs.shifts, shift);
  });
  work.record({ action: 'volunteer-shift.signed', entity: SHIFT, entityId: jobId, detail: { count: changes.length }, changes });
  return rowOf(work, jobId);
}

function shiftOf(work: Work, id: string): { readonly shift: ShiftRecord; readonly job: JobRow } {
  const shift = work.volunteerJobs.shifts.find(id);
  if (shift?.removedAt !== null) return fail('record/not-found', {});
  if (!work.volunteers.row(work.actor, shift.volunteerId)) fail('record/not-found', {});
  return { shift, job: rowOf(work, shift.jobId) };
}
const shown = (work: Work, id: string): Shift => work.volunteerJobs.shift(work.actor.userId, id) ?? fail('record/not-found', {});

/** Who came and for how long; may be set right until somebody confirmed it. Errors: `job/not-held`, `shift/no-such-way`. */
export function recordAttendance(work: Work, { id, version, state, minutes }: Versioned & { readonly state: 'attended' | 'absent' | 'cancelled'; readonly minutes: number }): Shift {
  const { shift, job } = shiftOf(work, id);
  checkVersion(work, SHIFT, shift, version);
  if (shift.state === 'confirmed') fail('shift/no-such-way', {});
  if (state !== 'cancelled' && job.heldOn > work.today) fail('job/not-held', { heldOn: job.heldOn });
  const change = rewritten(work, work.volunteerJobs.shifts, shift, { state, minutes: state === 'attended' ? minutes : 0, recorderId: work.actor.userId, recordedBy: work.actor.displayName });
  work.record({ action: 'volunteer-shift.recorded', entity: SHIFT, entityId: id, detail: { minutes }, changes: [change] });
  return shown(work, id);
}

/** A second person says that the hours are right; only then do they count, and bring points to who asked for them. Errors: `shift/same-person`, `shift/no-such-way`. */
export function confirmHours(work: Work, { shifts }: { readonly shifts: readonly Versioned[] }): { confirmed: number; points: number } {
  const { pointsPerHour } = ruleOf(work);
  const sum = { points: 0 };
  const changes = shifts.flatMap(({ id, version }) => {
    const { shift, job } = shiftOf(work, id);
    checkVersion(work, SHIFT, shift, version);
    if (shift.state !== 'attended') fail('shift/no-such-way', {});
    if (shift.recorderId === work.actor.userId) fail('shift/same-person', { name: shift.recordedBy });
    const change = rewritten(work, work.volunteerJobs.shifts, shift, { state: 'confirmed', confirmerId: work.actor.userId, confirmedBy: work.actor.displayName });
    const points = work.volunteers.find(shift.volunteerId)?.wantsPoints === true ? pointsFor(shift.minutes, pointsPerHour) : 0;
    sum.points += points;
    return points === 0 ? [change] : [change, book(work, { volunteerId: shift.volunteerId, kind: 'hours', points, shiftId: id, note: job.title })];
  });
  work.record({ action: 'volunteer-shift.confirmed', entity: SHIFT, entityId: shifts[0]?.id ?? '', detail: { count: shifts.length, points: sum.points }, changes });
  return { confirmed: shifts.length, points: sum.points };
}

export const getVolunteerJob = (work: Work, { id }: { readonly id: string }): JobSheet => ({ ...rowOf(work, id), shifts: work.volunteerJobs.shiftsOf(work.actor.userId, id).filter(({ volunteerId }) => work.volunteers.row(work.actor, volunteerId) !== undefined) });
