import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { recordStore } from '#electron/database/record-store.ts';
import type { PushedTasks } from '#shared/modules/grid/admission/admitted-task.schema.ts';
import type { BurdenFilter, BurdenRow, BurdenSummary, Period, RefusalFilter, RefusalRow } from '#shared/modules/grid/admission/burden.schema.ts';
import { listReader, nextNumber, type Order, type Window } from '../records.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { burdenRecords, doorRefusals } from './admission.tables.ts';

export type BurdenRecord = typeof burdenRecords.$inferSelect;
export type RefusalRecord = typeof doorRefusals.$inferSelect;

const STANDING = "CASE WHEN t.body_id IS NULL THEN 'own' WHEN t.admission_id IS NOT NULL THEN 'admitted' ELSE 'not-admitted' END";
const ROW = `t.id, t.version, t.body_id AS bodyId, t.kind, t.title, t.done_on AS doneOn, t.minutes, t.people, t.forms, t.grid_member_id AS gridMemberId, t.admission_id AS admissionId, t.note,
  coalesce(b.name, '') AS bodyName, coalesce(m.name, '') AS memberName, coalesce(a.no, '') AS admissionNo, ${STANDING} AS standing,
  (SELECT count(*) FROM burden_record e WHERE e.body_id = t.body_id AND e.title = t.title AND e.removed_at IS NULL AND (e.done_on, e.id) < (t.done_on, t.id)) AS askedBefore, t.updated_at AS updatedAt`;
const JOINS = 'LEFT JOIN body b ON b.id = t.body_id LEFT JOIN grid_member m ON m.id = t.grid_member_id LEFT JOIN admission a ON a.id = t.admission_id';
const FROM = `FROM burden_record t ${JOINS}`;
const ORDER = { doneOn: 't.done_on', minutes: 't.minutes' } as const;
export type BurdenOrder = Order<keyof typeof ORDER>;

const within = (column: string, { from, until }: { readonly from: string | null; readonly until: string | null }): Condition[] => [
  ...(from === null ? [] : [{ sql: `${column} >= ?`, values: [from] }]),
  ...(until === null ? [] : [{ sql: `${column} <= ?`, values: [until] }]),
];
const condition = (filter: BurdenFilter): Condition =>
  allOf([
    { sql: 't.removed_at IS NULL', values: [] },
    ...(filter.text === '' ? [] : [{ sql: 'instr(t.title, ?) > 0 OR instr(b.name, ?) > 0 OR instr(t.note, ?) > 0', values: [filter.text, filter.text, filter.text] }]),
    ...(filter.bodyIds.length > 0 ? [isIn('t.body_id', filter.bodyIds)] : []),
    ...(filter.memberIds.length > 0 ? [isIn('t.grid_member_id', filter.memberIds)] : []),
    ...(filter.kinds.length > 0 ? [isIn('t.kind', filter.kinds)] : []),
    ...(filter.standings.length > 0 ? [isIn(STANDING, filter.standings)] : []),
    ...within('t.done_on', filter),
  ]);

const SUMS = 'coalesce(sum(t.minutes), 0) AS minutes, coalesce(sum(t.forms), 0) AS forms, count(*) AS records';
const BY_STANDING = `coalesce(sum(t.minutes) FILTER (WHERE ${STANDING} = 'admitted'), 0) AS admitted, coalesce(sum(t.minutes) FILTER (WHERE ${STANDING} = 'not-admitted'), 0) AS notAdmitted, coalesce(sum(t.minutes) FILTER (WHERE ${STANDING} = 'own'), 0) AS own`;
type Sums = { readonly minutes: number; readonly forms: number; readonly records: number };
type Standings = { readonly admitted: number; readonly notAdmitted: number; readonly own: number };
const nested = <R extends Standings>({ admitted, notAdmitted, own, ...row }: R) => ({ ...row, minutesByStanding: { admitted, notAdmitted, own } });
const IN_PERIOD = 't.removed_at IS NULL AND t.done_on BETWEEN ? AND ?';
/** So many days with the most work are named. */
const PEAKS = 10;

