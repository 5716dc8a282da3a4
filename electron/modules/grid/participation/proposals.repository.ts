import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { recordStore } from '#electron/database/record-store.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { ProposalFilter, ProposalRow } from '#shared/modules/grid/participation/proposal.schema.ts';
import { listReader, nextNumber, type Order, type Window } from '../records.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { inScope } from '../register/scope.ts';
import { deliberations, proposalProgress, proposals, proposalSeconds } from './participation.tables.ts';

export type ProposalRecord = typeof proposals.$inferSelect;
export type DeliberationRecord = typeof deliberations.$inferSelect;

const AWAITS = "t.state IN ('proposed', 'seconded', 'deliberated')";
const ROW = `t.id, t.version, t.no, t.title, t.content, t.proposed_on AS proposedOn, t.proposer_id AS proposerId, coalesce(p.name, t.proposer_name) AS proposerName, t.grid_id AS gridId, t.topic, coalesce(g.name, '') AS gridName, t.state,
  (SELECT count(*) FROM proposal_second s WHERE s.proposal_id = t.id AND s.removed_at IS NULL) AS seconds, t.seconds_needed AS secondsNeeded, t.answer_due_on AS answerDueOn, ${AWAITS} AND t.answer_due_on < ? AS isOverdue,
  t.answer, t.cost_fen AS costFen, t.planned_until AS plannedUntil, t.decided_on AS decidedOn, t.done_on AS doneOn, t.demand_id AS demandId, t.updated_at AS updatedAt`;
const FROM = 'FROM proposal t LEFT JOIN person p ON p.id = t.proposer_id LEFT JOIN grid g ON g.id = t.grid_id';
const ORDER = { proposedOn: 't.proposed_on', answerDueOn: 't.answer_due_on', no: 't.no' } as const;
export type ProposalOrder = Order<keyof typeof ORDER>;
type Stored = Omit<ProposalRow, 'isOverdue'> & { readonly isOverdue: number };
const shown = (row: Stored): ProposalRow => ({ ...row, isOverdue: row.isOverdue === 1 });

const condition = (actor: Actor, filter: ProposalFilter, today: string): Condition =>
  allOf([
    { sql: 't.removed_at IS NULL', values: [] },
    ...inScope(actor, 't.grid_id'),
    ...(filter.text === '' ? [] : [{ sql: 'instr(t.title, ?) > 0 OR instr(t.content, ?) > 0 OR instr(t.no, ?) > 0', values: [filter.text, filter.text, filter.text] }]),
    ...(filter.states.length > 0 ? [isIn('t.state', filter.states)] : []),
    ...(filter.topics.length > 0 ? [isIn('t.topic', filter.topics)] : []),
    ...(filter.gridIds.length > 0 ? [isIn('t.grid_id', filter.gridIds)] : []),
    ...(filter.from === null ? [] : [{ sql: 't.proposed_on >= ?', values: [filter.from] }]),
    ...(filter.until === null ? [] : [{ sql: 't.proposed_on <= ?', values: [filter.until] }]),
    ...(filter.overdue ? [{ sql: `${AWAITS} AND t.answer_due_on < ?`, values: [today] }] : []),
  ]);

export function proposalsRepository(db: Db) {
  const { orm, sqlite } = db;
  const reader = listReader<Stored, keyof typeof ORDER>(db, { row: ROW, from: FROM, order: ORDER });
  const late = (actor: Actor, column: 'answer_due_on' | 'escalate_on', today: string): { count: number; first: string | null } => {
    const { sql, values } = allOf([{ sql: `t.removed_at IS NULL AND ${AWAITS} AND t.${column} < ?`, values: [today] }, ...inScope(actor, 't.grid_id')]);
    return sqlite.prepare(`SELECT count(*) AS count, min(t.answer_due_on) AS first FROM proposal t WHERE ${sql}`).get(...values) as { count: number; first: string | null }; // columns named
  };
  return {
    ...recordStore(db, proposals),
    seconds: recordStore(db, proposalSeconds),
    deliberations: recordStore(db, deliberations),
    progress: recordStore(db, proposalProgress),
    nextNo: nextNumber(db, 'proposal', 'TA'),
    late,
    row: (actor: Actor, id: string, today: string): ProposalRow | undefined => {
      const found = reader.one(allOf([{ sql: 't.id = ? AND t.removed_at IS NULL', values: [id] }, ...inScope(actor, 't.grid_id')]), [today]);
      return found && shown(found);
    },
    list: (actor: Actor, filter: ProposalFilter, today: string, order: ProposalOrder, window: Window): ProposalRow[] => reader.list(condition(actor, filter, today), order, window, [today]).map(shown),
    count: (actor: Actor, filter: ProposalFilter, today: string): number => reader.count(condition(actor, filter, today)),
    secondsOf: (proposalId: string) =>
      sqlite.prepare("SELECT s.id, s.person_id AS personId, coalesce(p.name, '') AS personName, s.seconded_on AS secondedOn FROM proposal_second s LEFT JOIN person p ON p.id = s.person_id WHERE s.proposal_id = ? AND s.removed_at IS NULL ORDER BY s.seconded_on, s.id").all(proposalId) as { id: string; personId: string; personName: string; secondedOn: string }[], // columns named
    deliberationsOf: (proposalId: string): DeliberationRecord[] => orm.select().from(deliberations).where(and(eq(deliberations.proposalId, proposalId), isNull(deliberations.removedAt))).orderBy(asc(deliberations.heldOn), asc(deliberations.id)).all(),
    progressOf: (proposalId: string) => orm.select().from(proposalProgress).where(and(eq(proposalProgress.proposalId, proposalId), isNull(proposalProgress.removedAt))).orderBy(asc(proposalProgress.notedOn), asc(proposalProgress.id)).all(),
  };
}
