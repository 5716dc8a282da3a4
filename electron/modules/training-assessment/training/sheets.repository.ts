import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { recordStore } from '#electron/database/record-store.ts';
import { isMakeUpDue, type ExamOutcome } from '#shared/modules/training-assessment/training/result.rules.ts';
import type { Attempt, ExamRow, FeedbackSummary, ScoreLine, SheetLine } from '#shared/modules/training-assessment/training/sheet.schema.ts';
import { MAKE_UP_DUE } from './classes.repository.ts';
import { trainingAttendance, trainingExams, trainingFeedback, trainingScores } from './training.tables.ts';

export type AttendanceRecord = typeof trainingAttendance.$inferSelect;
export type ExamRecord = typeof trainingExams.$inferSelect;
export type ScoreRecord = typeof trainingScores.$inferSelect;
export type FeedbackRecord = typeof trainingFeedback.$inferSelect;

/** Who stands on the sheet of a day: enrolled, or withdrawn only after it, and still working here; or with a mark kept already. */
const ON_SHEET = "e.removed_at IS NULL AND (e.state = 'enrolled' OR e.withdrawn_on > @on) AND (m.left_on IS NULL OR m.left_on > @on)";
const EXAM = `x.id, x.version, x.class_id AS classId, x.title, x.held_on AS heldOn, x.make_up_on AS makeUpOn, x.place, x.full_tenths AS fullTenths, x.pass_tenths AS passTenths, x.state, c.name AS className,
  (SELECT count(DISTINCT a.member_id) FROM training_score a WHERE a.exam_id = x.id AND a.removed_at IS NULL AND a.score_tenths IS NOT NULL) AS taken,
  (SELECT count(DISTINCT a.member_id) FROM training_score a WHERE a.exam_id = x.id AND a.removed_at IS NULL AND a.score_tenths >= x.pass_tenths) AS passed,
  CASE x.state WHEN 'planned' THEN 0 ELSE (SELECT count(*) FROM (${MAKE_UP_DUE})) END AS makeUpsDue`;
const EXAMS = 'FROM training_exam x JOIN training_class c ON c.id = x.class_id';
type RawLine = Pick<ScoreLine, 'memberId' | 'name' | 'gridName' | 'phone'> & { readonly v1: number | null; readonly s1: number | null; readonly v2: number | null; readonly s2: number | null };
type Outcome = ExamOutcome & { readonly examId: string };

