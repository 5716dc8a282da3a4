import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { recordStore } from '#electron/database/record-store.ts';
import type { EnrolmentFilter, EnrolmentRow } from '#shared/modules/training-assessment/training/sheet.schema.ts';
import { allOf, oneOf, only, type Condition } from '#electron/database/condition.ts';
import { trainingEnrolments } from './training.tables.ts';

export type EnrolmentRecord = typeof trainingEnrolments.$inferSelect;
type Window = { readonly offset: number; readonly limit: number };

/** Hours earned so far in the sessions held: present and late count (earnsHours of result.rules.ts). */
export const EARNED = `SELECT coalesce(sum(s.hours_tenths), 0) FROM training_session s JOIN training_attendance a ON a.session_id = s.id AND a.removed_at IS NULL AND a.mark IN ('present', 'late')
  WHERE s.class_id = e.class_id AND s.removed_at IS NULL AND s.state <> 'cancelled' AND a.member_id = e.member_id`;
const HOURS = `coalesce(e.hours_tenths, (${EARNED}))`;
const ROW = `e.id, e.version, e.class_id AS classId, c.name AS className, e.member_id AS memberId, m.name AS memberName, coalesce(g.name, '') AS gridName, m.phone, e.state, e.source, e.withdrawn_on AS withdrawnOn, e.withdrawn_reason AS withdrawnReason,
  ${HOURS} AS hoursTenths, e.score_tenths AS scoreTenths, e.result, coalesce((SELECT t.number FROM training_certificate t WHERE t.class_id = e.class_id AND t.member_id = e.member_id AND t.revoked_on IS NULL), '') AS certificate`;
const FROM = 'FROM training_enrolment e JOIN training_class c ON c.id = e.class_id JOIN grid_member m ON m.id = e.member_id LEFT JOIN grid g ON g.id = m.grid_id';
const ORDER = { memberName: 'm.name_py', hours: HOURS, score: 'e.score_tenths', result: 'e.result' } as const;
export type EnrolmentOrder = { readonly field: keyof typeof ORDER; readonly direction: 'asc' | 'desc' };

const condition = (filter: EnrolmentFilter): Condition =>
  allOf([
    { sql: 'e.removed_at IS NULL AND c.removed_at IS NULL', values: [] },
    ...only('e.class_id = ?', filter.classId),
    ...only('e.member_id = ?', filter.memberId),
    ...(filter.text === '' ? [] : [{ sql: 'instr(m.name, ?) > 0 OR m.name_py LIKE ? OR instr(m.phone, ?) > 0', values: [filter.text, `${filter.text.toLowerCase()}%`, filter.text] }]),
    ...oneOf('e.result', filter.results),
    ...(filter.withdrawn ? [{ sql: "e.state = 'withdrawn'", values: [] }] : []),
  ]);

export function enrolmentsRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  const store = recordStore(db, trainingEnrolments);
  return {
    ...store,
    row: (id: string): EnrolmentRow | undefined => statement(`SELECT ${ROW} ${FROM} WHERE e.id = ? AND e.removed_at IS NULL`).get(id) as EnrolmentRow | undefined, // columns named in ROW
    ofMember: (classId: string, memberId: string): EnrolmentRecord | undefined => {
      const id = statement('SELECT id FROM training_enrolment WHERE class_id = ? AND member_id = ? AND removed_at IS NULL').pluck().get(classId, memberId) as string | undefined; // the one column
      return id === undefined ? undefined : store.find(id);
    },
    ofClass: (classId: string): EnrolmentRecord[] => (statement('SELECT id FROM training_enrolment WHERE class_id = ? AND removed_at IS NULL ORDER BY id').pluck().all(classId) as string[]).flatMap((id) => store.find(id) ?? []), // the one column
    enrolledIn: (classId: string): number => statement("SELECT count(*) FROM training_enrolment WHERE class_id = ? AND state = 'enrolled' AND removed_at IS NULL").pluck().get(classId) as number, // the one column
    list: (filter: EnrolmentFilter, { field, direction }: EnrolmentOrder, { offset, limit }: Window): EnrolmentRow[] => {
      const { sql, values } = condition(filter);
      const way = direction === 'desc' ? 'DESC' : 'ASC';
      return statement(`SELECT ${ROW} ${FROM} WHERE ${sql} ORDER BY ${ORDER[field]} ${way}, e.id LIMIT ? OFFSET ?`).all(...values, limit, offset) as EnrolmentRow[]; // columns named in ROW
    },
    count: (filter: EnrolmentFilter): number => {
      const { sql, values } = condition(filter);
      return statement(`SELECT count(*) ${FROM} WHERE ${sql}`).pluck().get(...values) as number; // the one column
    },
    /** What resultOf of result.rules.ts needs of one person: hours the class held, and those the person earned. */
    hours: (classId: string, memberId: string): { heldTenths: number; earnedTenths: number } =>
      statement(`SELECT coalesce(sum(s.hours_tenths), 0) AS heldTenths, (${EARNED}) AS earnedTenths FROM training_enrolment e LEFT JOIN training_session s ON s.class_id = e.class_id AND s.removed_at IS NULL AND s.state = 'held'
        WHERE e.class_id = ? AND e.member_id = ? AND e.removed_at IS NULL`).get(classId, memberId) as { heldTenths: number; earnedTenths: number }, // columns named
  };
}
