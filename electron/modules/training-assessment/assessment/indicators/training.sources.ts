import type { IndicatorSource } from './indicator-source.ts';

/** The person's own days of the period up to today as a share of the year, at most all of it: what is due of a year's plan falls evenly on its days, and what lies ahead is not missed yet. */
const SHARE = "min(1.0, max(0.0, julianday(min(@until, @today, coalesce(m.left_on, @until))) - julianday(max(@from, coalesce(m.started_on, m.registered_on, @from))) + 1) / 365.0)";

/** Hours attended, in tenths, of the hours due by the approved plan of the year (domain.md 3.3), which is one for everybody at the desk but residents who help. Only sessions whose sheet is closed count. */
export const trainingHours: IndicatorSource = {
  by: 'member',
  permission: 'training.read',
  rows: () => `SELECT a.member_id AS key, s.id || '/' || a.member_id AS id, c.name AS label, s.held_on AS day, CASE WHEN a.mark IN ('present', 'late') THEN s.hours_tenths ELSE 0 END AS earned, 0 AS due, 'attended-' || a.mark AS note, '' AS left_out, '/training/classes/' || c.id AS place
      FROM training_attendance a JOIN training_session s ON s.id = a.session_id JOIN training_class c ON c.id = s.class_id
      WHERE a.removed_at IS NULL AND s.removed_at IS NULL AND c.removed_at IS NULL AND s.state = 'held' AND s.held_on BETWEEN @from AND @until
    UNION ALL SELECT m.id, p.id || '/' || m.id, p.title, NULL, 0, CAST(round(p.hours_due_tenths * ${SHARE}) AS INTEGER), 'hours-due', '', '/training/plans' FROM grid_member m JOIN training_plan p ON p.removed_at IS NULL AND p.state = 'approved'
      WHERE m.staff_class <> 'helper' AND p.hours_due_tenths > 0 AND p.year = CAST(substr(@until, 1, 4) AS INTEGER)`,
};

const SCORE = (attempt: 1 | 2): string => `(SELECT b.score_tenths FROM training_score b WHERE b.exam_id = x.id AND b.member_id = e.member_id AND b.attempt = ${String(attempt)} AND b.removed_at IS NULL)`;
const IS_MISSING = `(coalesce(${SCORE(1)}, -1) < x.pass_tenths AND ${SCORE(2)} IS NULL)`;

/** Exams that are closed, each in thousandths of its own full score: the better of two attempts, nothing when a make-up was due and not taken. */
export const trainingExams: IndicatorSource = {
  by: 'member',
  permission: 'training.read',
  rows: () => `SELECT e.member_id AS key, x.id || '/' || e.member_id AS id, x.title AS label, x.held_on AS day,
      CASE WHEN ${IS_MISSING} THEN 0 ELSE CAST(round(1000.0 * max(coalesce(${SCORE(1)}, 0), coalesce(${SCORE(2)}, 0)) / x.full_tenths) AS INTEGER) END AS earned, 1000 AS due,
      CASE WHEN ${IS_MISSING} THEN 'make-up-missing' ELSE 'exam-taken' END AS note, '' AS left_out, '/training/classes/' || x.class_id AS place
    FROM training_exam x JOIN training_class c ON c.id = x.class_id AND c.removed_at IS NULL JOIN training_enrolment e ON e.class_id = x.class_id AND e.removed_at IS NULL AND e.state = 'enrolled'
    WHERE x.removed_at IS NULL AND x.state = 'closed' AND x.held_on BETWEEN @from AND @until`,
};
