import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { preparedFind } from '#electron/database/prepared-find.ts';
import { preparedInsert, type InsertedRow } from '#electron/database/prepared-insert.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { Flow } from '#shared/modules/budget/ledger/ledger.rules.ts';
import type { EntryFilter, EntryRow } from '#shared/modules/budget/year/year.schema.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { requestsInScope, type Window } from '../conditions.ts';
import { budgetEntries } from './budget-entry.tables.ts';
import { lineSums } from './line-sums.ts';

export type EntryRecord = typeof budgetEntries.$inferSelect;
export type SourceFlow = Flow & { readonly sourceId: string };

const SUMS = 'from_account AS "from", to_account AS "to", sum(fen) AS fen';
const ROW = `e.id, e.posting_id AS postingId, e.posted_on AS postedOn, e.year, e.kind, e.from_account AS fromAccount, e.to_account AS toAccount, e.fen, coalesce(l.name, '') AS lineName, coalesce(s.name, '') AS sourceName,
  e.request_id AS requestId, coalesce(r.no, '') AS requestNo, e.memo, e.actor_name AS by, e.created_at AS createdAt`;
/** A request or a line has few entries beside the whole book, a source and a year their own order of days; left to itself SQLite walks the book by day. */
const entriesOf = ({ requestId, lineId, sourceId, year }: EntryFilter): string =>
  `budget_entry e INDEXED BY budget_entry_by_${requestId !== null ? 'request' : lineId !== null ? 'one_line' : sourceId !== null ? 'source_day' : year !== null ? 'year_day' : 'day'}`;
const JOINS = 'LEFT JOIN budget_line l ON l.id = e.line_id LEFT JOIN funding_source s ON s.id = e.source_id LEFT JOIN funding_request r ON r.id = e.request_id';

const condition = (actor: Actor, filter: EntryFilter): Condition =>
  allOf([
    { sql: 'e.community_id = ?', values: [actor.communityId] },
    ...requestsInScope(actor).map(({ sql, values }) => ({ sql: `e.request_id IS NULL OR ${sql}`, values })),
    ...(filter.year === null ? [] : [{ sql: 'e.year = ?', values: [filter.year] }]),
    ...(filter.lineId === null ? [] : [{ sql: 'e.line_id = ?', values: [filter.lineId] }]),
    ...(filter.sourceId === null ? [] : [{ sql: 'e.source_id = ?', values: [filter.sourceId] }]),
    ...(filter.requestId === null ? [] : [{ sql: 'e.request_id = ?', values: [filter.requestId] }]),
    ...(filter.kinds.length > 0 ? [isIn('e.kind', filter.kinds)] : []),
  ]);

