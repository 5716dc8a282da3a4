import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { recordStore } from '#electron/database/record-store.ts';
import type { ClassFilter, ClassRow, CourseRow, SessionRow } from '#shared/modules/training-assessment/training/class.schema.ts';
import { allOf, oneOf, only, type Condition } from '#electron/database/condition.ts';
import { trainingClasses, trainingCourses, trainingSessions } from './training.tables.ts';

export type ClassRecord = typeof trainingClasses.$inferSelect;
export type CourseRecord = typeof trainingCourses.$inferSelect;
export type SessionRecord = typeof trainingSessions.$inferSelect;
type Window = { readonly offset: number; readonly limit: number };

/** Sessions of a class nobody has kept attendance of; parameters: the last day that is asked about. */
const UNKEPT = "SELECT 1 FROM training_session s WHERE s.class_id = c.id AND s.removed_at IS NULL AND s.state = 'planned' AND s.held_on <= ?";
/** Somebody of exam `x` whose one make-up has not been taken: enrolled, the first attempt missed or below the mark. */
export const MAKE_UP_DUE = `SELECT e.member_id FROM training_enrolment e LEFT JOIN training_score a ON a.exam_id = x.id AND a.member_id = e.member_id AND a.attempt = 1 AND a.removed_at IS NULL
  WHERE e.class_id = x.class_id AND e.removed_at IS NULL AND e.state = 'enrolled' AND coalesce(a.score_tenths, -1) < x.pass_tenths
    AND NOT EXISTS (SELECT 1 FROM training_score b WHERE b.exam_id = x.id AND b.member_id = e.member_id AND b.attempt = 2 AND b.removed_at IS NULL)`;
const MAKE_UPS = `SELECT 1 FROM training_exam x WHERE x.class_id = c.id AND x.removed_at IS NULL AND x.state = 'marked' AND x.make_up_on <= ? AND EXISTS (${MAKE_UP_DUE})`;

const ROW = `c.id, c.version, c.plan_id AS planId, c.cohort_id AS cohortId, coalesce((SELECT h.name FROM training_cohort h WHERE h.id = c.cohort_id), '') AS cohortName, c.name, c.category, c.business_line AS businessLine, c.audience,
  c.from_on AS fromOn, c.until_on AS untilOn, c.places, c.hours_tenths AS hoursTenths, c.attendance_percent AS attendancePercent, c.late_reason AS lateReason, c.note, c.state, c.state_reason AS stateReason, c.locked_at AS lockedAt, c.locked_by AS lockedBy,
  (SELECT count(*) FROM training_enrolment e WHERE e.class_id = c.id AND e.removed_at IS NULL AND e.state = 'enrolled') AS enrolled,
  (SELECT count(*) FROM training_enrolment e WHERE e.class_id = c.id AND e.removed_at IS NULL AND e.result = 'passed') AS passed,
  (SELECT count(*) FROM training_session s WHERE s.class_id = c.id AND s.removed_at IS NULL AND s.state <> 'cancelled') AS sessions,
  (SELECT count(*) FROM training_session s WHERE s.class_id = c.id AND s.removed_at IS NULL AND s.state = 'held') AS sessionsHeld`;
const ORDER = { fromOn: 'c.from_on', name: 'c.name', category: 'c.category', state: 'c.state' } as const;
export type ClassOrder = { readonly field: keyof typeof ORDER; readonly direction: 'asc' | 'desc' };

