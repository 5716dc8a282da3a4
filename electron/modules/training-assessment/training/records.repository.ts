import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { recordStore } from '#electron/database/record-store.ts';
import type { CertificateFilter, CertificateRow, MemberTraining, PassRate, RecordLine } from '#shared/modules/training-assessment/training/record.schema.ts';
import { MAKE_UP_DUE } from './classes.repository.ts';
import { allOf, only, type Condition } from '#electron/database/condition.ts';
import { trainingCertificates, trainingFilings } from './training.tables.ts';

export type CertificateRecord = typeof trainingCertificates.$inferSelect;
export type FilingRecord = typeof trainingFilings.$inferSelect;
type Window = { readonly offset: number; readonly limit: number };

const CERTIFICATE = `t.id, t.version, t.number, t.member_id AS memberId, m.name AS memberName, coalesce(g.name, '') AS gridName, t.class_id AS classId, c.name AS className, c.from_on AS fromOn, c.until_on AS untilOn,
  coalesce((SELECT e.hours_tenths FROM training_enrolment e WHERE e.class_id = t.class_id AND e.member_id = t.member_id AND e.removed_at IS NULL), c.hours_tenths) AS hoursTenths,
  t.issued_on AS issuedOn, t.issued_by AS issuedBy, t.revoked_on AS revokedOn, t.revoked_reason AS revokedReason`;
const CERTIFICATES = 'FROM training_certificate t JOIN grid_member m ON m.id = t.member_id JOIN training_class c ON c.id = t.class_id LEFT JOIN grid g ON g.id = m.grid_id';
const ORDER = { number: 't.number', memberName: 'm.name_py', issuedOn: 't.issued_on' } as const;
export type CertificateOrder = { readonly field: keyof typeof ORDER; readonly direction: 'asc' | 'desc' };
const condition = (filter: CertificateFilter): Condition =>
  allOf([
    ...(filter.text === '' ? [] : [{ sql: 't.number LIKE ? OR instr(m.name, ?) > 0 OR instr(c.name, ?) > 0', values: [`${filter.text}%`, filter.text, filter.text] }]),
    ...only('t.class_id = ?', filter.classId),
    ...only('t.member_id = ?', filter.memberId),
    ...(filter.year === null ? [] : [{ sql: 't.issued_on BETWEEN ? AND ?', values: [`${filter.year}-01-01`, `${filter.year}-12-31`] }]),
    ...(filter.revoked ? [{ sql: 't.revoked_on IS NOT NULL', values: [] }] : []),
  ]);

