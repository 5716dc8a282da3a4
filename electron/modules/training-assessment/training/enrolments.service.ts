import { added, begunRemovable, rewritten } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { AppError, fail } from '#shared/errors/app-error.ts';
import type { Enrolled, EnrolmentRow } from '#shared/modules/training-assessment/training/sheet.schema.ts';
import { checkNoClash, checkNotPast, openClass } from './classes.service.ts';

type Skipped = Enrolled['skipped'][number];

/**
 * Puts one person into a class. Somebody who had withdrawn comes back.
 * Errors: `training/results-locked`, `training/class-past`, `training/already-enrolled`, `training/no-room`, `training/double-booked`.
 */
export function enrolOne(work: Work, classId: string, memberId: string, source: 'rule' | 'hand'): RecordChange {
  const target = openClass(work, classId);
  checkNotPast(work, target);
  const { name } = work.trainees.find(work.today, memberId) ?? fail('record/not-found', {});
  const stands = work.trainingEnrolments.ofMember(classId, memberId);
  if (stands?.state === 'enrolled') fail('training/already-enrolled', { name });
  const enrolled = work.trainingEnrolments.enrolledIn(classId);
  const places = Math.min(target.places, work.trainingSchedule.leastCapacity(classId) ?? target.places);
  if (enrolled >= places) fail('training/no-room', { places, enrolled });
  checkNoClash(work, classId, memberId);
  if (stands) return rewritten(work, work.trainingEnrolments, stands, { state: 'enrolled', source, withdrawnOn: null, withdrawnReason: '' });
  return added(work, work.trainingEnrolments, { ...begunRemovable(work), classId, memberId, state: 'enrolled', source, withdrawnOn: null, withdrawnReason: '', hoursTenths: null, scoreTenths: null, result: '' });
}

/** Why one person was left out while the others go in; anything else ends the whole act. */
function skippedOf(work: Work, memberId: string, error: unknown): Skipped {
  if (!(error instanceof AppError)) throw error;
  const name = work.trainees.nameOf(memberId);
  const { failure } = error;
  if (failure.code === 'training/already-enrolled') return { name, why: 'already-in', where: '' };
  if (failure.code === 'training/double-booked') return { name, why: 'double-booked', where: failure.params.className };
  if (failure.code === 'training/no-room') return { name, why: 'no-room', where: '' };
  throw error;
}

/** Enrols whoever can be, and names the others with the reason. With nobody enrolled the first reason ends the call. */
export function enrolMembers(work: Work, { classId, memberIds }: { readonly classId: string; readonly memberIds: readonly string[] }): Enrolled {
  const changes: RecordChange[] = [];
  const skipped: Skipped[] = [];
  let first: unknown = null;
  for (const memberId of new Set(memberIds)) {
    try {
      changes.push(enrolOne(work, classId, memberId, 'hand'));
    } catch (error) {
      skipped.push(skippedOf(work, memberId, error));
      first ??= error;
    }
  }
  if (changes.length === 0) throw first;
  work.record({ action: 'training-members.enrolled', entity: 'training_enrolment', entityId: changes[0]?.entityId ?? '', detail: { count: changes.length, skipped: skipped.length }, changes });
  return { enrolled: changes.length, skipped };
}

/** Somebody leaves the class on a day, also in its middle: the hours until then stay, sheets of later days leave the person out. */
export function withdrawEnrolment(work: Work, { id, version, on, reason }: { readonly id: string; readonly version: number; readonly on: string; readonly reason: string }): EnrolmentRow {
  const enrolment = work.trainingEnrolments.find(id);
  if (enrolment?.removedAt !== null) return fail('record/not-found', {});
  openClass(work, enrolment.classId);
  checkVersion(work, 'training_enrolment', enrolment, version);
  const change = rewritten(work, work.trainingEnrolments, enrolment, { state: 'withdrawn', withdrawnOn: on, withdrawnReason: reason });
  work.record({ action: 'training-enrolment.withdrawn', entity: 'training_enrolment', entityId: id, detail: { reason }, changes: [change] });
  return work.trainingEnrolments.row(id) ?? fail('record/not-found', {});
}

type Matched = { row: number; text: string; kind: 'taken' | 'unknown-name' | 'name-twice'; memberId: string | null; name: string };

/** Whom pasted lines mean: any cell that is a phone or identity number or a full name. Two people of one name are never chosen between. */
export function matchMembers(work: Work, { lines }: { readonly lines: readonly string[] }): Matched[] {
  return lines.flatMap((text, at): Matched[] => {
    const words = text.normalize('NFKC').split(/[\t,，]| {2,}/).map((word) => word.replaceAll(/\s/g, '')).filter(Boolean);
    if (words.length === 0) return [];
    const found = words.map((word) => work.trainees.meant(work.today, word)).filter((one) => one.length > 0);
    const meant = found.find((one) => one.length === 1) ?? found[0] ?? [];
    const [member] = meant;
    const line = { row: at + 1, text: words.join(' ').slice(0, 200) };
    if (!member) return [{ ...line, kind: 'unknown-name', memberId: null, name: '' }];
    return [meant.length > 1 ? { ...line, kind: 'name-twice', memberId: null, name: member.name } : { ...line, kind: 'taken', memberId: member.id, name: member.name }];
  });
}
