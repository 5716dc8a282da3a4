import type { z } from 'zod';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { recordStore } from '#electron/database/record-store.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { mediationFiguresSchema, MediationFilter, MediationRow, MediationStep } from '#shared/modules/grid/mediation/mediation.schema.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { inScope } from '../register/scope.ts';
import { mediations, mediationSteps } from './mediation.tables.ts';

export type MediationRecord = typeof mediations.$inferSelect;
export type StepRecord = typeof mediationSteps.$inferSelect;
type Window = { readonly offset: number; readonly limit: number };
type Stored = Omit<MediationRow, 'parties' | 'mediators'> & { readonly parties: string; readonly mediators: string };

const ROW = `m.id, m.version, m.no, m.subject, m.kind, m.grid_id AS gridId, coalesce(g.name, '') AS gridName, m.place, m.origin, m.applied_on AS appliedOn, m.parties, m.mediators, m.recorder, m.facts,
  m.people_involved AS peopleInvolved, m.amount_fen AS amountFen, m.state, m.form, m.agreement, m.performance, m.agreed_on AS agreedOn, m.signed_on AS signedOn, m.perform_by AS performBy,
  m.follow_up_on AS followUpOn, m.next_session_on AS nextSessionOn, m.performed, m.end_reason AS endReason, m.created_at AS createdAt, m.updated_at AS updatedAt`;
const FROM = 'FROM mediation m LEFT JOIN grid g ON g.id = m.grid_id';
/** A follow-up nobody fixed a day for comes after those that have one. */
const ORDER = { appliedOn: 'm.applied_on', followUpOn: 'm.follow_up_on IS NULL, m.follow_up_on', no: 'm.no' } as const;
export type MediationOrder = { readonly field: keyof typeof ORDER; readonly direction: 'asc' | 'desc' };

const condition = (actor: Actor, filter: MediationFilter): Condition =>
  allOf([
    { sql: 'm.removed_at IS NULL', values: [] },
    ...inScope(actor, 'm.grid_id'),
    ...(filter.text === '' ? [] : [{ sql: 'instr(m.no, ?) > 0 OR instr(m.subject, ?) > 0 OR instr(m.mediators, ?) > 0 OR EXISTS (SELECT 1 FROM json_each(m.parties) j WHERE instr(j.value ->> \'name\', ?) > 0)', values: [filter.text, filter.text, filter.text, filter.text] }]),
    ...(filter.states.length === 0 ? [] : [isIn('m.state', filter.states)]),
    ...(filter.kinds.length === 0 ? [] : [isIn('m.kind', filter.kinds)]),
    ...(filter.gridIds.length === 0 ? [] : [isIn('m.grid_id', filter.gridIds)]),
    ...(filter.from === null ? [] : [{ sql: 'm.applied_on >= ?', values: [filter.from] }]),
    ...(filter.until === null ? [] : [{ sql: 'm.applied_on <= ?', values: [filter.until] }]),
    ...(filter.dueUntil === null ? [] : [{ sql: 'm.follow_up_on <= ? OR m.next_session_on <= ?', values: [filter.dueUntil, filter.dueUntil] }]),
    ...(filter.performed.length === 0 ? [] : [{ sql: "m.state IN ('in-force', 'closed')", values: [] }, isIn('m.performed', filter.performed)]),
    ...(filter.unsignedBefore === null ? [] : [{ sql: "m.state = 'agreed' AND m.agreed_on < ?", values: [filter.unsignedBefore] }]),
  ]);

const shown = (row: Stored): MediationRow => ({ ...row, parties: JSON.parse(row.parties) as MediationRow['parties'], mediators: JSON.parse(row.mediators) as string[] }); // written by this repository

export function mediationsRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  return {
    ...recordStore(db, mediations),
    /** How many numbers of a year were given, removed cases included. */
    given: (communityId: string, year: string): number => (statement("SELECT coalesce(max(CAST(substr(no, 6) AS INTEGER)), 0) AS n FROM mediation WHERE community_id = ? AND no >= ? AND no < ?").get(communityId, `${year}-`, `${year}.`) as { n: number }).n, // the one column
    row: (actor: Actor, id: string): MediationRow | undefined => {
      const { sql, values } = allOf([{ sql: 'm.id = ? AND m.removed_at IS NULL', values: [id] }, ...inScope(actor, 'm.grid_id')]);
      const row = statement(`SELECT ${ROW} ${FROM} WHERE ${sql}`).get(...values) as Stored | undefined; // columns named in ROW
      return row && shown(row);
    },
    list: (actor: Actor, filter: MediationFilter, { field, direction }: MediationOrder, { offset, limit }: Window): MediationRow[] => {
      const { sql, values } = condition(actor, filter);
      const way = direction === 'desc' ? 'DESC' : 'ASC';
      return (statement(`SELECT ${ROW} ${FROM} WHERE ${sql} ORDER BY ${ORDER[field]} ${way}, m.id ${way} LIMIT ? OFFSET ?`).all(...values, limit, offset) as Stored[]).map(shown); // as above
    },
    count: (actor: Actor, filter: MediationFilter): number => {
      const { sql, values } = condition(actor, filter);
      return (statement(`SELECT count(*) AS n ${FROM} WHERE ${sql}`).get(...values) as { n: number }).n; // the one column
    },
    /** The earliest day that something is fixed for, among those that count. */
    firstDue: (actor: Actor, filter: MediationFilter): string | null => {
      const { sql, values } = condition(actor, filter);
      return (statement(`SELECT min(min(coalesce(m.follow_up_on, '9999'), coalesce(m.next_session_on, '9999'))) AS day ${FROM} WHERE ${sql}`).get(...values) as { day: string | null }).day; // the one column
    },
    figures: (actor: Actor, filter: MediationFilter): z.output<typeof mediationFiguresSchema> => {
      const { sql, values } = condition(actor, filter);
      return statement(`SELECT count(*) AS total, count(*) FILTER (WHERE m.state = 'open') AS open, count(*) FILTER (WHERE m.state IN ('agreed', 'in-force', 'closed')) AS agreed,
        count(*) FILTER (WHERE m.state = 'failed') AS failed, count(*) FILTER (WHERE m.state = 'withdrawn') AS withdrawn,
        count(*) FILTER (WHERE m.state IN ('in-force', 'closed') AND m.performed = 'kept') AS kept, count(*) FILTER (WHERE m.state IN ('in-force', 'closed') AND m.performed IS NOT NULL) AS followed ${FROM} WHERE ${sql}`).get(...values) as z.output<typeof mediationFiguresSchema>; // columns named
    },
    steps: {
      ...recordStore(db, mediationSteps),
      of: (mediationId: string): MediationStep[] =>
        (statement('SELECT id, kind, held_on AS heldOn, place, present, content, performed, created_at AS createdAt FROM mediation_step WHERE mediation_id = ? AND removed_at IS NULL ORDER BY held_on, id').all(mediationId) as (Omit<MediationStep, 'present'> & { present: string })[]) // columns named
          .map((step) => ({ ...step, present: JSON.parse(step.present) as string[] })), // written by this repository
    },
  };
}