const condition = (filter: ClassFilter): Condition =>
  allOf([
    { sql: 'c.removed_at IS NULL', values: [] },
    ...(filter.text === '' ? [] : [{ sql: 'instr(c.name, ?) > 0 OR instr(c.business_line, ?) > 0 OR EXISTS (SELECT 1 FROM training_course k WHERE k.class_id = c.id AND k.removed_at IS NULL AND instr(k.title, ?) > 0)', values: [filter.text, filter.text, filter.text] }]),
    ...oneOf('c.state', filter.states),
    ...oneOf('c.category', filter.categories),
    ...only('c.plan_id = ?', filter.planId),
    ...(filter.year === null ? [] : [{ sql: 'c.from_on <= ? AND c.until_on >= ?', values: [`${filter.year}-12-31`, `${filter.year}-01-01`] }]),
    ...only(`c.state = 'running' AND EXISTS (${UNKEPT})`, filter.unkeptUntil),
    ...only(`c.state = 'running' AND EXISTS (${MAKE_UPS})`, filter.makeUpUntil),
  ]);

export function classesRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  return {
    ...recordStore(db, trainingClasses),
    row: (id: string): ClassRow | undefined => statement(`SELECT ${ROW} FROM training_class c WHERE c.id = ? AND c.removed_at IS NULL`).get(id) as ClassRow | undefined, // columns named in ROW
    list: (filter: ClassFilter, { field, direction }: ClassOrder, { offset, limit }: Window): ClassRow[] => {
      const { sql, values } = condition(filter);
      const way = direction === 'desc' ? 'DESC' : 'ASC';
      return statement(`SELECT ${ROW} FROM training_class c WHERE ${sql} ORDER BY ${ORDER[field]} ${way}, c.id ${way} LIMIT ? OFFSET ?`).all(...values, limit, offset) as ClassRow[]; // as above
    },
    count: (filter: ClassFilter): number => {
      const { sql, values } = condition(filter);
      return statement(`SELECT count(*) FROM training_class c WHERE ${sql}`).pluck().get(...values) as number; // the one column
    },
    /** Whether a plan's classes stand already. */
    hasOfPlan: (planId: string): boolean => statement("SELECT 1 FROM training_class WHERE plan_id = ? AND cohort_id IS NOT NULL AND state <> 'cancelled' AND removed_at IS NULL").get(planId) !== undefined,
    /** What keeps a class from finishing: sessions without attendance and exams that are not closed. */
    open: (id: string): { sessions: number; exams: number } =>
      statement("SELECT (SELECT count(*) FROM training_session WHERE class_id = @id AND removed_at IS NULL AND state = 'planned') AS sessions, (SELECT count(*) FROM training_exam WHERE class_id = @id AND removed_at IS NULL AND state <> 'closed') AS exams").get({ id }) as { sessions: number; exams: number }, // columns named
  };
}

const SESSION = `s.id, s.version, s.class_id AS classId, s.course_id AS courseId, s.form, s.held_on AS heldOn, s.starts_at AS startsAt, s.ends_at AS endsAt, s.place, s.trainer, s.hours_tenths AS hoursTenths, s.capacity, s.state, s.state_reason AS stateReason,
  c.name AS className, k.title AS courseTitle, ${(['present', 'late', 'leave', 'absent'] as const).map((mark) => `(SELECT count(*) FROM training_attendance a WHERE a.session_id = s.id AND a.removed_at IS NULL AND a.mark = '${mark}') AS "${mark}"`).join(', ')},
  (SELECT count(*) FROM training_enrolment e WHERE e.class_id = s.class_id AND e.removed_at IS NULL AND (e.state = 'enrolled' OR e.withdrawn_on > s.held_on)) AS enrolled`;
const SESSIONS = 'FROM training_session s JOIN training_class c ON c.id = s.class_id JOIN training_course k ON k.id = s.course_id';

