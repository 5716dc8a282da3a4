import { added, begunRemovable, rewritten, takenOut } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import { isOpenClass, mayFollow } from '#shared/modules/training-assessment/training/class.rules.ts';
import type { ClassChange, ClassDraft, ClassRow, ClassState, CourseChange, CourseDraft, CourseRow, SessionChange, SessionDraft, SessionRow } from '#shared/modules/training-assessment/training/class.schema.ts';
import type { ClassRecord, CourseRecord, SessionRecord } from './classes.repository.ts';

type Versioned = { readonly id: string; readonly version: number };
const SHORTEST_REASON = 2;
export const classRow = (work: Work, id: string): ClassRow => work.trainingClasses.row(id) ?? fail('record/not-found', {});

/** A class that may still change. Error: `training/results-locked`. */
export function openClass(work: Work, id: string): ClassRecord {
  const found = work.trainingClasses.find(id);
  if (found?.removedAt !== null) return fail('record/not-found', {});
  if (!isOpenClass(found.state)) fail('training/results-locked', { name: found.name });
  return found;
}

export function classOf(work: Work, { id, version }: Versioned): ClassRecord {
  const found = work.trainingClasses.find(id);
  if (found?.removedAt !== null) return fail('record/not-found', {});
  checkVersion(work, 'training_class', found, version);
  return found;
}

/** A class whose days are over is entered only with the reason why it comes so late. Error: `training/class-past`. */
export function checkNotPast(work: Work, { untilOn, lateReason }: Pick<ClassDraft, 'untilOn' | 'lateReason'>): void {
  if (untilOn < work.today && lateReason.length < SHORTEST_REASON) fail('training/class-past', { untilOn, today: work.today });
}

function checkPlan(work: Work, planId: string | null): void {
  if (planId !== null && !work.trainingPlans.row(planId)) fail('record/not-found', {});
}

export function createTrainingClass(work: Work, draft: ClassDraft): ClassRow {
  checkNotPast(work, draft);
  checkPlan(work, draft.planId);
  const made: ClassRecord = { ...begunRemovable(work), ...draft, cohortId: null, state: 'planned', stateReason: '', lockedAt: null, lockedBy: '' };
  work.record({ action: 'training-class.created', entity: 'training_class', entityId: made.id, changes: [added(work, work.trainingClasses, made)] });
  return classRow(work, made.id);
}

/** Errors: `training/results-locked`, `training/class-past`, `training/no-room` (fewer places than people), `training/outside-class` (a session would lie outside). */
export function updateTrainingClass(work: Work, { id, version, ...draft }: ClassChange): ClassRow {
  openClass(work, id);
  const found = classOf(work, { id, version });
  checkNotPast(work, draft);
  checkPlan(work, draft.planId);
  const enrolled = work.trainingEnrolments.enrolledIn(id);
  if (enrolled > draft.places) fail('training/no-room', { places: draft.places, enrolled });
  const sessions = work.trainingSchedule.ofClass(id).flatMap((course) => course.sessions).filter(({ state }) => state !== 'cancelled');
  if (sessions.some(({ heldOn }) => heldOn < draft.fromOn || heldOn > draft.untilOn)) fail('training/outside-class', { fromOn: draft.fromOn, untilOn: draft.untilOn });
  work.record({ action: 'training-class.changed', entity: 'training_class', entityId: id, changes: [rewritten(work, work.trainingClasses, found, draft)] });
  return classRow(work, id);
}

export function checkMove(from: ClassState, to: ClassState): void {
  if (!mayFollow(from, to)) fail('training/state-not-allowed', { from, to });
}

/** From now on attendance and exams are kept. Errors: `training/nobody-enrolled`, `training/class-past`. */
export function startTrainingClass(work: Work, one: Versioned): ClassRow {
  const found = classOf(work, one);
  if (found.state === 'finished') fail('training/results-locked', { name: found.name });
  checkMove(found.state, 'running');
  checkNotPast(work, found);
  if (work.trainingEnrolments.enrolledIn(found.id) === 0) fail('training/nobody-enrolled', {});
  work.record({ action: 'training-class.started', entity: 'training_class', entityId: found.id, changes: [rewritten(work, work.trainingClasses, found, { state: 'running' })] });
  return classRow(work, found.id);
}

/** A class that will not be; the needs it was to answer wait again. */
export function cancelTrainingClass(work: Work, { reason, ...one }: Versioned & { readonly reason: string }): ClassRow {
  const found = classOf(work, one);
  checkMove(found.state, 'cancelled');
  const needs = work.trainingNeeds.idsOfClass(found.id).flatMap((id) => work.trainingNeeds.find(id) ?? []).map((need) => rewritten(work, work.trainingNeeds, need, { state: 'open', classId: null }));
  const change = rewritten(work, work.trainingClasses, found, { state: 'cancelled', stateReason: reason });
  work.record({ action: 'training-class.cancelled', entity: 'training_class', entityId: found.id, detail: { reason }, changes: [change, ...needs] });
  return classRow(work, found.id);
}