export function sheetsRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  const attendance = recordStore(db, trainingAttendance);
  const exams = recordStore(db, trainingExams);
  const scores = recordStore(db, trainingScores);
  const feedback = recordStore(db, trainingFeedback);
  const found = <R>(store: { find: (id: string) => R | undefined }, sql: string, ...values: readonly (string | number)[]): R | undefined => {
    const id = statement(sql).pluck().get(...values) as string | undefined; // the one column
    return id === undefined ? undefined : store.find(id);
  };
  const exam = (id: string): ExamRow | undefined => statement(`SELECT ${EXAM} ${EXAMS} WHERE x.id = ? AND x.removed_at IS NULL`).get(id) as ExamRow | undefined; // columns named in EXAM
  return {
    attendance,
    exams,
    scores,
    feedback,
    markOf: (sessionId: string, memberId: string): AttendanceRecord | undefined => found(attendance, 'SELECT id FROM training_attendance WHERE session_id = ? AND member_id = ? AND removed_at IS NULL', sessionId, memberId),
    scoreOf: (examId: string, memberId: string, attempt: Attempt): ScoreRecord | undefined => found(scores, 'SELECT id FROM training_score WHERE exam_id = ? AND member_id = ? AND attempt = ? AND removed_at IS NULL', examId, memberId, attempt),
    feedbackOf: (classId: string, memberId: string): FeedbackRecord | undefined => found(feedback, 'SELECT id FROM training_feedback WHERE class_id = ? AND member_id = ? AND removed_at IS NULL', classId, memberId),
    /** The lines of a session's sheet in the order of the printed sign-in sheet. */
    lines: ({ id, classId, heldOn }: { readonly id: string; readonly classId: string; readonly heldOn: string }): SheetLine[] =>
      statement(`SELECT m.id AS memberId, m.name, coalesce(g.name, '') AS gridName, m.phone, coalesce(a.version, 0) AS version, a.mark, coalesce(a.note, '') AS note, coalesce(a.kept_by, '') AS "by"
        FROM training_enrolment e JOIN grid_member m ON m.id = e.member_id LEFT JOIN grid g ON g.id = m.grid_id LEFT JOIN training_attendance a ON a.session_id = @id AND a.member_id = e.member_id AND a.removed_at IS NULL
        WHERE e.class_id = @classId AND ((${ON_SHEET}) OR a.id IS NOT NULL) AND e.removed_at IS NULL ORDER BY m.name_py, m.id`).all({ id, classId, on: heldOn }) as SheetLine[], // columns named
    exam,
    ofClass: (classId: string): ExamRow[] => statement(`SELECT ${EXAM} ${EXAMS} WHERE x.class_id = ? AND x.removed_at IS NULL ORDER BY x.held_on, x.id`).all(classId) as ExamRow[], // columns named in EXAM
    ofDays: (from: string, until: string, { offset, limit }: { readonly offset: number; readonly limit: number }): ExamRow[] => statement(`SELECT ${EXAM} ${EXAMS} WHERE x.held_on BETWEEN ? AND ? AND x.removed_at IS NULL AND c.removed_at IS NULL ORDER BY x.held_on, x.id LIMIT ? OFFSET ?`).all(from, until, limit, offset) as ExamRow[], // columns named in EXAM
    hasScores: (examId: string): boolean => statement('SELECT 1 FROM training_score WHERE exam_id = ? AND removed_at IS NULL').get(examId) !== undefined,
    hasMarks: (sessionId: string): boolean => statement('SELECT 1 FROM training_attendance WHERE session_id = ? AND removed_at IS NULL').get(sessionId) !== undefined,
    scoreLines: ({ id, classId, heldOn, passTenths, fullTenths, state }: ExamRow): ScoreLine[] =>
      (statement(`SELECT m.id AS memberId, m.name, coalesce(g.name, '') AS gridName, m.phone, a.version AS v1, a.score_tenths AS s1, b.version AS v2, b.score_tenths AS s2
        FROM training_enrolment e JOIN grid_member m ON m.id = e.member_id LEFT JOIN grid g ON g.id = m.grid_id
        LEFT JOIN training_score a ON a.exam_id = @id AND a.member_id = e.member_id AND a.attempt = 1 AND a.removed_at IS NULL LEFT JOIN training_score b ON b.exam_id = @id AND b.member_id = e.member_id AND b.attempt = 2 AND b.removed_at IS NULL
        WHERE e.class_id = @classId AND ((${ON_SHEET}) OR a.id IS NOT NULL) AND e.removed_at IS NULL ORDER BY m.name_py, m.id`).all({ id, classId, on: heldOn }) as RawLine[]).map(({ v1, s1, v2, s2, ...line }) => ({ // columns named
        ...line,
        first: v1 === null ? null : { version: v1, scoreTenths: s1 },
        makeUp: v2 === null ? null : { version: v2, scoreTenths: s2 },
        isMakeUpDue: state !== 'planned' && isMakeUpDue({ first: s1, makeUp: v2 === null ? null : (s2 ?? 0), passTenths, fullTenths }),
      })),
    /** The exams of a class as one person took them. */
    outcomes: (classId: string, memberId: string): Outcome[] =>
      statement(`SELECT x.id AS examId, x.full_tenths AS fullTenths, x.pass_tenths AS passTenths, (SELECT score_tenths FROM training_score WHERE exam_id = x.id AND member_id = @memberId AND attempt = 1 AND removed_at IS NULL) AS first,
        (SELECT score_tenths FROM training_score WHERE exam_id = x.id AND member_id = @memberId AND attempt = 2 AND removed_at IS NULL) AS makeUp FROM training_exam x WHERE x.class_id = @classId AND x.removed_at IS NULL ORDER BY x.held_on, x.id`).all({ classId, memberId }) as Outcome[], // columns named
    /** Make-ups due by a day in open classes: how many exams, and the earliest day. */
    makeUpsDue: (until: string): { count: number; firstOn: string | null } =>
      statement(`SELECT count(*) AS count, min(x.make_up_on) AS firstOn ${EXAMS} WHERE x.removed_at IS NULL AND x.state = 'marked' AND x.make_up_on <= ? AND c.state = 'running' AND c.removed_at IS NULL AND EXISTS (${MAKE_UP_DUE})`).get(until) as { count: number; firstOn: string | null }, // columns named
    feedbackSummary: (classId: string): FeedbackSummary => {
      const mean = (column: string) => `CAST(round(100 * avg(f.${column})) AS INTEGER) AS "${column}"`;
      const figures = statement(`SELECT count(*) AS answers, ${['content', 'trainer', 'use'].map(mean).join(', ')}, (SELECT count(*) FROM training_enrolment e WHERE e.class_id = @classId AND e.removed_at IS NULL AND e.state = 'enrolled') AS enrolled
        FROM training_feedback f WHERE f.class_id = @classId AND f.removed_at IS NULL`).get({ classId }) as Omit<FeedbackSummary, 'comments'>; // columns named
      return { ...figures, comments: statement("SELECT comment FROM training_feedback WHERE class_id = ? AND removed_at IS NULL AND comment <> '' ORDER BY length(comment), comment LIMIT 200").pluck().all(classId) as string[] }; // the one column
    },
  };
}
