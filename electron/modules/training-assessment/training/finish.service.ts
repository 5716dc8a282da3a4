import { rewritten } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { ClassRow } from '#shared/modules/training-assessment/training/class.schema.ts';
import { resultOf } from '#shared/modules/training-assessment/training/result.rules.ts';
import { checkMove, classOf, classRow } from './classes.service.ts';
import type { ClassRecord } from './classes.repository.ts';
import type { EnrolmentRecord } from './enrolments.repository.ts';

type Versioned = { readonly id: string; readonly version: number };

/** Somebody who withdrew, or left the work, in the middle keeps the hours attended and has no result. */
function resultValues(work: Work, found: ClassRecord, enrolment: EnrolmentRecord): Pick<EnrolmentRecord, 'hoursTenths' | 'scoreTenths' | 'result'> {
  const hours = work.trainingEnrolments.hours(found.id, enrolment.memberId);
  const leftOn = work.trainees.leftOn(enrolment.memberId);
  if (enrolment.state === 'withdrawn' || (leftOn !== null && leftOn <= found.untilOn)) return { hoursTenths: hours.earnedTenths, scoreTenths: null, result: '' };
  return resultOf({ ...hours, attendancePercent: found.attendancePercent }, work.trainingSheets.outcomes(found.id, enrolment.memberId));
}

/** A need is met when whom it names has passed, or the whole team was taught; else it waits again. */
function settleNeeds(work: Work, found: ClassRecord, passed: ReadonlySet<string>): RecordChange[] {
  return work.trainingNeeds
    .idsOfClass(found.id)
    .flatMap((id) => work.trainingNeeds.find(id) ?? [])
    .map((need) => rewritten(work, work.trainingNeeds, need, need.memberId === null || passed.has(need.memberId) ? { state: 'met', outcome: found.name } : { state: 'open', classId: null }));
}

/**
 * Computes the result of everybody in the class and locks it: from then on no mark, score or session changes.
 * Errors: `training/nobody-enrolled`, `training/not-ready` (sheets or exams still open), `training/state-not-allowed`.
 */
export function finishTrainingClass(work: Work, one: Versioned): ClassRow {
  const found = classOf(work, one);
  checkMove(found.state, 'finished');
  if (work.trainingEnrolments.enrolledIn(found.id) === 0) fail('training/nobody-enrolled', {});
  const open = work.trainingClasses.open(found.id);
  if (open.sessions + open.exams > 0) fail('training/not-ready', open);
  const passed = new Set<string>();
  const results = work.trainingEnrolments.ofClass(found.id).map((enrolment) => {
    const values = resultValues(work, found, enrolment);
    if (values.result === 'passed') passed.add(enrolment.memberId);
    return rewritten(work, work.trainingEnrolments, enrolment, values);
  });
  const change = rewritten(work, work.trainingClasses, found, { state: 'finished', lockedAt: work.clock.now().toISOString(), lockedBy: work.actor.displayName });
  work.record({ action: 'training-class.finished', entity: 'training_class', entityId: found.id, detail: { results: results.length, passed: passed.size }, changes: [change, ...results, ...settleNeeds(work, found, passed)] });
  return classRow(work, found.id);
}

/** Unlocks the results of a finished class, or takes up a cancelled one; the reason goes on record. Certificates are revoked first. Error: `training/has-certificates`. */
export function reopenTrainingClass(work: Work, { reason, ...one }: Versioned & { readonly reason: string }): ClassRow {
  const found = classOf(work, one);
  const to = found.state === 'cancelled' ? 'planned' : 'running';
  checkMove(found.state, to);
  const certificates = work.trainingRecords.validOfClass(found.id);
  if (certificates > 0) fail('training/has-certificates', { count: certificates });
  const freed = found.state === 'finished' ? work.trainingEnrolments.ofClass(found.id).map((enrolment) => rewritten(work, work.trainingEnrolments, enrolment, { hoursTenths: null, scoreTenths: null, result: '' })) : [];
  const change = rewritten(work, work.trainingClasses, found, { state: to, stateReason: reason, lockedAt: null, lockedBy: '' });
  work.record({ action: 'training-class.reopened', entity: 'training_class', entityId: found.id, detail: { reason }, changes: [change, ...freed] });
  return classRow(work, found.id);
}