export function burdenRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  const reader = listReader<BurdenRow, keyof typeof ORDER>(db, { row: ROW, from: FROM, order: ORDER });
  const rows = <R>(sql: string, { from, until }: Period): R[] => statement(sql).all(from, until) as R[]; // columns named in the statement
  const sums = (period: Period): Sums => rows<Sums>(`SELECT ${SUMS} FROM burden_record t WHERE ${IN_PERIOD}`, period)[0] ?? { minutes: 0, forms: 0, records: 0 };
  return {
    ...recordStore(db, burdenRecords),
    row: (id: string): BurdenRow | undefined => reader.one({ sql: 't.id = ? AND t.removed_at IS NULL', values: [id] }),
    list: (filter: BurdenFilter, order: BurdenOrder, window: Window): BurdenRow[] => reader.list(condition(filter), order, window),
    count: (filter: BurdenFilter): number => reader.count(condition(filter)),
    sums,
    ofAdmission: (admissionId: string): { minutes: number; records: number } =>
      statement('SELECT coalesce(sum(minutes), 0) AS minutes, count(*) AS records FROM burden_record WHERE admission_id = ? AND removed_at IS NULL').get(admissionId) as { minutes: number; records: number }, // columns named
    summarise: (period: Period): BurdenSummary => ({
      total: sums(period),
      minutesByStanding: rows<Standings>(`SELECT ${BY_STANDING} FROM burden_record t WHERE ${IN_PERIOD}`, period)[0] ?? { admitted: 0, notAdmitted: 0, own: 0 },
      byBody: rows<{ bodyId: string | null; bodyName: string } & Sums & Standings>(`SELECT t.body_id AS bodyId, coalesce(b.name, '') AS bodyName, ${SUMS}, ${BY_STANDING} FROM burden_record t LEFT JOIN body b ON b.id = t.body_id WHERE ${IN_PERIOD} GROUP BY t.body_id ORDER BY minutes DESC, t.body_id`, period).map(nested),
      byMember: rows<{ memberId: string | null; memberName: string } & Sums & Standings>(`SELECT t.grid_member_id AS memberId, coalesce(m.name, '') AS memberName, ${SUMS}, ${BY_STANDING} FROM burden_record t LEFT JOIN grid_member m ON m.id = t.grid_member_id WHERE ${IN_PERIOD} GROUP BY t.grid_member_id ORDER BY minutes DESC, t.grid_member_id`, period).map(nested),
      byMonth: rows<{ month: string } & Sums & Standings>(`SELECT substr(t.done_on, 1, 7) AS month, ${SUMS}, ${BY_STANDING} FROM burden_record t WHERE ${IN_PERIOD} GROUP BY 1 ORDER BY 1`, period).map(nested),
      peaks: rows<{ day: string } & Sums>(`SELECT t.done_on AS day, ${SUMS} FROM burden_record t WHERE ${IN_PERIOD} GROUP BY t.done_on ORDER BY minutes DESC, t.done_on DESC LIMIT ${PEAKS}`, period),
    }),
  };
}

const REFUSAL_ROW = `t.id, t.version, t.no, t.body_id AS bodyId, t.brought_by AS broughtBy, t.refused_on AS refusedOn, t.title, t.content, t.list_item_id AS listItemId, t.right_office AS rightOffice, t.reason,
  coalesce(b.name, '') AS bodyName, t.refused_by AS refusedBy, t.updated_at AS updatedAt`;
const REFUSAL_ORDER = { refusedOn: 't.refused_on', no: 't.no' } as const;
export type RefusalOrder = Order<keyof typeof REFUSAL_ORDER>;
const refusalCondition = (filter: RefusalFilter): Condition =>
  allOf([
    { sql: 't.removed_at IS NULL', values: [] },
    ...(filter.text === '' ? [] : [{ sql: 'instr(t.title, ?) > 0 OR instr(t.no, ?) > 0 OR instr(b.name, ?) > 0 OR instr(t.brought_by, ?) > 0', values: [filter.text, filter.text, filter.text, filter.text] }]),
    ...(filter.bodyIds.length > 0 ? [isIn('t.body_id', filter.bodyIds)] : []),
    ...within('t.refused_on', filter),
  ]);

export function refusalsRepository(db: Db) {
  const { sqlite } = db;
  const reader = listReader<RefusalRow, keyof typeof REFUSAL_ORDER>(db, { row: REFUSAL_ROW, from: 'FROM door_refusal t LEFT JOIN body b ON b.id = t.body_id', order: REFUSAL_ORDER });
  return {
    ...recordStore(db, doorRefusals),
    nextNo: nextNumber(db, 'door_refusal', 'JS'),
    row: (id: string): RefusalRow | undefined => reader.one({ sql: 't.id = ? AND t.removed_at IS NULL', values: [id] }),
    list: (filter: RefusalFilter, order: RefusalOrder, window: Window): RefusalRow[] => reader.list(refusalCondition(filter), order, window),
    count: (filter: RefusalFilter): number => reader.count(refusalCondition(filter)),
    /** By department: what it pushed down without admission, refused at the door or done all the same, and the minutes that took. */
    pushedWithoutAdmission: ({ from, until }: Period): PushedTasks[] =>
      sqlite
        .prepare(
          `SELECT bodyId, coalesce(b.name, '') AS bodyName, sum(refused) AS refused, sum(done) AS doneAnyway, sum(minutes) AS minutes FROM (
             SELECT body_id AS bodyId, 1 AS refused, 0 AS done, 0 AS minutes FROM door_refusal WHERE removed_at IS NULL AND refused_on BETWEEN ? AND ?
             UNION ALL SELECT body_id, 0, 1, minutes FROM burden_record WHERE removed_at IS NULL AND body_id IS NOT NULL AND admission_id IS NULL AND done_on BETWEEN ? AND ?
           ) LEFT JOIN body b ON b.id = bodyId GROUP BY bodyId ORDER BY refused + doneAnyway DESC, bodyId`,
        )
        .all(from, until, from, until) as PushedTasks[], // columns named in the statement
  };
}
