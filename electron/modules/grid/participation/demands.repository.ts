import type { Db } from '#electron/database/database.ts';
import { recordStore } from '#electron/database/record-store.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { AskedAndDone, DemandFilter, DemandRow } from '#shared/modules/grid/participation/demand.schema.ts';
import { listReader, nextNumber, type Order, type Window } from '../records.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { inScope } from '../register/scope.ts';
import { demands } from './participation.tables.ts';

export type DemandRecord = typeof demands.$inferSelect;

/** Waits for an answer: not sorted, or sorted and not yet told. */
const IS_LATE = 't.answered_on IS NULL AND t.due_on < ?';
const ANSWERED = { 'in-time': 't.answered_on <= t.due_on', late: 't.answered_on > t.due_on' } as const;
const ROW = `t.id, t.version, t.no, t.received_on AS receivedOn, t.channel, t.person_id AS personId, coalesce(p.name, t.person_name) AS personName, t.grid_id AS gridId, t.topic, t.subject, t.content,
  coalesce(g.name, '') AS gridName, t.sort, t.due_on AS dueOn, ${IS_LATE} AS isOverdue, t.answer, t.answered_on AS answeredOn, t.outcome, t.matter_id AS matterId, t.proposal_id AS proposalId, t.updated_at AS updatedAt`;
const FROM = 'FROM demand t LEFT JOIN person p ON p.id = t.person_id LEFT JOIN grid g ON g.id = t.grid_id';
const ORDER = { receivedOn: 't.received_on', dueOn: 't.due_on', no: 't.no' } as const;
export type DemandOrder = Order<keyof typeof ORDER>;
type Stored = Omit<DemandRow, 'isOverdue'> & { readonly isOverdue: number };
const shown = (row: Stored): DemandRow => ({ ...row, isOverdue: row.isOverdue === 1 });

const condition = (actor: Actor, filter: DemandFilter, today: string): Condition =>
  allOf([
    { sql: 't.removed_at IS NULL', values: [] },
    ...inScope(actor, 't.grid_id'),
    ...(filter.text === '' ? [] : [{ sql: 'instr(t.subject, ?) > 0 OR instr(t.content, ?) > 0 OR instr(t.no, ?) > 0 OR p.name = ? OR t.person_name = ?', values: [filter.text, filter.text, filter.text, filter.text, filter.text] }]),
    ...(filter.sorts.length > 0 ? [isIn('t.sort', filter.sorts)] : []),
    ...(filter.topics.length > 0 ? [isIn('t.topic', filter.topics)] : []),
    ...(filter.gridIds.length > 0 ? [isIn('t.grid_id', filter.gridIds)] : []),
    ...(filter.outcomes.length > 0 ? [isIn('t.outcome', filter.outcomes)] : []),
    ...(filter.from === null ? [] : [{ sql: 't.received_on >= ?', values: [filter.from] }]),
    ...(filter.until === null ? [] : [{ sql: 't.received_on <= ?', values: [filter.until] }]),
    ...(filter.overdue ? [{ sql: IS_LATE, values: [today] }] : []),
    ...(filter.answered.length > 0 ? [{ sql: filter.answered.map((how) => ANSWERED[how]).join(' OR '), values: [] }] : []),
  ]);

export function demandsRepository(db: Db) {
  const { sqlite } = db;
  const reader = listReader<Stored, keyof typeof ORDER>(db, { row: ROW, from: FROM, order: ORDER });
  return {
    ...recordStore(db, demands),
    nextNo: nextNumber(db, 'demand', 'SQ'),
    row: (actor: Actor, id: string, today: string): DemandRow | undefined => {
      const found = reader.one(allOf([{ sql: 't.id = ? AND t.removed_at IS NULL', values: [id] }, ...inScope(actor, 't.grid_id')]), [today]);
      return found && shown(found);
    },
    list: (actor: Actor, filter: DemandFilter, today: string, order: DemandOrder, window: Window): DemandRow[] => reader.list(condition(actor, filter, today), order, window, [today]).map(shown),
    count: (actor: Actor, filter: DemandFilter, today: string): number => reader.count(condition(actor, filter, today)),
    /** Unanswered at twice the limit: these go one level up. */
    escalated: (actor: Actor, today: string): { count: number; first: string | null } => {
      const { sql, values } = allOf([{ sql: 't.removed_at IS NULL AND t.answered_on IS NULL AND t.escalate_on < ?', values: [today] }, ...inScope(actor, 't.grid_id')]);
      return sqlite.prepare(`SELECT count(*) AS count, min(t.due_on) AS first FROM demand t WHERE ${sql}`).get(...values) as { count: number; first: string | null }; // columns named
    },
    firstDue: (actor: Actor, today: string): string | null => {
      const { sql, values } = allOf([{ sql: 't.removed_at IS NULL AND t.answered_on IS NULL AND t.due_on < ?', values: [today] }, ...inScope(actor, 't.grid_id')]);
      return sqlite.prepare(`SELECT min(t.due_on) FROM demand t WHERE ${sql}`).pluck().get(...values) as string | null; // the one column
    },
    /** What was asked and what came of it, answered within the days. No column names anybody. */
    askedAndDone: (actor: Actor, { from, until, gridId }: { readonly from: string; readonly until: string; readonly gridId: string | null }): AskedAndDone[] => {
      const of = (table: string, day: string, more: string): Condition =>
        allOf([{ sql: `${table}.removed_at IS NULL AND ${day} BETWEEN ? AND ? AND ${more}`, values: [from, until] }, ...inScope(actor, `${table}.grid_id`), ...(gridId === null ? [] : [{ sql: `${table}.grid_id = ?`, values: [gridId] }])]);
      const asked = of('d', 'd.answered_on', "d.sort <> 'proposal'");
      const proposed = of('q', 'coalesce(q.done_on, q.decided_on)', "q.state IN ('accepted', 'rejected', 'done')");
      const rows = sqlite
        .prepare(
          `SELECT d.id, 'demand' AS kind, d.received_on AS askedOn, d.subject, d.answer, d.answered_on AS answeredOn, coalesce(d.outcome = 'met', 0) AS isDone FROM demand d WHERE ${asked.sql}
           UNION ALL SELECT q.id, 'proposal', q.proposed_on, q.title, q.answer, coalesce(q.done_on, q.decided_on), q.state = 'done' FROM proposal q WHERE ${proposed.sql} ORDER BY answeredOn DESC, id LIMIT 500`,
        )
        .all(...asked.values, ...proposed.values) as (Omit<AskedAndDone, 'isDone'> & { isDone: number })[]; // columns named
      return rows.map((row) => ({ ...row, isDone: row.isDone === 1 }));
    },
  };
}