const courseRow = (work: Work, { id, classId }: Pick<CourseRecord, 'id' | 'classId'>): CourseRow => work.trainingSchedule.ofClass(classId).find((course) => course.id === id) ?? fail('record/not-found', {});

export function createCourse(work: Work, draft: CourseDraft): CourseRow {
  openClass(work, draft.classId);
  const course = { ...begunRemovable(work), ...draft };
  work.record({ action: 'training-course.created', entity: 'training_course', entityId: course.id, changes: [added(work, work.trainingSchedule.courses, course)] });
  return courseRow(work, course);
}

function courseOf(work: Work, { id, version }: Versioned): CourseRecord {
  const course = work.trainingSchedule.courses.find(id);
  if (course?.removedAt !== null) return fail('record/not-found', {});
  openClass(work, course.classId);
  checkVersion(work, 'training_course', course, version);
  return course;
}

export function updateCourse(work: Work, { id, version, ...draft }: CourseChange): CourseRow {
  const course = courseOf(work, { id, version });
  if (draft.classId !== course.classId) fail('record/not-found', {});
  work.record({ action: 'training-course.changed', entity: 'training_course', entityId: id, changes: [rewritten(work, work.trainingSchedule.courses, course, draft)] });
  return courseRow(work, course);
}

/** Error: `training/has-records` while the course has sessions. */
export function removeCourse(work: Work, one: Versioned): Record<string, never> {
  const course = courseOf(work, one);
  if (work.trainingSchedule.hasSessions(course.id)) fail('training/has-records', { name: course.title });
  work.record({ action: 'training-course.removed', entity: 'training_course', entityId: course.id, changes: [takenOut(work, work.trainingSchedule.courses, course)] });
  return {};
}

const sessionRow = (work: Work, id: string): SessionRow => work.trainingSchedule.session(id) ?? fail('record/not-found', {});

function checkSession(work: Work, draft: SessionDraft): CourseRecord {
  const course = work.trainingSchedule.courses.find(draft.courseId);
  if (course?.removedAt !== null) return fail('record/not-found', {});
  const { fromOn, untilOn } = openClass(work, course.classId);
  if (draft.heldOn < fromOn || draft.heldOn > untilOn) fail('training/outside-class', { fromOn, untilOn });
  const enrolled = work.trainingEnrolments.enrolledIn(course.classId);
  if (enrolled > draft.capacity) fail('training/no-room', { places: draft.capacity, enrolled });
  return course;
}

/** Nobody sits in two classes at one time. Error: `training/double-booked`. */
export function checkNoClash(work: Work, classId: string, memberId: string | null): void {
  const clash = work.trainingSchedule.clash(classId, memberId);
  if (clash) fail('training/double-booked', { name: clash.name, className: clash.className, on: clash.on });
}

/** Errors: `training/results-locked`, `training/outside-class`, `training/no-room`, `training/double-booked`. */
export function createSession(work: Work, draft: SessionDraft): SessionRow {
  const { classId } = checkSession(work, draft);
  const session: SessionRecord = { ...begunRemovable(work), ...draft, classId, state: 'planned', stateReason: '' };
  const change = added(work, work.trainingSchedule.sessions, session);
  checkNoClash(work, classId, null);
  work.record({ action: 'training-session.created', entity: 'training_session', entityId: session.id, changes: [change] });
  return sessionRow(work, session.id);
}

/** A session whose sheet is still open. Errors: `training/has-records` once it was held, `training/session-cancelled`. */
function plannedSession(work: Work, { id, version }: Versioned): SessionRecord {
  const session = work.trainingSchedule.sessions.find(id);
  if (session?.removedAt !== null) return fail('record/not-found', {});
  openClass(work, session.classId);
  if (session.state === 'held') fail('training/has-records', { name: session.heldOn });
  if (session.state === 'cancelled') fail('training/session-cancelled', {});
  checkVersion(work, 'training_session', session, version);
  return session;
}

export function updateSession(work: Work, { id, version, ...draft }: SessionChange): SessionRow {
  const session = plannedSession(work, { id, version });
  const { classId } = checkSession(work, draft);
  if (classId !== session.classId) fail('record/not-found', {});
  const change = rewritten(work, work.trainingSchedule.sessions, session, draft);
  checkNoClash(work, classId, null);
  work.record({ action: 'training-session.changed', entity: 'training_session', entityId: id, changes: [change] });
  return sessionRow(work, id);
}

export function cancelSession(work: Work, { reason, ...one }: Versioned & { readonly reason: string }): SessionRow {
  const session = plannedSession(work, one);
  if (work.trainingSheets.hasMarks(session.id)) fail('training/has-records', { name: session.heldOn });
  work.record({ action: 'training-session.cancelled', entity: 'training_session', entityId: session.id, detail: { reason }, changes: [rewritten(work, work.trainingSchedule.sessions, session, { state: 'cancelled', stateReason: reason })] });
  return sessionRow(work, session.id);
}
