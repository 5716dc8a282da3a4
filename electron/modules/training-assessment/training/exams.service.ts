import { added, begunRemovable, rewritten, takenOut } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import { hoursText } from '#shared/modules/training-assessment/training/class.rules.ts';
import { isScoreInBounds } from '#shared/modules/training-assessment/training/result.rules.ts';
import type { ExamChange, ExamDraft, ExamRow, ExamSheet, ScoresDraft } from '#shared/modules/training-assessment/training/sheet.schema.ts';
import { openClass } from './classes.service.ts';
import type { ExamRecord } from './sheets.repository.ts';

type Versioned = { readonly id: string; readonly version: number };
const SHORTEST_REASON = 2;
const examRow = (work: Work, id: string): ExamRow => work.trainingSheets.exam(id) ?? fail('record/not-found', {});

export function getExamSheet(work: Work, { id }: { readonly id: string }): ExamSheet {
  const exam = examRow(work, id);
  return { exam, classState: work.trainingClasses.row(exam.classId)?.state ?? '', lines: work.trainingSheets.scoreLines(exam) };
}

function checkDays(work: Work, draft: ExamDraft): void {
  const { fromOn, untilOn } = openClass(work, draft.classId);
  if (draft.heldOn < fromOn || draft.heldOn > untilOn) fail('training/outside-class', { fromOn, untilOn });
}

export function createExam(work: Work, draft: ExamDraft): ExamRow {
  checkDays(work, draft);
  const exam: ExamRecord = { ...begunRemovable(work), ...draft, state: 'planned' };
  work.record({ action: 'training-exam.created', entity: 'training_exam', entityId: exam.id, changes: [added(work, work.trainingSheets.exams, exam)] });
  return examRow(work, exam.id);
}

function examOf(work: Work, id: string): ExamRecord {
  const exam = work.trainingSheets.exams.find(id);
  if (exam?.removedAt !== null) return fail('record/not-found', {});
  openClass(work, exam.classId);
  return exam;
}

/** Full score and pass mark stand once somebody was marked by them. Error: `training/has-records`. */
export function updateExam(work: Work, { id, version, ...draft }: ExamChange): ExamRow {
  const exam = examOf(work, id);
  checkVersion(work, 'training_exam', exam, version);
  if (draft.classId !== exam.classId) fail('record/not-found', {});
  checkDays(work, draft);
  if (work.trainingSheets.hasScores(id) && (draft.fullTenths !== exam.fullTenths || draft.passTenths !== exam.passTenths)) fail('training/has-records', { name: exam.title });
  work.record({ action: 'training-exam.changed', entity: 'training_exam', entityId: id, changes: [rewritten(work, work.trainingSheets.exams, exam, draft)] });
  return examRow(work, id);
}

export function removeExam(work: Work, { id, version }: Versioned): Record<string, never> {
  const exam = examOf(work, id);
  checkVersion(work, 'training_exam', exam, version);
  if (work.trainingSheets.hasScores(id)) fail('training/has-records', { name: exam.title });
  work.record({ action: 'training-exam.removed', entity: 'training_exam', entityId: id, changes: [takenOut(work, work.trainingSheets.exams, exam)] });
  return {};
}

/** An exam whose scores may be written: of a running class, its day not ahead; the make-up has a day of its own. */
function markableExam(work: Work, id: string, attempt: 1 | 2): ExamRecord {
  const exam = examOf(work, id);
  const { state } = openClass(work, exam.classId);
  if (state !== 'running') fail('training/state-not-allowed', { from: state, to: 'running' });
  if (attempt === 2 && exam.makeUpOn === null) fail('training/make-up-not-set', {});
  const on = attempt === 1 ? exam.heldOn : (exam.makeUpOn ?? exam.heldOn);
  if (on > work.today) fail('training/not-begun', { on });
  return exam;
}

/**
 * Keeps scores of one attempt, all lines or none. A make-up is only for whom it is due; a kept score becomes another only with a reason.
 * Errors: `training/score-out-of-range`, `training/no-make-up`, `training/not-in-class`, `training/reason-missing`, `record/conflict`.
 */
export function keepScores(work: Work, { examId, attempt, scores, reason }: ScoresDraft): ExamSheet {
  const exam = markableExam(work, examId, attempt);
  const lines = new Map(work.trainingSheets.scoreLines(examRow(work, examId)).map((line) => [line.memberId, line]));
  const changes = scores.flatMap(({ memberId, version, scoreTenths }): RecordChange[] => {
    const line = lines.get(memberId) ?? fail('training/not-in-class', { name: work.trainees.nameOf(memberId) });
    if (scoreTenths !== null && !isScoreInBounds(scoreTenths, exam.fullTenths)) fail('training/score-out-of-range', { name: line.name, full: hoursText(exam.fullTenths) });
    if (attempt === 2 && !line.isMakeUpDue && line.makeUp === null) fail('training/no-make-up', { name: line.name });
    const stands = work.trainingSheets.scoreOf(examId, memberId, attempt);
    if (!stands) return [added(work, work.trainingSheets.scores, { ...begunRemovable(work), examId, memberId, attempt, scoreTenths, reason: '' })];
    checkVersion(work, 'training_score', stands, version);
    if (stands.scoreTenths === scoreTenths) return [];
    if (reason.length < SHORTEST_REASON) fail('training/reason-missing', {});
    return [rewritten(work, work.trainingSheets.scores, stands, { scoreTenths, reason })];
  });
  work.record({ action: 'training-scores.kept', entity: 'training_score', entityId: changes[0]?.entityId ?? '', detail: { count: changes.length, attempt, ...(reason !== '' && { reason }) }, changes });
  return getExamSheet(work, { id: examId });
}

/**
 * First closing: whoever has no score was not there, and make-ups become due; without any the exam is closed at once. Second closing: a make-up that
 * was not taken counts as nought.
 */
export function closeExam(work: Work, { id, version }: Versioned): ExamSheet {
  const exam = markableExam(work, id, 1);
  checkVersion(work, 'training_exam', exam, version);
  if (exam.state === 'closed') fail('training/state-not-allowed', { from: 'closed', to: 'closed' });
  const row = examRow(work, id);
  const missing = exam.state === 'marked' ? [] : work.trainingSheets.scoreLines(row).filter(({ first }) => first === null);
  const absent = missing.map(({ memberId }) => added(work, work.trainingSheets.scores, { ...begunRemovable(work), examId: id, memberId, attempt: 1, scoreTenths: null, reason: '' }));
  const isDue = work.trainingSheets.scoreLines({ ...row, state: 'marked' }).some(({ isMakeUpDue }) => isMakeUpDue);
  const state = exam.state === 'planned' && isDue ? 'marked' : 'closed';
  work.record({ action: `training-exam.${state}`, entity: 'training_exam', entityId: id, detail: { absent: absent.length }, changes: [rewritten(work, work.trainingSheets.exams, exam, { state }), ...absent] });
  return getExamSheet(work, { id });
}
