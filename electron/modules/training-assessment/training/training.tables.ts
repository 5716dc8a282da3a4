import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns, removableColumns } from '#electron/database/record-columns.ts';
import type { ClassState, SessionDraft } from '#shared/modules/training-assessment/training/class.schema.ts';
import type { EducationLevel } from '#shared/modules/training-assessment/training/cohort.schema.ts';
import type { NeedDraft, NeedState } from '#shared/modules/training-assessment/training/need.schema.ts';
import type { RecordLine } from '#shared/modules/training-assessment/training/record.schema.ts';
import type { ResultKind } from '#shared/modules/training-assessment/training/result.rules.ts';
import type { AttendanceMark } from '#shared/modules/training-assessment/training/sheet.schema.ts';

export const trainingPlans = sqliteTable('training_plan', {
  ...removableColumns,
  year: integer().notNull(),
  title: text().notNull(),
  hoursDueTenths: integer('hours_due_tenths').notNull(),
  note: text().notNull(),
  state: text().$type<'draft' | 'approved'>().notNull(),
  authorId: text('author_id').notNull(),
  approvedBy: text('approved_by').notNull(),
  approvedAt: text('approved_at'),
});

export const trainingCohorts = sqliteTable('training_cohort', {
  ...removableColumns,
  planId: text('plan_id').notNull(),
  name: text().notNull(),
  position: integer().notNull(),
  category: text().notNull(),
  content: text().notNull(),
  hoursTenths: integer('hours_tenths').notNull(),
  ageFrom: integer('age_from'),
  ageUntil: integer('age_until'),
  educationFrom: text('education_from').$type<EducationLevel>(),
  educationUntil: text('education_until').$type<EducationLevel>(),
  yearsFrom: integer('years_from'),
  yearsUntil: integer('years_until'),
});

export const trainingPlacements = sqliteTable('training_placement', { ...removableColumns, planId: text('plan_id').notNull(), memberId: text('member_id').notNull(), cohortId: text('cohort_id').notNull(), reason: text().notNull() });

export const trainingClasses = sqliteTable('training_class', {
  ...removableColumns,
  planId: text('plan_id'),
  cohortId: text('cohort_id'),
  name: text().notNull(),
  category: text().notNull(),
  businessLine: text('business_line').notNull(),
  audience: text().notNull(),
  fromOn: text('from_on').notNull(),
  untilOn: text('until_on').notNull(),
  places: integer().notNull(),
  hoursTenths: integer('hours_tenths').notNull(),
  attendancePercent: integer('attendance_percent').notNull(),
  lateReason: text('late_reason').notNull(),
  note: text().notNull(),
  state: text().$type<ClassState>().notNull(),
  stateReason: text('state_reason').notNull(),
  lockedAt: text('locked_at'),
  lockedBy: text('locked_by').notNull(),
});

export const trainingNeeds = sqliteTable('training_need', {
  ...removableColumns,
  kind: text().$type<NeedDraft['kind']>().notNull(),
  memberId: text('member_id'),
  subject: text().notNull(),
  reason: text().notNull(),
  raisedOn: text('raised_on').notNull(),
  dueOn: text('due_on'),
  state: text().$type<NeedState>().notNull(),
  classId: text('class_id'),
  outcome: text().notNull(),
});

export const trainingCourses = sqliteTable('training_course', { ...removableColumns, classId: text('class_id').notNull(), title: text().notNull(), content: text().notNull(), position: integer().notNull() });

export const trainingSessions = sqliteTable('training_session', {
  ...removableColumns,
  classId: text('class_id').notNull(),
  courseId: text('course_id').notNull(),
  form: text().$type<SessionDraft['form']>().notNull(),
  heldOn: text('held_on').notNull(),
  startsAt: text('starts_at').notNull(),
  endsAt: text('ends_at').notNull(),
  place: text().notNull(),
  trainer: text().notNull(),
  hoursTenths: integer('hours_tenths').notNull(),
  capacity: integer().notNull(),
  state: text().$type<'planned' | 'held' | 'cancelled'>().notNull(),
  stateReason: text('state_reason').notNull(),
});

export const trainingEnrolments = sqliteTable('training_enrolment', {
  ...removableColumns,
  classId: text('class_id').notNull(),
  memberId: text('member_id').notNull(),
  state: text().$type<'enrolled' | 'withdrawn'>().notNull(),
  source: text().$type<'rule' | 'hand'>().notNull(),
  withdrawnOn: text('withdrawn_on'),
  withdrawnReason: text('withdrawn_reason').notNull(),
  hoursTenths: integer('hours_tenths'),
  scoreTenths: integer('score_tenths'),
  result: text().$type<'' | ResultKind>().notNull(),
});

export const trainingAttendance = sqliteTable('training_attendance', { ...removableColumns, sessionId: text('session_id').notNull(), memberId: text('member_id').notNull(), mark: text().$type<AttendanceMark>().notNull(), note: text().notNull(), keptBy: text('kept_by').notNull() });

export const trainingExams = sqliteTable('training_exam', {
  ...removableColumns,
  classId: text('class_id').notNull(),
  title: text().notNull(),
  heldOn: text('held_on').notNull(),
  makeUpOn: text('make_up_on'),
  place: text().notNull(),
  fullTenths: integer('full_tenths').notNull(),
  passTenths: integer('pass_tenths').notNull(),
  state: text().$type<'planned' | 'marked' | 'closed'>().notNull(),
});

export const trainingScores = sqliteTable('training_score', { ...removableColumns, examId: text('exam_id').notNull(), memberId: text('member_id').notNull(), attempt: integer().$type<1 | 2>().notNull(), scoreTenths: integer('score_tenths'), reason: text().notNull() });

export const trainingFeedback = sqliteTable('training_feedback', { ...removableColumns, classId: text('class_id').notNull(), memberId: text('member_id').notNull(), content: integer().notNull(), trainer: integer().notNull(), use: integer().notNull(), comment: text().notNull() });

export const trainingCertificates = sqliteTable('training_certificate', {
  ...recordColumns,
  number: text().notNull(),
  classId: text('class_id').notNull(),
  memberId: text('member_id').notNull(),
  issuedOn: text('issued_on').notNull(),
  issuedBy: text('issued_by').notNull(),
  revokedOn: text('revoked_on'),
  revokedReason: text('revoked_reason').notNull(),
});

export const trainingFilings = sqliteTable('training_record_filing', {
  ...recordColumns,
  year: integer().notNull(),
  quarter: integer().notNull(),
  filedOn: text('filed_on').notNull(),
  filedBy: text('filed_by').notNull(),
  lines: text({ mode: 'json' }).$type<RecordLine[]>().notNull(),
});
