import { asc, eq, sql } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { preparedInsert, type InsertedRow } from '#electron/database/prepared-insert.ts';
import { preparedFind } from '#electron/database/prepared-find.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { RequestFilter, RequestRow } from '#shared/modules/budget/requests/request.schema.ts';
import { bindingSteps, openSteps, type RequestStep } from '#shared/modules/budget/requests/steps.rules.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { requestsInScope, type Window } from '../conditions.ts';
import { fundingRequests, fundingSteps } from './requests.tables.ts';

export type RequestRecord = typeof fundingRequests.$inferSelect;
export type StepRecord = typeof fundingSteps.$inferSelect;
/** As the list reads it; days and clock are reckoned from the calendar. */
export type StoredRequestRow = Omit<RequestRow, 'days' | 'clock'> & { readonly nearOn: string | null };
export type BoardSum = { readonly step: RequestStep; readonly count: number; readonly fen: number; readonly overdue: number; readonly near: number };

const ROW = `r.id, r.version, r.no, r.title, r.use_code AS useCode, r.amount_fen AS amountFen, r.department, r.need_score AS needScore, coalesce(l.name, '') AS lineName, coalesce(s.name, '') AS sourceName, coalesce(g.name, '') AS gridName,
  r.step, r.level, r.waiting_for AS waitingFor, r.since_at AS since, r.limit_days AS limitDays, r.due_on AS dueOn, r.near_on AS nearOn, r.applicant_name AS applicantName,
  coalesce((SELECT j.no FROM funding_request j WHERE j.id = r.joint_id), '') AS jointNo, r.needed_on AS neededOn, r.updated_at AS updatedAt`;
const FROM = 'FROM funding_request r LEFT JOIN budget_line l ON l.id = r.line_id LEFT JOIN funding_source s ON s.id = r.source_id LEFT JOIN grid g ON g.id = r.grid_id';
/** Written exactly as in the indexes of migration 0101. */
const DUE = "coalesce(r.due_on, '9999')";
const ORDER = { dueOn: DUE, no: 'r.no', amount: 'r.amount_fen', need: 'r.need_score', since: 'r.since_at' } as const;
export type RequestOrder = { readonly field: keyof typeof ORDER; readonly direction: 'asc' | 'desc' };

/** What is asked for by line, source or grid is entered by their index; a plus keeps SQLite from walking the whole community instead. */
const condition = (actor: Actor, today: string, filter: RequestFilter): Condition =>
  allOf([
    { sql: `${filter.lineIds.length + filter.sourceIds.length + filter.gridIds.length > 0 ? '+' : ''}r.community_id = ?`, values: [actor.communityId] },
    ...requestsInScope(actor),
    ...(filter.text === '' ? [] : [/^\d{4}-\d*$/.test(filter.text) ? { sql: 'r.no >= ? AND r.no < ?', values: [filter.text, `${filter.text}~`] } : { sql: 'instr(r.title, ?) > 0 OR instr(r.department, ?) > 0', values: [filter.text, filter.text] }]),
    ...(filter.year === null ? [] : [{ sql: 'r.year = ?', values: [filter.year] }]),
    ...(filter.steps.length > 0 ? [isIn('r.step', filter.steps)] : []),
    ...(filter.sourceIds.length > 0 ? [isIn('r.source_id', filter.sourceIds)] : []),
    ...(filter.lineIds.length > 0 ? [isIn('r.line_id', filter.lineIds)] : []),
    ...(filter.gridIds.length > 0 ? [isIn('r.grid_id', filter.gridIds)] : []),
    ...(filter.useCodes.length > 0 ? [isIn('r.use_code', filter.useCodes)] : []),
    ...(filter.reasons.length > 0 ? [{ sql: `r.id IN (SELECT request_id FROM funding_step WHERE reason_code <> '' AND ${isIn('reason_code', filter.reasons).sql})`, values: filter.reasons }] : []),
    ...(filter.clock === 'overdue' ? [{ sql: `${DUE} < ?`, values: [today] }] : []),
    ...(filter.clock === 'near' ? [{ sql: `r.near_on <= ? AND ${DUE} >= ?`, values: [today, today] }] : []),
    ...(filter.mine ? [{ sql: 'r.applicant_id = ?', values: [actor.userId] }] : []),
    ...(filter.open ? [isIn('r.step', openSteps)] : []),
  ]);

/** The same as `requestsInScope`, for a request at hand. */
const maySee = ({ scope, userId, communityId }: Actor, request: RequestRecord): boolean =>
  request.communityId === communityId && (scope === 'all' || request.applicantId === userId || (request.gridId !== null && scope.includes(request.gridId)));

