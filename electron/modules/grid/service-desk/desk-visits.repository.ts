import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { recordStore } from '#electron/database/record-store.ts';
import type { Actor } from '#shared/contract/actor.ts';
import { visitStateOf } from '#shared/modules/grid/service-desk/desk-visit.rules.ts';
import type { DeskFigures, DeskVisitFilter, DeskVisitRow, VisitState } from '#shared/modules/grid/service-desk/desk-visit.schema.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { inScope } from '../register/scope.ts';
import { deskVisits } from './service-desk.tables.ts';

export type DeskVisitRecord = typeof deskVisits.$inferSelect;
type Window = { readonly offset: number; readonly limit: number };
type Stored = Omit<DeskVisitRow, 'state' | 'isOutside'> & { readonly isOutside: 0 | 1 };

const ORDER = { cameAt: 'v.came_at', waitMinutes: 'v.wait_minutes', topic: 'v.topic' } as const;
export type DeskVisitOrder = { readonly field: keyof typeof ORDER; readonly direction: 'asc' | 'desc' };

const ROW = `v.id, v.version, p.id AS personId, v.visitor, v.topic, v.content, v.came_at AS cameAt, v.served_at AS servedAt, v.left_at AS leftAt, v.handed_to AS handedTo, v.result,
  v.no, v.came_on AS cameOn, v.is_outside AS isOutside, v.wait_minutes AS waitMinutes, v.updated_at AS updatedAt`;
/** The states as SQL says them; the same as visitStateOf. */
const STATE: Readonly<Record<VisitState, string>> = { waiting: 'v.left_at IS NULL AND v.served_at IS NULL', 'at-desk': 'v.left_at IS NULL AND v.served_at IS NOT NULL', left: 'v.left_at IS NOT NULL' };
/** Up to this many minutes a wait is short. */
const SHORT_WAIT = 10;

const condition = (filter: DeskVisitFilter): Condition =>
  allOf([
    { sql: 'v.removed_at IS NULL', values: [] },
    ...(filter.text === '' ? [] : [{ sql: 'instr(v.visitor, ?) > 0 OR instr(v.content, ?) > 0 OR instr(v.handed_to, ?) > 0', values: [filter.text, filter.text, filter.text] }]),
    ...(filter.states.length === 0 ? [] : [{ sql: filter.states.map((state) => `(${STATE[state]})`).join(' OR '), values: [] }]),
    ...(filter.topics.length === 0 ? [] : [isIn('v.topic', filter.topics)]),
    ...(filter.results.length === 0 ? [] : [isIn('v.result', filter.results)]),
    ...(filter.personId === null ? [] : [{ sql: 'v.person_id = ?', values: [filter.personId] }]),
    ...(filter.from === null ? [] : [{ sql: 'v.came_on >= ?', values: [filter.from] }]),
    ...(filter.until === null ? [] : [{ sql: 'v.came_on <= ?', values: [filter.until] }]),
  ]);

/** A desk belongs to the whole station; the link to a person of the register is there for who may see that person. */
const from = (actor: Actor): Condition => {
  const seen = allOf([{ sql: 'p.id = v.person_id', values: [] }, ...inScope(actor, 'p.grid_id')]);
  return { sql: `FROM desk_visit v LEFT JOIN person p ON ${seen.sql}`, values: seen.values };
};
const shown = ({ isOutside, ...row }: Stored): DeskVisitRow => ({ ...row, isOutside: isOutside === 1, state: visitStateOf(row) });

const BETWEEN = 'removed_at IS NULL AND came_on >= ? AND came_on <= ?';
/** The middle wait by day, counted like the rule `median`: the mean of the one or two middle rows of each day. */
const BY_DAY = `WITH ranked AS (
    SELECT came_on, wait_minutes, row_number() OVER (PARTITION BY came_on ORDER BY wait_minutes) AS place, count(*) OVER (PARTITION BY came_on) AS n
    FROM desk_visit WHERE ${BETWEEN} AND wait_minutes IS NOT NULL),
  middle AS (SELECT came_on, avg(wait_minutes) AS wait FROM ranked WHERE place IN ((n + 1) / 2, n / 2 + 1) GROUP BY came_on)
  SELECT v.came_on AS day, count(*) AS visits, m.wait AS medianWaitMinutes FROM desk_visit v LEFT JOIN middle m ON m.came_on = v.came_on
  WHERE v.removed_at IS NULL AND v.came_on >= ? AND v.came_on <= ? GROUP BY v.came_on ORDER BY v.came_on`;
const MEDIAN = `WITH ranked AS (SELECT wait_minutes, row_number() OVER (ORDER BY wait_minutes) AS place, count(*) OVER () AS n FROM desk_visit WHERE ${BETWEEN} AND wait_minutes IS NOT NULL)
  SELECT avg(wait_minutes) AS wait FROM ranked WHERE place IN ((n + 1) / 2, n / 2 + 1)`;

export function deskVisitsRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  return {
    ...recordStore(db, deskVisits),
    /** The next number of a day; a number that was given stays given. */
    nextNo: (day: string): number => (statement('SELECT coalesce(max(no), 0) + 1 AS no FROM desk_visit WHERE came_on = ?').get(day) as { no: number }).no, // the one column
    row: (actor: Actor, id: string): DeskVisitRow | undefined => {
      const source = from(actor);
      const row = statement(`SELECT ${ROW} ${source.sql} WHERE v.id = ? AND v.removed_at IS NULL`).get(...source.values, id) as Stored | undefined; // columns named in ROW
      return row && shown(row);
    },
    list: (actor: Actor, filter: DeskVisitFilter, { field, direction }: DeskVisitOrder, { offset, limit }: Window): DeskVisitRow[] => {
      const [source, { sql, values }] = [from(actor), condition(filter)];
      const way = direction === 'desc' ? 'DESC' : 'ASC';
      return (statement(`SELECT ${ROW} ${source.sql} WHERE ${sql} ORDER BY ${ORDER[field]} ${way}, v.id ${way} LIMIT ? OFFSET ?`).all(...source.values, ...values, limit, offset) as Stored[]).map(shown); // as above
    },
    count: (filter: DeskVisitFilter): number => {
      const { sql, values } = condition(filter);
      return (statement(`SELECT count(*) AS n FROM desk_visit v WHERE ${sql}`).get(...values) as { n: number }).n; // the one column
    },
    figures: (from: string, until: string): DeskFigures => {
      const sums = statement(`SELECT count(*) AS visits, count(wait_minutes) AS attended, count(*) FILTER (WHERE wait_minutes <= ${SHORT_WAIT}) AS withinTen FROM desk_visit WHERE ${BETWEEN}`).get(from, until) as Pick<DeskFigures, 'visits' | 'attended' | 'withinTen'>; // columns named
      const { waitingNow } = statement('SELECT count(*) AS waitingNow FROM desk_visit WHERE removed_at IS NULL AND left_at IS NULL AND served_at IS NULL').get() as { waitingNow: number }; // the one column
      const { wait } = statement(MEDIAN).get(from, until) as { wait: number | null }; // the one column
      return { ...sums, waitingNow, medianWaitMinutes: wait, days: statement(BY_DAY).all(from, until, from, until) as DeskFigures['days'] }; // columns named
    },
    /** Since when the first of those who wait has waited. */
    firstWaiting: (): string | null => (statement('SELECT min(came_at) AS at FROM desk_visit WHERE removed_at IS NULL AND left_at IS NULL AND served_at IS NULL').get() as { at: string | null }).at, // the one column
  };
}