/** The book. It only adds and sums: there is no statement here, and no trigger in the file, that changes an entry or keeps a total. */
export function entriesRepository(db: Db) {
  const insert = preparedInsert(db, budgetEntries);
  const statement = keptStatements(db.sqlite);
  const all = <T>(sql: string, ...values: readonly unknown[]): T[] => statement(sql).all(...values) as T[]; // columns named in each statement
  return {
    find: preparedFind(db, budgetEntries),
    countOfLine: (lineId: string): number => (statement('SELECT count(*) AS n FROM budget_entry INDEXED BY budget_entry_by_one_line WHERE line_id = ?').get(lineId) as { n: number }).n, // the one column
    /** Receipts of sources, payments and the time of volunteers: what a year holds beside its lines. */
    countOutsideLines: (communityId: string, year: number): number => (statement('SELECT count(*) AS n FROM budget_entry INDEXED BY budget_entry_by_year_day WHERE community_id = ? AND year = ? AND line_id IS NULL').get(communityId, year) as { n: number }).n, // the one column
    insert: (entry: EntryRecord): InsertedRow => insert(entry),
    ofLines: lineSums(db.sqlite),
    ofLine: (lineId: string): Flow[] => all<Flow>(`SELECT ${SUMS} FROM budget_entry INDEXED BY budget_entry_by_one_line WHERE line_id = ? GROUP BY from_account, to_account`, lineId),
    ofRequest: (requestId: string): Flow[] => all<Flow>(`SELECT ${SUMS} FROM budget_entry INDEXED BY budget_entry_by_request WHERE request_id = ? GROUP BY from_account, to_account`, requestId),
    ofPledge: (pledgeId: string): Flow[] => all<Flow>(`SELECT ${SUMS} FROM budget_entry WHERE pledge_id = ? GROUP BY from_account, to_account`, pledgeId),
    /** What is free on a line: only what came to `free` and left it is read, not what was spent since. */
    freeOf: (lineId: string): number =>
      (statement(`SELECT (SELECT coalesce(sum(fen), 0) FROM budget_entry INDEXED BY budget_entry_by_one_line WHERE line_id = @lineId AND from_account IN ('authority', 'adjustment', 'carried', 'reserved', 'committed') AND to_account = 'free')
        - (SELECT coalesce(sum(fen), 0) FROM budget_entry INDEXED BY budget_entry_by_one_line WHERE line_id = @lineId AND from_account = 'free') AS fen`).get({ lineId }) as { fen: number }).fen, // the one column
    /** Money and goods of a source; what happens on its lines is not among them. */
    ofSource: (sourceId: string): Flow[] => all<Flow>(`SELECT ${SUMS} FROM budget_entry INDEXED BY budget_entry_by_source WHERE source_id = ? AND line_id IS NULL GROUP BY from_account, to_account`, sourceId),
    /** What came in for a source and what went back, in the shape of the payments of its task. */
    receiptsOf: (sourceId: string): { id: string; version: number; receivedOn: string; amountFen: number; voucherNo: string; note: string }[] =>
      all(`SELECT id, version, posted_on AS receivedOn, CASE WHEN from_account IN ('income', 'gift') THEN fen ELSE -fen END AS amountFen, '' AS voucherNo, memo AS note FROM budget_entry INDEXED BY budget_entry_by_source
        WHERE source_id = ? AND line_id IS NULL AND (from_account IN ('income', 'gift') OR to_account IN ('income', 'gift')) ORDER BY posted_on, id`, sourceId),
    ofAllSources: (communityId: string, year: number | null): SourceFlow[] =>
      all<SourceFlow>(`SELECT e.source_id AS sourceId, e.from_account AS "from", e.to_account AS "to", sum(e.fen) AS fen FROM funding_source s JOIN budget_entry e INDEXED BY budget_entry_by_source ON e.source_id = s.id AND e.line_id IS NULL
        WHERE s.community_id = ? AND (? IS NULL OR e.year = ?) GROUP BY e.source_id, e.from_account, e.to_account`, communityId, year, year),
    /** The newest adjustment of a line, as the instant it was written. */
    lastAdjustment: (lineId: string): string | null => (statement("SELECT max(created_at) AS at FROM budget_entry WHERE line_id = ? AND 'adjustment' IN (from_account, to_account)").get(lineId) as { at: string | null }).at, // the one column
    list: (actor: Actor, filter: EntryFilter, direction: 'asc' | 'desc', { offset, limit }: Window): EntryRow[] => {
      const { sql, values } = condition(actor, filter);
      const way = direction === 'desc' ? 'DESC' : 'ASC';
      return all<EntryRow>(`SELECT ${ROW} FROM ${entriesOf(filter)} ${JOINS} WHERE ${sql} ORDER BY e.posted_on ${way}, e.id ${way} LIMIT ? OFFSET ?`, ...values, limit, offset);
    },
    count: (actor: Actor, filter: EntryFilter): number => {
      const { sql, values } = condition(actor, filter);
      const from = `FROM ${entriesOf(filter)}${actor.scope === 'all' ? '' : ' LEFT JOIN funding_request r ON r.id = e.request_id'}`;
      return (statement(`SELECT count(*) AS n ${from} WHERE ${sql}`).get(...values) as { n: number }).n; // the one column
    },
  };
}