/** Requests on their way. */
export function requestsRepository(db: Db) {
  const { orm, sqlite } = db;
  const statement = keptStatements(sqlite);
  const insert = preparedInsert(db, fundingRequests);
  const findAny = preparedFind(db, fundingRequests);
  const all = <T>(sql: string, values: readonly unknown[]): T[] => statement(sql).all(...values) as T[]; // columns named in each statement
  const one = <T>(sql: string, values: readonly unknown[]): T => statement(sql).get(...values) as T; // as above
  return {
    insert: (request: RequestRecord): InsertedRow => insert(request),
    replace: (request: RequestRecord): void => void orm.update(fundingRequests).set(request).where(eq(fundingRequests.id, request.id)).run(),
    /** Whoever may not see it gets nothing. */
    find: (actor: Actor, id: string): RequestRecord | undefined => {
      const request = findAny(id);
      return request && maySee(actor, request) ? request : undefined;
    },
    row: (actor: Actor, id: string): StoredRequestRow | undefined => {
      const { sql, values } = allOf([{ sql: 'r.id = ? AND r.community_id = ?', values: [id, actor.communityId] }, ...requestsInScope(actor)]);
      return all<StoredRequestRow>(`SELECT ${ROW} ${FROM} WHERE ${sql}`, values)[0];
    },
    lastNo: (communityId: string, year: number): string | null => one<{ no: string | null }>('SELECT max(no) AS no FROM funding_request WHERE community_id = ? AND no >= ? AND no < ?', [communityId, `${year}-`, `${year}-~`]).no,
    list: (actor: Actor, today: string, filter: RequestFilter, { field, direction }: RequestOrder, { offset, limit }: Window): StoredRequestRow[] => {
      const { sql, values } = condition(actor, today, filter);
      const way = direction === 'desc' ? 'DESC' : 'ASC';
      return all<StoredRequestRow>(`SELECT ${ROW} ${FROM} WHERE ${sql} ORDER BY ${ORDER[field]} ${way}, r.id ${way} LIMIT ? OFFSET ?`, [...values, limit, offset]);
    },
    count: (actor: Actor, today: string, filter: RequestFilter): number => {
      const { sql, values } = condition(actor, today, filter);
      return one<{ n: number }>(`SELECT count(*) AS n FROM funding_request r WHERE ${sql}`, values).n;
    },
    boardSums: (actor: Actor, today: string, year: number | null): BoardSum[] => {
      const { sql, values } = allOf([{ sql: 'r.community_id = ?', values: [actor.communityId] }, isIn('r.step', openSteps), ...(year === null ? [] : [{ sql: 'r.year = ?', values: [year] }]), ...requestsInScope(actor)]);
      return all<BoardSum>(
        `SELECT r.step, count(*) AS count, sum(r.amount_fen) AS fen, coalesce(sum(r.due_on < ?), 0) AS overdue, coalesce(sum(r.near_on <= ? AND r.due_on >= ?), 0) AS near FROM funding_request r WHERE ${sql} GROUP BY r.step`,
        [today, today, today, ...values],
      );
    },
    boardRows: (actor: Actor, year: number | null, step: RequestStep, limit: number): StoredRequestRow[] => {
      const { sql, values } = allOf([{ sql: 'r.community_id = ? AND r.step = ?', values: [actor.communityId, step] }, ...(year === null ? [] : [{ sql: 'r.year = ?', values: [year] }]), ...requestsInScope(actor)]);
      return all<StoredRequestRow>(`SELECT ${ROW} ${FROM} WHERE ${sql} ORDER BY ${DUE}, r.id LIMIT ?`, [...values, limit]);
    },
    countBinding: (communityId: string, year: number): number => {
      const steps = isIn('step', bindingSteps);
      return one<{ n: number }>(`SELECT count(*) AS n FROM funding_request WHERE community_id = ? AND year = ? AND ${steps.sql}`, [communityId, year, ...steps.values]).n;
    },
    /** Whether any request ever stood on a line. */
    isWanted: (lineId: string): boolean => statement('SELECT 1 FROM funding_request WHERE line_id = ? LIMIT 1').get(lineId) !== undefined,
    children: (id: string): RequestRecord[] => orm.select().from(fundingRequests).where(eq(fundingRequests.parentId, id)).orderBy(asc(fundingRequests.no)).all(),
    joined: (jointId: string): RequestRecord[] => orm.select().from(fundingRequests).where(eq(fundingRequests.jointId, jointId)).orderBy(asc(fundingRequests.no)).all(),
    /** Requests that still want money of a line, whether they bind any or only compete for it. */
    wanting: (actor: Actor, lineId: string): RequestRecord[] => {
      const { sql, values } = allOf([{ sql: "r.line_id = ? AND r.step IN ('budgeted', 'review', 'returned')", values: [lineId] }, ...requestsInScope(actor)]);
      const ids = statement(`SELECT r.id FROM funding_request r WHERE ${sql} ORDER BY r.need_score DESC, r.id`).pluck().all(...values) as string[]; // the one column
      return ids.flatMap((id) => findAny(id) ?? []);
    },
    contestedLines: (communityId: string, year: number): string[] =>
      statement("SELECT line_id FROM funding_request WHERE community_id = ? AND year = ? AND step IN ('budgeted', 'review', 'returned') AND line_id IS NOT NULL GROUP BY line_id HAVING count(*) > 1").pluck().all(communityId, year) as string[], // the one column
  };
}

/** The steps a request took. */
export function stepsRepository(db: Db) {
  const { orm } = db;
  const insert = preparedInsert(db, fundingSteps);
  const prepare = () => orm.select().from(fundingSteps).where(eq(fundingSteps.requestId, sql.placeholder('requestId'))).orderBy(asc(fundingSteps.place)).prepare();
  const kept: { way?: ReturnType<typeof prepare> } = {};
  return {
    insert: (step: StepRecord): InsertedRow => insert(step),
    replace: (step: StepRecord): void => void orm.update(fundingSteps).set(step).where(eq(fundingSteps.id, step.id)).run(),
    find: preparedFind(db, fundingSteps),
    ofRequest: (requestId: string): StepRecord[] => (kept.way ??= prepare()).all({ requestId }),
  };
}