export function scheduleRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  const courses = recordStore(db, trainingCourses);
  return {
    courses,
    sessions: recordStore(db, trainingSessions),
    session: (id: string): SessionRow | undefined => statement(`SELECT ${SESSION} ${SESSIONS} WHERE s.id = ? AND s.removed_at IS NULL`).get(id) as SessionRow | undefined, // columns named in SESSION
    ofClass: (classId: string): CourseRow[] => {
      const sessions = statement(`SELECT ${SESSION} ${SESSIONS} WHERE s.class_id = ? AND s.removed_at IS NULL ORDER BY s.held_on, s.starts_at, s.id`).all(classId) as SessionRow[]; // as above
      const rows = statement('SELECT id, version, class_id AS classId, title, content, position FROM training_course WHERE class_id = ? AND removed_at IS NULL ORDER BY position, id').all(classId) as Omit<CourseRow, 'sessions'>[]; // columns named
      return rows.map((course) => ({ ...course, sessions: sessions.filter(({ courseId }) => courseId === course.id) }));
    },
    hasSessions: (courseId: string): boolean => statement('SELECT 1 FROM training_session WHERE course_id = ? AND removed_at IS NULL').get(courseId) !== undefined,
    /** The smallest room of the sessions still to come, null without any. */
    leastCapacity: (classId: string): number | null => statement("SELECT min(capacity) FROM training_session WHERE class_id = ? AND removed_at IS NULL AND state = 'planned'").pluck().get(classId) as number | null, // the one column
    /** Another class somebody of this class, or this one person, has a session of at the same time; `memberId` null asks for everybody enrolled. */
    clash: (classId: string, memberId: string | null): { name: string; className: string; on: string; memberId: string } | undefined =>
      statement(`SELECT m.id AS memberId, m.name, c2.name AS className, s2.held_on AS "on" FROM training_session s JOIN training_session s2 ON s2.held_on = s.held_on AND s2.class_id <> s.class_id AND s2.starts_at < s.ends_at AND s.starts_at < s2.ends_at AND s2.state = 'planned' AND s2.removed_at IS NULL
        JOIN training_class c2 ON c2.id = s2.class_id AND c2.state IN ('planned', 'running') AND c2.removed_at IS NULL
        JOIN training_enrolment e2 ON e2.class_id = s2.class_id AND e2.removed_at IS NULL AND e2.state = 'enrolled' AND (@member IS NULL OR e2.member_id = @member)
        JOIN grid_member m ON m.id = e2.member_id
        WHERE s.class_id = @class AND s.removed_at IS NULL AND s.state = 'planned'
          AND (@member IS NOT NULL OR EXISTS (SELECT 1 FROM training_enrolment e WHERE e.class_id = @class AND e.member_id = e2.member_id AND e.removed_at IS NULL AND e.state = 'enrolled')) LIMIT 1`).get({ class: classId, member: memberId }) as { name: string; className: string; on: string; memberId: string } | undefined, // columns named
    /** Sessions of an open class whose attendance is due: held on or before `until`, not kept. */
    unkept: (until: string): { count: number; firstOn: string | null } =>
      statement("SELECT count(*) AS count, min(s.held_on) AS firstOn FROM training_session s JOIN training_class c ON c.id = s.class_id WHERE s.held_on <= ? AND s.state = 'planned' AND s.removed_at IS NULL AND c.state = 'running' AND c.removed_at IS NULL").get(until) as { count: number; firstOn: string | null }, // columns named
    /** Sessions of some days, the cancelled ones included. */
    ofDays: (from: string, until: string, { offset, limit }: Window): SessionRow[] => statement(`SELECT ${SESSION} ${SESSIONS} WHERE s.held_on BETWEEN ? AND ? AND s.removed_at IS NULL AND c.removed_at IS NULL ORDER BY s.held_on, s.starts_at, s.id LIMIT ? OFFSET ?`).all(from, until, limit, offset) as SessionRow[], // columns named in SESSION
    between: (from: string, until: string, limit: number): SessionRow[] =>
      statement(`SELECT ${SESSION} ${SESSIONS} WHERE s.held_on BETWEEN ? AND ? AND s.state = 'planned' AND s.removed_at IS NULL AND c.state = 'running' AND c.removed_at IS NULL ORDER BY s.held_on, s.starts_at LIMIT ?`).all(from, until, limit) as SessionRow[], // columns named in SESSION
  };
}
