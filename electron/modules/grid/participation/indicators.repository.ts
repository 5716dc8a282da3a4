import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { Indicators, TakingPart, TakingPartFilter } from '#shared/modules/grid/participation/indicators.schema.ts';
import { listReader, type Order, type Window } from '../records.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { inScope } from '../register/scope.ts';

type Period = { readonly from: string; readonly until: string };
const ADULT_YEARS = 18;
/** Born on this day or earlier: grown up on the last day of the period. */
const adultSince = (day: string): string => `${Number(day.slice(0, 4)) - ADULT_YEARS}${day.slice(4)}`;

const ROW = "t.id, t.kind, t.on_day AS onDay, p.name AS personName, coalesce(g.name, '') AS gridName, t.what, t.minutes";
const FROM = 'FROM taking_part t JOIN person p ON p.id = t.person_id LEFT JOIN grid g ON g.id = p.grid_id';
const ORDER = { onDay: 't.on_day' } as const;
export type TakingPartOrder = Order<keyof typeof ORDER>;

const within = (column: string, { from, until }: { readonly from: string | null; readonly until: string | null }): Condition[] => [
  ...(from === null ? [] : [{ sql: `${column} >= ?`, values: [from] }]),
  ...(until === null ? [] : [{ sql: `${column} <= ?`, values: [until] }]),
];

function condition(actor: Actor, filter: TakingPartFilter): Condition {
  const within2 = allOf(within('o.on_day', filter));
  return allOf([
    { sql: 'p.removed_at IS NULL', values: [] },
    ...inScope(actor, 'p.grid_id'),
    ...(filter.kinds.length > 0 ? [isIn('t.kind', filter.kinds)] : []),
    ...(filter.gridIds.length > 0 ? [isIn('p.grid_id', filter.gridIds)] : []),
    ...within('t.on_day', filter),
    ...(filter.repeated ? [{ sql: `t.person_id IN (SELECT o.person_id FROM taking_part o WHERE ${within2.sql} GROUP BY o.person_id HAVING count(*) > 1)`, values: within2.values }] : []),
  ]);
}

export function indicatorsRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  const reader = listReader<TakingPart, keyof typeof ORDER>(db, { row: ROW, from: FROM, order: ORDER });
  const row = <R>(sql: string, values: readonly (string | number | null)[]): R => statement(sql).get(...values) as R; // columns named in the statement
  const rows = <R>(sql: string, values: readonly (string | number | null)[]): R[] => statement(sql).all(...values) as R[]; // as above
  return {
    list: (actor: Actor, filter: TakingPartFilter, order: TakingPartOrder, window: Window): TakingPart[] => reader.list(condition(actor, filter), order, window),
    count: (actor: Actor, filter: TakingPartFilter): number => reader.count(condition(actor, filter)),
    /** The indicators of domain.md 3.6 over the days, within the actor's grids; numerators and denominators, never a share alone. */
    read: (actor: Actor, { from, until }: Period): Omit<Indicators, 'matters' | 'mattersRaised'> => {
      const people = allOf([{ sql: "p.removed_at IS NULL AND p.birth_on <= ?", values: [adultSince(until)] }, ...inScope(actor, 'p.grid_id')]);
      const parts = allOf([{ sql: 'p.removed_at IS NULL AND t.on_day BETWEEN ? AND ?', values: [from, until] }, ...inScope(actor, 'p.grid_id')]);
      const demand = allOf([{ sql: 'd.removed_at IS NULL AND d.received_on BETWEEN ? AND ?', values: [from, until] }, ...inScope(actor, 'd.grid_id')]);
      const answer = allOf([{ sql: "a.removed_at IS NULL AND v.removed_at IS NULL AND v.kind = 'trust' AND a.answered_on BETWEEN ? AND ?", values: [from, until] }, ...inScope(actor, 'a.grid_id')]);
      const held = allOf([{ sql: 'c.removed_at IS NULL AND c.held_on BETWEEN ? AND ?', values: [from, until] }, ...inScope(actor, 'c.grid_id')]);
      const PARTS = 'FROM taking_part t JOIN person p ON p.id = t.person_id';
      return {
        ...row<Pick<Indicators, 'adults'>>(`SELECT count(*) AS adults FROM person p WHERE ${people.sql}`, people.values),
        ...row<Pick<Indicators, 'takingPart' | 'repeating'>>(`SELECT count(*) AS takingPart, coalesce(sum(n > 1), 0) AS repeating FROM (SELECT t.person_id, count(*) AS n ${PARTS} WHERE ${parts.sql} GROUP BY t.person_id)`, parts.values),
        ...row<Pick<Indicators, 'demands' | 'demandsMet' | 'demandsAnswered' | 'demandsOnTime'>>(
          `SELECT count(*) AS demands, coalesce(sum(d.outcome = 'met'), 0) AS demandsMet, count(d.answered_on) AS demandsAnswered, coalesce(sum(d.answered_on <= d.due_on), 0) AS demandsOnTime FROM demand d WHERE ${demand.sql}`, demand.values),
        ...row<Pick<Indicators, 'meanTrust' | 'trustAnswers' | 'knowsMember' | 'knowsMemberAsked'>>(
          `SELECT avg(a.score) AS meanTrust, count(*) AS trustAnswers, coalesce(sum(a.knows_member), 0) AS knowsMember, count(a.knows_member) AS knowsMemberAsked FROM survey_answer a JOIN survey v ON v.id = a.survey_id WHERE ${answer.sql}`, answer.values),
        ...row<Pick<Indicators, 'activities'>>(`SELECT count(*) AS activities FROM activity c WHERE ${held.sql}`, held.values),
        ...row<Pick<Indicators, 'partners'>>(`SELECT count(DISTINCT j.value) AS partners FROM activity c, json_each(c.body_ids) j WHERE ${held.sql}`, held.values),
        ...row<Pick<Indicators, 'volunteerMinutes'>>(`SELECT coalesce(sum(t.minutes), 0) AS volunteerMinutes ${PARTS} WHERE ${parts.sql}`, parts.values),
        byGrid: rows<Indicators['byGrid'][number]>(
          `SELECT g.id AS gridId, g.name AS gridName, (SELECT count(*) FROM person p WHERE p.grid_id = g.id AND p.removed_at IS NULL AND p.birth_on <= ?) AS adults, (SELECT count(DISTINCT t.person_id) ${PARTS} WHERE p.grid_id = g.id AND p.removed_at IS NULL AND t.on_day BETWEEN ? AND ?) AS takingPart
           FROM grid g WHERE g.community_id = ? AND g.status = 'active' AND ${allOf(inScope(actor, 'g.id')).sql} ORDER BY g.code`, [adultSince(until), from, until, actor.communityId, ...allOf(inScope(actor, 'g.id')).values]),
        needs: rows<Indicators['needs'][number]>(`SELECT d.topic, d.grid_id AS gridId, coalesce(g.name, '') AS gridName, count(*) AS count FROM demand d LEFT JOIN grid g ON g.id = d.grid_id WHERE ${demand.sql} GROUP BY d.topic, d.grid_id ORDER BY d.topic, g.code`, demand.values),
      };
    },
  };
}
