import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { recordStore } from '#electron/database/record-store.ts';
import { dayWorkingDaysBefore, MONEY_RED_DAYS, shownState } from '#shared/modules/grid/admission/admission.rules.ts';
import type { AdmissionFilter, AdmissionRow } from '#shared/modules/grid/admission/admission.schema.ts';
import type { AdmittedTask } from '#shared/modules/grid/admission/admitted-task.schema.ts';
import type { PublishedDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { listReader, nextNumber, type Order, type Window } from '../records.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { admissionPayments, admissions, admissionSteps } from './admission.tables.ts';

export type AdmissionRecord = typeof admissions.$inferSelect;
export type StepRecord = typeof admissionSteps.$inferSelect;
export type PaymentRecord = typeof admissionPayments.$inferSelect;
/** Today, and the latest day on which money was due that is now ten working days late. */
export type Moment = { readonly today: string; readonly redBefore: string };

export const momentOf = (today: string, published: PublishedDays): Moment => ({ today, redBefore: dayWorkingDaysBefore(today, MONEY_RED_DAYS, published) });

/** The same as the rule `shownState`. */
const STATE = "CASE WHEN t.state IN ('admitted', 'paused') AND t.ends_on < ? THEN 'exited' ELSE t.state END";
/** What came in the book for the source of the task, less what went back (decision 0015). */
const BOOKED = ['from', 'to'].map((side) => `(SELECT coalesce(sum(e.fen), 0) FROM funding_source s JOIN budget_entry e ON e.source_id = s.id AND e.line_id IS NULL AND e.${side}_account IN ('income', 'gift') WHERE s.task_id = t.id AND s.removed_at IS NULL)`).join(' - ');
/** Before a task has its source in the budget its receipts are kept here, afterwards in the book. */
const RECEIVED = `((SELECT coalesce(sum(p.amount_fen), 0) FROM admission_payment p WHERE p.admission_id = t.id AND p.removed_at IS NULL) + ${BOOKED})`;
/** Money is owed for a task that was admitted, also after it left. */
const OWES = "t.money_fen > 0 AND t.state IN ('admitted', 'paused', 'exited')";
const MONEY = `CASE WHEN NOT (${OWES}) THEN 'none' WHEN ${RECEIVED} >= t.money_fen THEN 'arrived' WHEN t.money_due_on <= ? THEN 'red' WHEN t.money_due_on < ? THEN 'yellow' ELSE 'due' END`;
const ROW = `t.id, t.version, t.no, t.body_id AS bodyId, coalesce(b.name, '') AS bodyName, t.title, ${STATE} AS state, t.is_temporary AS isTemporary, t.starts_on AS startsOn, t.ends_on AS endsOn,
  l.kind AS listKind, t.exempt, t.applied_on AS appliedOn, t.review_due_on AS reviewDueOn, t.state = 'review' AND t.review_due_on < ? AS isReviewOverdue, t.money_fen AS moneyFen, t.money_due_on AS moneyDueOn,
  ${RECEIVED} AS receivedFen, ${MONEY} AS money, t.updated_at AS updatedAt`;
const FROM = 'FROM admission t LEFT JOIN body b ON b.id = t.body_id LEFT JOIN admission_item i ON i.id = t.list_item_id LEFT JOIN admission_list l ON l.id = i.list_id';
const ORDER = { appliedOn: "coalesce(t.applied_on, '9999')", no: 't.no', startsOn: 't.starts_on', moneyDueOn: "coalesce(t.money_due_on, '9999')", reviewDueOn: "coalesce(t.review_due_on, '9999')" } as const;
export type AdmissionOrder = Order<keyof typeof ORDER>;
type Stored = Omit<AdmissionRow, 'isTemporary' | 'isReviewOverdue'> & { readonly isTemporary: number; readonly isReviewOverdue: number | null };

const marksOfRow = ({ today, redBefore }: Moment): string[] => [today, today, redBefore, today];
const shown = (row: Stored): AdmissionRow => ({ ...row, isTemporary: row.isTemporary === 1, isReviewOverdue: row.isReviewOverdue === 1 });

const condition = (filter: AdmissionFilter, { today, redBefore }: Moment): Condition =>
  allOf([
    { sql: 't.removed_at IS NULL', values: [] },
    ...(filter.text === '' ? [] : [{ sql: 'instr(t.title, ?) > 0 OR instr(t.no, ?) > 0 OR instr(t.content, ?) > 0 OR instr(b.name, ?) > 0', values: [filter.text, filter.text, filter.text, filter.text] }]),
    ...(filter.bodyIds.length > 0 ? [isIn('t.body_id', filter.bodyIds)] : []),
    ...(filter.states.length > 0 ? [{ sql: `${STATE} IN (${filter.states.map(() => '?').join(', ')})`, values: [today, ...filter.states] }] : []),
    ...(filter.money.length > 0 ? [{ sql: `${MONEY} IN (${filter.money.map(() => '?').join(', ')})`, values: [redBefore, today, ...filter.money] }] : []),
    ...(filter.isTemporary === null ? [] : [{ sql: 't.is_temporary = ?', values: [filter.isTemporary ? 1 : 0] }]),
    ...(filter.reviewOverdue ? [{ sql: "t.state = 'review' AND t.review_due_on < ?", values: [today] }] : []),
  ]);

export function admissionsRepository(db: Db) {
  const { orm, sqlite } = db;
  const store = recordStore(db, admissions);
  const reader = listReader<Stored, keyof typeof ORDER>(db, { row: ROW, from: FROM, order: ORDER });
  const row = (id: string, at: Moment): AdmissionRow | undefined => {
    const found = reader.one({ sql: 't.id = ? AND t.removed_at IS NULL', values: [id] }, marksOfRow(at));
    return found && shown(found);
  };
  const list = (filter: AdmissionFilter, at: Moment, order: AdmissionOrder, window: Window): AdmissionRow[] => reader.list(condition(filter, at), order, window, marksOfRow(at)).map(shown);
  const admittedOf = ({ id, no, bodyId, bodyName, title, isTemporary, state, startsOn, endsOn, moneyFen, moneyDueOn, receivedFen, money }: AdmissionRow): AdmittedTask[] =>
    state !== 'admitted' && state !== 'paused' && state !== 'exited' ? [] : [{ id, no, bodyId, bodyName, title, isTemporary, state, startsOn, endsOn, promisedFen: moneyFen, dueOn: moneyDueOn, receivedFen, isMoneyLate: money === 'yellow' || money === 'red' }];
  return {
    ...store,
    steps: recordStore(db, admissionSteps),
    payments: recordStore(db, admissionPayments),
    nextNo: nextNumber(db, 'admission', 'ZR'),
    row,
    list,
    count: (filter: AdmissionFilter, at: Moment): number => reader.count(condition(filter, at)),
    stepsOf: (admissionId: string): StepRecord[] =>
      orm.select().from(admissionSteps).where(and(eq(admissionSteps.admissionId, admissionId), isNull(admissionSteps.removedAt))).orderBy(asc(admissionSteps.createdAt), asc(admissionSteps.id)).all(),
    paymentsOf: (admissionId: string): PaymentRecord[] =>
      orm.select().from(admissionPayments).where(and(eq(admissionPayments.admissionId, admissionId), isNull(admissionPayments.removedAt))).orderBy(asc(admissionPayments.receivedOn), asc(admissionPayments.id)).all(),
    /** The admitted task other modules refer to, or undefined when there is none or it was not admitted. Money in fen. */
    findAdmitted: (id: string, at: Moment): AdmittedTask | undefined => {
      const found = row(id, at);
      return found && admittedOf(found)[0];
    },
    /** Admitted tasks that money was promised for, the earliest due first. */
    listAdmittedWithMoney: (at: Moment, window: Window): AdmittedTask[] =>
      reader.list({ sql: `t.removed_at IS NULL AND ${OWES}`, values: [] }, { field: 'moneyDueOn', direction: 'asc' }, window, marksOfRow(at)).flatMap((one) => admittedOf(shown(one))),
    /** The earliest day of those a filter shows, for Today. */
    firstDue: (column: 'review_due_on' | 'money_due_on', filter: AdmissionFilter, at: Moment): string | null => {
      const { sql, values } = condition(filter, at);
      return sqlite.prepare(`SELECT min(t.${column}) ${FROM} WHERE ${sql}`).pluck().get(...values) as string | null; // the one column
    },
    /** Whether the record stands as an admitted task today. */
    isRunning: (id: string, today: string): boolean => {
      const record = store.find(id);
      return record?.removedAt === null && ['admitted', 'paused'].includes(shownState(record, today));
    },
  };
}
