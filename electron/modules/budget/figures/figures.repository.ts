import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import type { RequestStep } from '#shared/modules/budget/requests/steps.rules.ts';

export type Fortune = { readonly decided: number; readonly approved: number };
type Median = { readonly medianDays: number | null };

/** The lower median of `days` in each group of a statement that names `key` and `days`. */
const medians = (from: string): string => `SELECT key, days AS medianDays FROM (SELECT key, days, row_number() OVER (PARTITION BY key ORDER BY days) AS n, count(*) OVER (PARTITION BY key) AS c FROM (${from})) WHERE n = (c + 1) / 2`;
/** Paid after the last level, or refused at any: what an application came to. */
const ENDS = "((step = 'approved' AND outcome = 'disbursed') OR (step = 'review' AND outcome = 'rejected'))";
const OF_YEAR = 'FROM funding_step WHERE community_id = ? AND left_year = ?';

/** Sums and medians over steps and entries; everything in SQL, nothing kept. */
export function figuresRepository({ sqlite }: Db) {
  const statement = keptStatements(sqlite);
  const all = <T>(sql: string, ...values: readonly unknown[]): T[] => statement(sql).all(...values) as T[]; // columns named in each statement
  const medianOf = (from: string, ...values: readonly unknown[]): ReadonlyMap<unknown, number> => new Map(all<Median & { key: unknown }>(medians(from), ...values).map(({ key, medianDays }) => [key, medianDays ?? 0]));
  return {
    /** How requests for money of a source ended this year and last. */
    fortune: (communityId: string, sourceId: string, year: number): Fortune =>
      statement(`SELECT count(*) AS decided, coalesce(sum(step = 'approved'), 0) AS approved FROM funding_step WHERE community_id = ? AND left_year IN (?, ?) AND step IN ('review', 'approved') AND source_id = ? AND ${ENDS}`).get(communityId, year - 1, year, sourceId) as Fortune, // columns named
    bySource: (communityId: string, year: number) => {
      const found = all<{ id: string; name: string; decided: number; approved: number }>(
        `SELECT f.source_id AS id, s.name, count(*) AS decided, sum(f.step = 'approved') AS approved FROM (SELECT source_id, step ${OF_YEAR} AND step IN ('review', 'approved') AND ${ENDS}) f JOIN funding_source s ON s.id = f.source_id GROUP BY f.source_id ORDER BY decided DESC`,
        communityId, year,
      );
      const days = medianOf(`SELECT source_id AS key, days ${OF_YEAR} AND step IN ('review', 'approved')`, communityId, year);
      return found.map((row) => ({ ...row, medianDays: days.get(row.id) ?? null }));
    },
    byLevel: (communityId: string, year: number) => {
      const found = all<{ level: number; decided: number; approved: number; overdue: number }>(`SELECT level, count(*) AS decided, sum(outcome = 'approved') AS approved, coalesce(sum(days > limit_days), 0) AS overdue ${OF_YEAR} AND step = 'review' AND outcome IN ('approved', 'returned', 'rejected') GROUP BY level ORDER BY level`, communityId, year);
      const days = medianOf(`SELECT level AS key, days ${OF_YEAR} AND step = 'review' AND outcome IN ('approved', 'returned', 'rejected')`, communityId, year);
      return found.map((row) => ({ ...row, medianDays: days.get(row.level) ?? null }));
    },
    byStep: (communityId: string, year: number) => {
      const found = all<{ step: RequestStep; left: number; longestDays: number | null }>(`SELECT step, count(*) AS "left", max(days) AS longestDays ${OF_YEAR} GROUP BY step`, communityId, year);
      const days = medianOf(`SELECT step AS key, days ${OF_YEAR}`, communityId, year);
      return found.map((row) => ({ ...row, medianDays: days.get(row.step) ?? null }));
    },
    byReason: (communityId: string, year: number) => {
      const found = all<{ code: string; returned: number; rejected: number }>(`SELECT reason_code AS code, sum(outcome = 'returned') AS returned, sum(outcome = 'rejected') AS rejected ${OF_YEAR} AND step = 'review' AND reason_code <> '' GROUP BY reason_code ORDER BY count(*) DESC`, communityId, year);
      const days = medianOf(`SELECT reason_code AS key, days ${OF_YEAR} AND step = 'review' AND reason_code <> ''`, communityId, year);
      return found.map((row) => ({ ...row, medianDays: days.get(row.code) ?? null }));
    },
    lossFen: (communityId: string, year: number): number => (statement("SELECT coalesce(sum(loss_fen), 0) AS fen FROM funding_step WHERE community_id = ? AND left_year = ? AND loss_note <> ''").get(communityId, year) as { fen: number }).fen, // the one column
    losses: (communityId: string, year: number, limit: number) =>
      all<{ requestId: string; no: string; title: string; note: string; fen: number; days: number }>("SELECT f.request_id AS requestId, r.no, r.title, f.loss_note AS note, f.loss_fen AS fen, coalesce(f.days, 0) AS days FROM funding_step f JOIN funding_request r ON r.id = f.request_id WHERE f.community_id = ? AND f.left_year = ? AND f.loss_note <> '' ORDER BY f.loss_fen DESC LIMIT ?", communityId, year, limit),
    /** Cash spent in each grid, line by line from the entries that spend. */
    byGrid: (communityId: string, year: number) =>
      all<{ id: string | null; name: string; spentFen: number; requests: number }>(
        `SELECT e.id, coalesce(g.name, '') AS name, e.spentFen, coalesce(r.requests, 0) AS requests
         FROM (SELECT e.grid_id AS id, sum(CASE WHEN e.to_account = 'spent' THEN e.fen ELSE -e.fen END) AS spentFen
           FROM budget_line l CROSS JOIN funding_source s ON s.id = l.source_id AND s.form = 'cash' CROSS JOIN budget_entry e INDEXED BY budget_entry_spent_by_grid ON e.line_id = l.id AND (e.from_account = 'spent' OR e.to_account = 'spent')
           WHERE l.community_id = ? AND l.year = ? GROUP BY e.grid_id) e
         LEFT JOIN (SELECT grid_id, count(*) AS requests FROM funding_request WHERE community_id = ? AND year = ? GROUP BY grid_id) r ON r.grid_id IS e.id
         LEFT JOIN grid g ON g.id = e.id ORDER BY g.code IS NULL, g.code`,
        communityId, year, communityId, year,
      ),
    volunteerFen: (communityId: string, year: number): number => (statement("SELECT coalesce(sum(CASE WHEN to_account = 'time-value' THEN fen ELSE -fen END), 0) AS fen FROM budget_entry WHERE community_id = ? AND year = ? AND source_id IS NULL AND line_id IS NULL").get(communityId, year) as { fen: number }).fen, // the one column
    /** What approved requests are still to be paid in cash, by the month it falls due; what should have been paid already falls to this month. */
    duePayments: (communityId: string, year: number, today: string) =>
      all<{ month: string; fen: number }>(
        `SELECT substr(max(CASE r.step WHEN 'approved' THEN coalesce(r.due_on, ?) ELSE r.ends_on END, ?), 1, 7) AS month,
           sum(r.amount_fen - (SELECT coalesce(sum(CASE WHEN e.from_account = 'bank' THEN e.fen ELSE -e.fen END), 0) FROM budget_entry e WHERE e.request_id = r.id AND 'bank' IN (e.from_account, e.to_account))) AS fen
         FROM funding_request r JOIN funding_source s ON s.id = r.source_id AND s.form = 'cash' WHERE r.community_id = ? AND r.year = ? AND r.step IN ('approved', 'spending') GROUP BY 1 ORDER BY 1`,
        today, today, communityId, year,
      ),
    countEndedSpending: (communityId: string, today: string): number => (statement("SELECT count(*) AS n FROM funding_request WHERE community_id = ? AND step = 'spending' AND ends_on < ?").get(communityId, today) as { n: number }).n, // the one column
    countLate: (communityId: string, step: RequestStep, today: string): number => (statement("SELECT count(*) AS n FROM funding_request WHERE community_id = ? AND step = ? AND coalesce(due_on, '9999') < ?").get(communityId, step, today) as { n: number }).n, // as above
  };
}
