import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { matchedPart } from '#electron/kernel/search/matched-part.ts';
import type { SearchSource } from '#electron/kernel/search/search-source.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { classOperations } from '#shared/modules/training-assessment/training/class.contract.ts';
import { classFilterSchema } from '#shared/modules/training-assessment/training/class.schema.ts';
import type { planningOperations } from '#shared/modules/training-assessment/training/planning.contract.ts';
import type { recordOperations } from '#shared/modules/training-assessment/training/record.contract.ts';
import type { sheetOperations } from '#shared/modules/training-assessment/training/sheet.contract.ts';
import { closeSession, getSessionSheet, keepAttendance, keepFeedback } from './attendance.service.ts';
import { classesRepository, scheduleRepository } from './classes.repository.ts';
import { cancelSession, cancelTrainingClass, classRow, createCourse, createSession, createTrainingClass, removeCourse, startTrainingClass, updateCourse, updateSession, updateTrainingClass } from './classes.service.ts';
import { cohortsRepository } from './cohorts.repository.ts';
import { trainingFiller } from './demo/fill-training.ts';
import { trainingDemo } from './demo/training.demo.ts';
import { listEffectCases, measureEffect } from './effect.service.ts';
import { enrolmentsRepository } from './enrolments.repository.ts';
import { enrolMembers, matchMembers, withdrawEnrolment } from './enrolments.service.ts';
import { closeExam, createExam, getExamSheet, keepScores, removeExam, updateExam } from './exams.service.ts';
import { finishTrainingClass, reopenTrainingClass } from './finish.service.ts';
import { createTrainingNeed, proposeTrainingNeeds, settleTrainingNeed, takeTrainingNeeds, updateTrainingNeed } from './needs.service.ts';
import { needsRepository, plansRepository } from './planning.repository.ts';
import { approveTrainingPlan, createCohort, createTrainingPlan, makeClasses, placeInCohort, previewCohorts, removeCohort, removePlacement, returnTrainingPlan, updateCohort, updateTrainingPlan } from './plans.service.ts';
import { recordsRepository } from './records.repository.ts';
import { fileQuarterRecord, getMemberTraining, getOwnTraining, getQuarterRecord, issueCertificates, countHours, listHours, revokeCertificate, summariseTraining } from './records.service.ts';
import { resultsRepository } from './results.repository.ts';
import { sheetsRepository } from './sheets.repository.ts';
import { traineesRepository } from './trainees.repository.ts';
import { trainingExports } from './training.exports.ts';
import { trainingToday } from './training.today.ts';
import { trainingHistory, trainingUndo } from './training.undo.ts';

export const openTraining = (db: Db) => ({
  trainees: traineesRepository(db),
  trainingNeeds: needsRepository(db),
  trainingPlans: plansRepository(db),
  trainingCohorts: cohortsRepository(db),
  trainingClasses: classesRepository(db),
  trainingSchedule: scheduleRepository(db),
  trainingEnrolments: enrolmentsRepository(db),
  trainingSheets: sheetsRepository(db),
  trainingRecords: recordsRepository(db),
  /** What assessment counts: hours done and due, exam results by person and period. */
  trainingResults: resultsRepository(db),
});

export const trainingHandlers: Handlers<typeof planningOperations & typeof classOperations & typeof sheetOperations & typeof recordOperations, Work> = {
  listTrainingNeeds: (work, { filter, sort, ...window }) => work.trainingNeeds.list(filter, sort, window),
  countTrainingNeeds: (work, { filter }) => ({ count: work.trainingNeeds.count(filter) }),
  createTrainingNeed,
  updateTrainingNeed,
  settleTrainingNeed,
  proposeTrainingNeeds,
  takeTrainingNeeds,
  listTrainingPlans: (work) => work.trainingPlans.list(work.actor.communityId),
  getTrainingPlan: (work, { id }) => work.trainingPlans.row(id) ?? fail('record/not-found', {}),
  createTrainingPlan,
  updateTrainingPlan,
  approveTrainingPlan,
  returnTrainingPlan,
  previewCohorts,
  listCohortPeople: (work, { filter, sort, ...window }) => work.trainingCohorts.people(work.today, filter, sort, window),
  countCohortPeople: (work, { filter }) => ({ count: work.trainingCohorts.countPeople(work.today, filter) }),
  createCohort,
  updateCohort,
  removeCohort,
  placeInCohort,
  removePlacement,
  makeClasses,
  listTrainingClasses: (work, { filter, sort, ...window }) => work.trainingClasses.list(filter, sort, window),
  countTrainingClasses: (work, { filter }) => ({ count: work.trainingClasses.count(filter) }),
  getTrainingClass: (work, { id }) => classRow(work, id),
  createTrainingClass,
  updateTrainingClass,
  startTrainingClass,
  finishTrainingClass,
  cancelTrainingClass,
  reopenTrainingClass,
  listCourses: (work, { classId }) => work.trainingSchedule.ofClass(classId),
  createCourse,
  updateCourse,
  removeCourse,
  createSession,
  updateSession,
  cancelSession,
  listEnrolments: (work, { filter, sort, ...window }) => work.trainingEnrolments.list(filter, sort, window),
  countEnrolments: (work, { filter }) => ({ count: work.trainingEnrolments.count(filter) }),
  enrolMembers,
  withdrawEnrolment,
  matchMembers,
  listSessions: (work, { from, until, ...window }) => work.trainingSchedule.ofDays(from, until, window),
  listExamsOfDays: (work, { from, until, ...window }) => work.trainingSheets.ofDays(from, until, window),
  getSessionSheet,
  keepAttendance,
  closeSession,
  listExams: (work, { classId }) => work.trainingSheets.ofClass(classId),
  createExam,
  updateExam,
  removeExam,
  getExamSheet,
  keepScores,
  closeExam,
  keepFeedback,
  summariseFeedback: (work, { classId }) => work.trainingSheets.feedbackSummary(classId),
  getMemberTraining,
  getOwnTraining,
  getQuarterRecord,
  fileQuarterRecord,
  listCertificates: (work, { filter, sort, ...window }) => work.trainingRecords.listCertificates(filter, sort, window),
  countCertificates: (work, { filter }) => ({ count: work.trainingRecords.countCertificates(filter) }),
  issueCertificates,
  revokeCertificate,
  measureEffect,
  listEffectCases,
  summariseTraining,
  listHours,
  countHours,
};

const SEARCHED = 5;
const trainingSearch: readonly SearchSource[] = [
  {
    permission: 'training.read',
    find: (work, text, limit) =>
      work.trainingClasses.list(classFilterSchema.parse({ text }), { field: 'fromOn', direction: 'desc' }, { offset: 0, limit: Math.min(limit, SEARCHED) }).map((found) => ({ entity: 'trainingClass' as const, id: found.id, title: found.name, detail: `${found.fromOn} — ${found.untilOn}`, matched: matchedPart(text, { name: found.name }), to: `/training/classes/${found.id}` })),
  },
];

export const trainingParts: ModuleParts = { search: trainingSearch, today: trainingToday, history: trainingHistory, undo: trainingUndo, exports: trainingExports, demo: trainingDemo, fill: trainingFiller };
