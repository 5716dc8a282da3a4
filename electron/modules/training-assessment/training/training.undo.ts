import type { Work } from '#electron/database/unit-of-work.ts';
import type { HistoryGuard } from '#electron/kernel/audit/history-guard.ts';
import type { UndoSource } from '#electron/kernel/undo/undo-source.ts';
import { mayDo } from '#shared/contract/actor.ts';
import { fail } from '#shared/errors/app-error.ts';
import { checkNoClash, openClass } from './classes.service.ts';

const seen = (isThere: (work: Work, id: string) => boolean): HistoryGuard => ({ permission: 'training.read', isVisible: isThere });

export const trainingHistory: Readonly<Record<string, HistoryGuard>> = {
  training_need: seen((work, id) => work.trainingNeeds.find(id) !== undefined),
  training_plan: seen((work, id) => work.trainingPlans.find(id) !== undefined),
  training_cohort: seen((work, id) => work.trainingCohorts.find(id) !== undefined),
  training_placement: seen((work, id) => work.trainingCohorts.placements.find(id) !== undefined),
  training_class: seen((work, id) => work.trainingClasses.find(id) !== undefined),
  training_course: seen((work, id) => work.trainingSchedule.courses.find(id) !== undefined),
  training_session: seen((work, id) => work.trainingSchedule.sessions.find(id) !== undefined),
  training_enrolment: seen((work, id) => work.trainingEnrolments.find(id) !== undefined),
  training_attendance: seen((work, id) => work.trainingSheets.attendance.find(id) !== undefined),
  training_exam: seen((work, id) => work.trainingSheets.exams.find(id) !== undefined),
  training_score: seen((work, id) => work.trainingSheets.scores.find(id) !== undefined),
  training_feedback: seen((work, id) => work.trainingSheets.feedback.find(id) !== undefined),
  training_certificate: seen((work, id) => work.trainingRecords.certificates.find(id) !== undefined),
  training_record_filing: seen((work, id) => work.trainingRecords.filings.find(id) !== undefined),
};

/** What hangs on a class may go back only while the class is open: finished results stay as they were locked. */
function inOpenClass(classIdOf: (work: Work, id: string) => string | undefined, nameOf: UndoSource['nameOf']): UndoSource {
  const check = (work: Work, id: string): void => void openClass(work, classIdOf(work, id) ?? fail('record/not-found', {}));
  return { permission: 'training.edit', nameOf, check, mayWithdraw: () => true, refresh: () => undefined };
}
/** What hangs on a plan may go back only while the plan is a draft. */
function inDraftPlan(planIdOf: (work: Work, id: string) => string | undefined, nameOf: UndoSource['nameOf']): UndoSource {
  return {
    permission: 'training.edit',
    nameOf,
    check: (work, id) => {
      if (work.trainingPlans.row(planIdOf(work, id) ?? '')?.state === 'approved') fail('training/plan-approved', {});
    },
    mayWithdraw: () => true,
    refresh: () => undefined,
  };
}
const memberOf = (find: (work: Work, id: string) => { readonly memberId: string } | undefined) => (work: Work, id: string): string => work.trainees.nameOf(find(work, id)?.memberId ?? '');
const sessionClass = (work: Work, sessionId: string | undefined): string | undefined => (sessionId === undefined ? undefined : work.trainingSchedule.sessions.find(sessionId)?.classId);
const examClass = (work: Work, examId: string | undefined): string | undefined => (examId === undefined ? undefined : work.trainingSheets.exams.find(examId)?.classId);

/** A need goes back with the officer's own act, or with the decision that a result of assessment led to. */
function checkNeed(work: Work, id: string): void {
  const { roles } = work.actor;
  if (!mayDo(roles, 'training.edit') && !(mayDo(roles, 'assessment.sign-off') && work.assessmentResults.isHandedOn(id))) fail('record/not-found', {});
}

/**
 * Ctrl+Z in training. Certificates, approvals and filings have no source: a number once given and a form once handed in are taken back by their own
 * reasoned acts. A class that was finished cannot be unlocked by an undo.
 */
export const trainingUndo: Readonly<Record<string, UndoSource>> = {
  training_need: { nameOf: (work, id) => work.trainingNeeds.find(id)?.subject ?? '', check: checkNeed, mayWithdraw: () => true, refresh: () => undefined },
  training_plan: { ...inDraftPlan((_work, id) => id, (work, id) => work.trainingPlans.find(id)?.title ?? ''), mayWithdraw: (work, id) => !work.trainingClasses.hasOfPlan(id) },
  training_cohort: inDraftPlan((work, id) => work.trainingCohorts.find(id)?.planId, (work, id) => work.trainingCohorts.find(id)?.name ?? ''),
  training_placement: inDraftPlan((work, id) => work.trainingCohorts.placements.find(id)?.planId, memberOf((work, id) => work.trainingCohorts.placements.find(id))),
  training_class: {
    permission: 'training.edit',
    nameOf: (work, id) => work.trainingClasses.find(id)?.name ?? '',
    check: (work, id) => {
      const found = work.trainingClasses.find(id);
      if (found?.state === 'finished') fail('training/results-locked', { name: found.name });
    },
    mayWithdraw: (work, id) => work.trainingEnrolments.enrolledIn(id) === 0 && work.trainingSchedule.ofClass(id).length === 0,
    refresh: () => undefined,
  },
  training_course: { ...inOpenClass((work, id) => work.trainingSchedule.courses.find(id)?.classId, (work, id) => work.trainingSchedule.courses.find(id)?.title ?? ''), mayWithdraw: (work, id) => !work.trainingSchedule.hasSessions(id) },
  training_session: {
    ...inOpenClass(sessionClass, (work, id) => work.trainingSchedule.sessions.find(id)?.heldOn ?? ''),
    mayWithdraw: (work, id) => !work.trainingSheets.hasMarks(id),
    settled: (work, id) => checkNoClash(work, sessionClass(work, id) ?? '', null),
  },
  training_enrolment: { ...inOpenClass((work, id) => work.trainingEnrolments.find(id)?.classId, memberOf((work, id) => work.trainingEnrolments.find(id))), settled: (work, id) => checkNoClash(work, work.trainingEnrolments.find(id)?.classId ?? '', null) },
  training_attendance: inOpenClass((work, id) => sessionClass(work, work.trainingSheets.attendance.find(id)?.sessionId), memberOf((work, id) => work.trainingSheets.attendance.find(id))),
  training_exam: { ...inOpenClass(examClass, (work, id) => work.trainingSheets.exams.find(id)?.title ?? ''), mayWithdraw: (work, id) => !work.trainingSheets.hasScores(id) },
  training_score: inOpenClass((work, id) => examClass(work, work.trainingSheets.scores.find(id)?.examId), memberOf((work, id) => work.trainingSheets.scores.find(id))),
  training_feedback: { permission: 'training.edit', nameOf: memberOf((work, id) => work.trainingSheets.feedback.find(id)), check: () => undefined, mayWithdraw: () => true, refresh: () => undefined },
};
