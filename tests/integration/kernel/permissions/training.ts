import type { Allowed } from './allowed.ts';

const of = (names: string, roles: string): Allowed => Object.fromEntries(names.split(/\s+/).map((name) => [`trainingAssessment.${name}`, roles]));

/** Training: the training officer edits, the supervisor reads and decides, the auditor reads, everybody who works here has the own page (security.md 2.5). */
export const training: Allowed = {
  ...of(
    `listTrainingNeeds countTrainingNeeds proposeTrainingNeeds listTrainingPlans getTrainingPlan previewCohorts listCohortPeople countCohortPeople listTrainingClasses countTrainingClasses getTrainingClass listCourses listEnrolments countEnrolments
     getSessionSheet listExams getExamSheet summariseFeedback getMemberTraining getQuarterRecord listCertificates countCertificates measureEffect listEffectCases summariseTraining listHours countHours listSessions listExamsOfDays`,
    'supervisor trainer auditor',
  ),
  ...of(
    `createTrainingNeed updateTrainingNeed settleTrainingNeed takeTrainingNeeds createTrainingPlan updateTrainingPlan createCohort updateCohort removeCohort placeInCohort removePlacement makeClasses createTrainingClass updateTrainingClass startTrainingClass
     finishTrainingClass cancelTrainingClass createCourse updateCourse removeCourse createSession updateSession cancelSession enrolMembers withdrawEnrolment matchMembers keepAttendance closeSession createExam updateExam removeExam keepScores closeExam keepFeedback
     fileQuarterRecord issueCertificates`,
    'trainer',
  ),
  ...of('approveTrainingPlan returnTrainingPlan reopenTrainingClass revokeCertificate', 'supervisor'),
  ...of('getOwnTraining', 'clerk supervisor trainer finance administrator'),
};
