import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { recordStore } from '#electron/database/record-store.ts';
import type { Actor } from '#shared/contract/actor.ts';
import { matterFilterSchema } from '#shared/modules/grid/matters/matter.schema.ts';
import { stateOn, type Days, type DaysTaken, type KeptMapState, type ProcessMapState } from '#shared/modules/grid/process/process.rules.ts';
import type { ProcessFigures, ProcessMapFilter, ProcessMapRow, ProcessMapSheet } from '#shared/modules/grid/process/process.schema.ts';
import { matterCondition } from '../matters/matter-query.ts';
import { listReader, type Order, type Window } from '../records.ts';
import { allOf, oneOf, type Condition } from '#electron/database/condition.ts';
import { processMaps } from './process.tables.ts';

export type ProcessMapRecord = typeof processMaps.$inferSelect;
type Sums = { readonly [S in 'steps' | 'days' | 'handOvers' | 'documents' as `${S}${'Before' | 'After'}`]: number };
type Stored = Omit<ProcessMapRow, 'before' | 'after' | 'state'> & Sums & { readonly state: KeptMapState };
type Edition = ProcessMapSheet['editions'][number];

const ORDER = { title: 't.title', inForceOn: 't.in_force_on', daysSaved: 't.days_before - t.days_after', stepsSaved: 't.steps_before - t.steps_after', updatedAt: 't.updated_at' } as const;
export type ProcessMapOrder = Order<keyof typeof ORDER>;

const ROW = `t.id, t.version, t.line_id AS lineId, t.edition, t.title, t.kind, t.basis, t.note, t.state, t.in_force_on AS inForceOn, t.ended_on AS endedOn, t.end_reason AS endReason, t.updated_at AS updatedAt,
  t.steps_before AS stepsBefore, t.steps_after AS stepsAfter, t.days_before AS daysBefore, t.days_after AS daysAfter, t.hand_overs_before AS handOversBefore, t.hand_overs_after AS handOversAfter, t.documents_before AS documentsBefore, t.documents_after AS documentsAfter`;
const PRESENT: Condition = { sql: 't.removed_at IS NULL', values: [] };

const shown = ({ stepsBefore, stepsAfter, daysBefore, daysAfter, handOversBefore, handOversAfter, documentsBefore, documentsAfter, ...row }: Stored, today: string): ProcessMapRow => ({
  ...row,
  state: stateOn(row, today),
  before: { steps: stepsBefore, days: daysBefore, handOvers: handOversBefore, documents: documentsBefore },
  after: { steps: stepsAfter, days: daysAfter, handOvers: handOversAfter, documents: documentsAfter },
});

const STATE: Readonly<Record<ProcessMapState, (today: string) => Condition>> = {
  draft: () => ({ sql: 't.in_force_on IS NULL', values: [] }),
  announced: (today) => ({ sql: 't.in_force_on > ?', values: [today] }),
  'in-force': (today) => ({ sql: 't.in_force_on <= ? AND (t.ended_on IS NULL OR t.ended_on > ?)', values: [today, today] }),
  replaced: (today) => ({ sql: "t.state = 'replaced' AND t.ended_on <= ?", values: [today] }),
  ended: (today) => ({ sql: "t.state = 'ended' AND t.ended_on <= ?", values: [today] }),
};
/** Maps in one of the states on a day, as `stateOn` tells them. */
function inStates(states: readonly ProcessMapState[], today: string): Condition[] {
  const parts = states.map((state) => STATE[state](today));
  return parts.length === 0 ? [] : [{ sql: parts.map(({ sql }) => `(${sql})`).join(' OR '), values: parts.flatMap(({ values }) => values) }];
}

const condition = ({ text, states, kinds }: ProcessMapFilter, today: string): Condition =>
  allOf([
    PRESENT,
    ...(text === '' ? [] : [{ sql: 'instr(t.title, ?) > 0 OR instr(t.basis, ?) > 0', values: [text, text] }]),
    ...inStates(states, today),
    ...oneOf('t.kind', kinds),
  ]);

export function processMapsRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  const reader = listReader<Stored, keyof typeof ORDER>(db, { row: ROW, from: 'FROM process_map t', order: ORDER });
  return {
    ...recordStore(db, processMaps),
    row: (id: string, today: string): ProcessMapRow | undefined => {
      const row = reader.one(allOf([PRESENT, { sql: 't.id = ?', values: [id] }]));
      return row && shown(row, today);
    },
    list: (filter: ProcessMapFilter, today: string, order: ProcessMapOrder, window: Window): ProcessMapRow[] => reader.list(condition(filter, today), order, window).map((row) => shown(row, today)),
    count: (filter: ProcessMapFilter, today: string): number => reader.count(condition(filter, today)),
    editions: (lineId: string, today: string): Edition[] =>
      (statement('SELECT id, edition, state, in_force_on AS inForceOn, ended_on AS endedOn FROM process_map WHERE line_id = ? AND removed_at IS NULL ORDER BY edition DESC').all(lineId) as (Omit<Edition, 'state'> & { state: KeptMapState })[]) // columns named
        .map((edition) => ({ ...edition, state: stateOn(edition, today) })),
    /** Whether another map that is drafted, announced or in force has the title. */
    isTitleTaken: (title: string, lineId: string, today: string): boolean => statement('SELECT 1 FROM process_map WHERE title = ? AND removed_at IS NULL AND line_id <> ? AND (ended_on IS NULL OR ended_on > ?)').get(title, lineId, today) !== undefined,
    /** What comes into force on one of the days, the earliest first. */
    beginning: ({ from, until }: Days, limit: number): { id: string; title: string; edition: number; inForceOn: string }[] =>
      statement('SELECT id, title, edition, in_force_on AS inForceOn FROM process_map WHERE in_force_on BETWEEN ? AND ? AND removed_at IS NULL ORDER BY in_force_on, title LIMIT ?').all(from, until, limit) as { id: string; title: string; edition: number; inForceOn: string }[], // columns named
    figures: (today: string): ProcessFigures => {
      const { sql, values } = allOf([PRESENT, STATE['in-force'](today)]);
      const sums = statement(`SELECT count(*) AS inForce, CAST(total(t.steps_before - t.steps_after) AS INTEGER) AS steps, CAST(total(t.days_before - t.days_after) AS INTEGER) AS days, CAST(total(t.documents_before - t.documents_after) AS INTEGER) AS documents
        FROM process_map t WHERE ${sql}`).get(...values) as Omit<ProcessFigures, 'announced'>; // columns named
      return { announced: reader.count(allOf([PRESENT, STATE.announced(today)])), ...sums };
    },
    /** How long the settled matters of a kind took, by the days from reported to ended; the rows are those of the list of matters with the same conditions. */
    daysTaken: (actor: Actor, kind: string, { from, until }: Days): DaysTaken[] => {
      const { sql, values } = matterCondition(actor, matterFilterSchema.parse({ life: 'ended', kinds: [kind], endedFrom: from, endedUntil: until, figure: 'settled' }), null);
      return statement(`SELECT CAST(julianday(m.ended_on) - julianday(m.reported_on) AS INTEGER) AS days, count(*) AS matters, CAST(total(m.in_time) AS INTEGER) AS inTime
        FROM matter m INDEXED BY matter_by_ended WHERE ${sql} GROUP BY 1 ORDER BY 1`).all(...values) as DaysTaken[]; // columns named
    },
  };
}