export function recordsRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  const filings = recordStore(db, trainingFilings);
  return {
    certificates: recordStore(db, trainingCertificates),
    filings,
    certificate: (id: string): CertificateRow | undefined => statement(`SELECT ${CERTIFICATE} ${CERTIFICATES} WHERE t.id = ?`).get(id) as CertificateRow | undefined, // columns named in CERTIFICATE
    listCertificates: (filter: CertificateFilter, { field, direction }: CertificateOrder, { offset, limit }: Window): CertificateRow[] => {
      const { sql, values } = condition(filter);
      const way = direction === 'desc' ? 'DESC' : 'ASC';
      return statement(`SELECT ${CERTIFICATE} ${CERTIFICATES} WHERE ${sql} ORDER BY ${ORDER[field]} ${way}, t.id LIMIT ? OFFSET ?`).all(...values, limit, offset) as CertificateRow[]; // as above
    },
    countCertificates: (filter: CertificateFilter): number => {
      const { sql, values } = condition(filter);
      return statement(`SELECT count(*) ${CERTIFICATES} WHERE ${sql}`).pluck().get(...values) as number; // the one column
    },
    validOfClass: (classId: string): number => statement('SELECT count(*) FROM training_certificate WHERE class_id = ? AND revoked_on IS NULL').pluck().get(classId) as number, // the one column
    /** The highest number of a year's register, '' before the first. */
    lastNumber: (head: string): string => (statement('SELECT max(number) FROM training_certificate WHERE number LIKE ?').pluck().get(`${head}%`) as string | null) ?? '', // the one column
    /** Who passed a class and has no valid certificate of it. */
    uncertified: (classId: string): string[] =>
      statement(`SELECT e.member_id FROM training_enrolment e JOIN grid_member m ON m.id = e.member_id WHERE e.class_id = ? AND e.removed_at IS NULL AND e.result = 'passed'
        AND NOT EXISTS (SELECT 1 FROM training_certificate t WHERE t.class_id = e.class_id AND t.member_id = e.member_id AND t.revoked_on IS NULL) ORDER BY m.name_py, m.id`).pluck().all(classId) as string[], // the one column
    /** Sessions held between two days as lines of the form, in the order of the days. */
    lines: (from: string, until: string): RecordLine[] =>
      (statement(`SELECT s.id AS sessionId, s.held_on AS heldOn, s.place, CASE WHEN k.content = '' THEN k.title ELSE k.title || '：' || k.content END AS content, s.trainer, c.audience,
          (SELECT count(*) FROM training_attendance a WHERE a.session_id = s.id AND a.removed_at IS NULL AND a.mark IN ('present', 'late')) AS present,
          c.name AS className, s.hours_tenths AS hoursTenths, c.places, c.from_on AS fromOn, c.until_on AS untilOn, c.category, c.business_line AS businessLine
        FROM training_session s JOIN training_class c ON c.id = s.class_id JOIN training_course k ON k.id = s.course_id
        WHERE s.held_on BETWEEN ? AND ? AND s.state = 'held' AND s.removed_at IS NULL AND c.removed_at IS NULL ORDER BY s.held_on, s.starts_at, s.id`).all(from, until) as Omit<RecordLine, 'no'>[]).map((line, at) => ({ ...line, no: at + 1 })), // columns named
    filing: (communityId: string, year: number, quarter: number): FilingRecord | undefined => {
      const id = statement('SELECT id FROM training_record_filing WHERE community_id = ? AND year = ? AND quarter = ?').pluck().get(communityId, year, quarter) as string | undefined; // the one column
      return id === undefined ? undefined : filings.find(id);
    },
    sessionsAhead: (memberId: string, from: string): MemberTraining['sessions'] =>
      statement(`SELECT s.id AS sessionId, s.class_id AS classId, c.name AS className, k.title AS courseTitle, s.held_on AS heldOn, s.starts_at AS startsAt, s.place, s.trainer FROM training_enrolment e JOIN training_session s ON s.class_id = e.class_id AND s.removed_at IS NULL AND s.state = 'planned'
        JOIN training_class c ON c.id = e.class_id AND c.removed_at IS NULL AND c.state IN ('planned', 'running') JOIN training_course k ON k.id = s.course_id
        WHERE e.member_id = ? AND e.removed_at IS NULL AND e.state = 'enrolled' AND s.held_on >= ? ORDER BY s.held_on, s.starts_at LIMIT 50`).all(memberId, from) as MemberTraining['sessions'], // columns named
    makeUpsOf: (memberId: string): MemberTraining['makeUps'] =>
      statement(`SELECT x.id AS examId, x.class_id AS classId, x.title, x.make_up_on AS makeUpOn FROM training_exam x JOIN training_class c ON c.id = x.class_id AND c.state = 'running' AND c.removed_at IS NULL
        WHERE x.removed_at IS NULL AND x.state = 'marked' AND ? IN (${MAKE_UP_DUE}) ORDER BY x.make_up_on`).all(memberId) as MemberTraining['makeUps'], // columns named
    passRates: (from: string, until: string): PassRate[] =>
      statement(`SELECT c.id AS classId, c.name, count(e.id) AS finished, coalesce(sum(e.result = 'passed'), 0) AS passed, coalesce(sum(e.result = 'failed-exam'), 0) AS failedExam, coalesce(sum(e.result = 'failed-attendance'), 0) AS failedAttendance
        FROM training_class c JOIN training_enrolment e ON e.class_id = c.id AND e.removed_at IS NULL AND e.result <> '' WHERE c.state = 'finished' AND c.removed_at IS NULL AND c.until_on BETWEEN ? AND ? GROUP BY c.id ORDER BY c.until_on, c.id LIMIT 100`).all(from, until) as PassRate[], // columns named
    months: (year: number): { month: number; sessions: number; hoursTenths: number }[] =>
      statement(`SELECT CAST(substr(s.held_on, 6, 2) AS INTEGER) AS month, count(*) AS sessions, sum(s.hours_tenths) AS hoursTenths FROM training_session s JOIN training_class c ON c.id = s.class_id
        WHERE s.held_on BETWEEN ? AND ? AND s.state = 'held' AND s.removed_at IS NULL AND c.removed_at IS NULL GROUP BY month ORDER BY month`).all(`${year}-01-01`, `${year}-12-31`) as { month: number; sessions: number; hoursTenths: number }[], // columns named
  };
}
