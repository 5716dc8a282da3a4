import { added, begunRemovable, rewritten } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { AttendanceDraft, FeedbackDraft, SessionSheet } from '#shared/modules/training-assessment/training/sheet.schema.ts';
import { openClass } from './classes.service.ts';
import type { SessionRecord } from './classes.repository.ts';

const SHORTEST_REASON = 2;

export function getSessionSheet(work: Work, { id }: { readonly id: string }): SessionSheet {
  const session = work.trainingSchedule.session(id) ?? fail('record/not-found', {});
  return { session, classState: work.trainingClasses.row(session.classId)?.state ?? '', lines: work.trainingSheets.lines(session) };
}

/** A session whose sheet may be written: of a running class, not cancelled, not ahead of today. */
function writableSession(work: Work, id: string): SessionRecord {
  const session = work.trainingSchedule.sessions.find(id);
  if (session?.removedAt !== null) return fail('record/not-found', {});
  const { state } = openClass(work, session.classId);
  if (state !== 'running') fail('training/state-not-allowed', { from: state, to: 'running' });
  if (session.state === 'cancelled') fail('training/session-cancelled', {});
  if (session.heldOn > work.today) fail('training/not-begun', { on: session.heldOn });
  return session;
}

/**
 * Keeps marks of attendance. Each line carries the version it was read in, so two officers on one sheet never overwrite each other. Once the sheet
 * is closed a changed mark needs its reason. Errors: `record/conflict`, `training/not-in-class`, `training/reason-missing`, those of the class.
 */
export function keepAttendance(work: Work, { sessionId, marks, reason }: AttendanceDraft): SessionSheet {
  const session = writableSession(work, sessionId);
  const onSheet = new Set(work.trainingSheets.lines(session).map(({ memberId }) => memberId));
  const by = work.actor.displayName;
  const changes = marks.flatMap(({ memberId, version, mark, note }): RecordChange[] => {
    if (!onSheet.has(memberId)) fail('training/not-in-class', { name: work.trainees.nameOf(memberId) });
    const stands = work.trainingSheets.markOf(sessionId, memberId);
    if (!stands) return [added(work, work.trainingSheets.attendance, { ...begunRemovable(work), sessionId, memberId, mark, note, keptBy: by })];
    checkVersion(work, 'training_attendance', stands, version);
    if (stands.mark === mark && stands.note === note) return [];
    if (session.state === 'held' && reason.length < SHORTEST_REASON) fail('training/reason-missing', {});
    return [rewritten(work, work.trainingSheets.attendance, stands, { mark, note, keptBy: by })];
  });
  work.record({ action: 'training-attendance.kept', entity: 'training_attendance', entityId: changes[0]?.entityId ?? '', detail: { count: changes.length, ...(session.state === 'held' && { reason }) }, changes });
  return getSessionSheet(work, { id: sessionId });
}

/** Closes a sheet on which everybody has a mark. Error: `training/sheet-incomplete`. */
export function closeSession(work: Work, { id, version }: { readonly id: string; readonly version: number }): SessionSheet {
  const session = writableSession(work, id);
  checkVersion(work, 'training_session', session, version);
  const open = work.trainingSheets.lines(session).filter(({ mark }) => mark === null);
  if (open.length > 0) fail('training/sheet-incomplete', { count: open.length, name: open[0]?.name ?? '' });
  work.record({ action: 'training-session.held', entity: 'training_session', entityId: id, changes: [rewritten(work, work.trainingSchedule.sessions, session, { state: 'held' })] });
  return getSessionSheet(work, { id });
}

/** What somebody of the class says about it; given again it replaces what was said. It may come after the class is finished. */
export function keepFeedback(work: Work, { classId, memberId, ...answer }: FeedbackDraft): Record<string, never> {
  if (!work.trainingClasses.row(classId)) fail('record/not-found', {});
  if (!work.trainingEnrolments.ofMember(classId, memberId)) fail('training/not-in-class', { name: work.trainees.nameOf(memberId) });
  const stands = work.trainingSheets.feedbackOf(classId, memberId);
  const change = stands ? rewritten(work, work.trainingSheets.feedback, stands, answer) : added(work, work.trainingSheets.feedback, { ...begunRemovable(work), classId, memberId, ...answer });
  work.record({ action: 'training-feedback.kept', entity: 'training_feedback', entityId: change.entityId, changes: [change] });
  return {};
}
