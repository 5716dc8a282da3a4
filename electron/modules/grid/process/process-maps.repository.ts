import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { recordStore } from '#electron/database/record-store.ts';
import type { Actor } from '#shared/contract/actor.ts';
import { matterFilterSchema } from '#shared/modules/grid/matters/matter.schema.ts';
import type { Days, DaysTaken } from '#shared/modules/grid/process/process.rules.ts';
import type { ProcessFigures, ProcessMapFilter, ProcessMapRow, ProcessMapSheet } from '#shared/modules/grid/process/process.schema.ts';
import { matterCondition } from '../matters/matter-query.ts';
import { listReader, type Order, type Window } from '../records.ts';
import { allOf, oneOf, type Condition } from '#electron/database/condition.ts';
import { processMaps } from './process.tables.ts';

export type ProcessMapRecord = typeof processMaps.$inferSelect;
type Sums = { readonly [S in 'steps' | 'days' | 'handOvers' | 'documents' as `${S}${'Before' | 'After'}`]: number };
type Stored = Omit<ProcessMapRow, 'before' | 'after'> & Sums;

const ORDER = { title: 't.title', inForceOn: 't.in_force_on', daysSaved: 't.days_before - t.days_after', stepsSaved: 't.steps_before - t.steps_after', updatedAt: 't.updated_at' } as const;
export type ProcessMapOrder = Order<keyof typeof ORDER>;

const ROW = `t.id, t.version, t.line_id AS lineId, t.edition, t.title, t.kind, t.basis, t.note, t.state, t.in_force_on AS inForceOn, t.ended_on AS endedOn, t.end_reason AS endReason, t.updated_at AS updatedAt,
  t.steps_before AS stepsBefore, t.steps_after AS stepsAfter, t.days_before AS daysBefore, t.days_after AS daysAfter, t.hand_overs_before AS handOversBefore, t.hand_overs_after AS handOversAfter, t.documents_before AS documentsBefore, t.documents_after AS documentsAfter`;
const PRESENT: Condition = { sql: 't.removed_at IS NULL', values: [] };

const shown = ({ stepsBefore, stepsAfter, daysBefore, daysAfter, handOversBefore, handOversAfter, documentsBefore, documentsAfter, ...row }: Stored): ProcessMapRow => ({
  ...row,
  before: { steps: stepsBefore, days: daysBefore, handOvers: handOversBefore, documents: documentsBefore },
  after: { steps: stepsAfter, days: daysAfter, handOvers: handOversAfter, documents: documentsAfter },
});

const condition = ({ text, states, kinds }: ProcessMapFilter): Condition =>
  allOf([
    PRESENT,
    ...(text === '' ? [] : [{ sql: 'instr(t.title, ?) > 0 OR instr(t.basis, ?) > 0', values: [text, text] }]),
    ...oneOf('t.state', states),
    ...oneOf('t.kind', kinds),
  ]);

export function processMapsRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  const reader = listReader<Stored, keyof typeof ORDER>(db, { row: ROW, from: 'FROM process_map t', order: ORDER });
  return {
    ...recordStore(db, processMaps),
    row: (id: string): ProcessMapRow | undefined => {
      const row = reader.one(allOf([PRESENT, { sql: 't.id = ?', values: [id] }]));
      return row && shown(row);
    },
    list: (filter: ProcessMapFilter, order: ProcessMapOrder, window: Window): ProcessMapRow[] => reader.list(condition(filter), order, window).map(shown),
    count: (filter: ProcessMapFilter): number => reader.count(condition(filter)),
    editions: (lineId: string): ProcessMapSheet['editions'] =>
      statement('SELECT id, edition, state, in_force_on AS inForceOn, ended_on AS endedOn FROM process_map WHERE line_id = ? AND removed_at IS NULL ORDER BY edition DESC').all(lineId) as ProcessMapSheet['editions'], // columns named
    /** Whether another map that is drafted or in force has the title. */
    isTitleTaken: (title: string, lineId: string): boolean => statement("SELECT 1 FROM process_map WHERE title = ? AND removed_at IS NULL AND line_id <> ? AND state IN ('draft', 'in-force')").get(title, lineId) !== undefined,
    figures: (): ProcessFigures =>
      statement(`SELECT count(*) AS inForce, CAST(total(steps_before - steps_after) AS INTEGER) AS steps, CAST(total(days_before - days_after) AS INTEGER) AS days, CAST(total(documents_before - documents_after) AS INTEGER) AS documents
        FROM process_map WHERE state = 'in-force' AND removed_at IS NULL`).get() as ProcessFigures, // columns named
    /** How long the settled matters of a kind took, by the days from reported to ended; the rows are those of the list of matters with the same conditions. */
    daysTaken: (actor: Actor, kind: string, { from, until }: Days): DaysTaken[] => {
      const { sql, values } = matterCondition(actor, matterFilterSchema.parse({ life: 'ended', kinds: [kind], endedFrom: from, endedUntil: until, figure: 'settled' }), null);
      return statement(`SELECT CAST(julianday(m.ended_on) - julianday(m.reported_on) AS INTEGER) AS days, count(*) AS matters, CAST(total(m.in_time) AS INTEGER) AS inTime
        FROM matter m INDEXED BY matter_by_ended WHERE ${sql} GROUP BY 1 ORDER BY 1`).all(...values) as DaysTaken[]; // columns named
    },
  };
}
