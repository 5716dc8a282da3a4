import { and, asc, eq, gte, isNull, lt, sql } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { preparedInsert } from '#electron/database/prepared-insert.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { UnitRef } from '#shared/modules/grid/matters/matter.schema.ts';
import { allOf } from '#electron/database/condition.ts';
import { mattersInScope } from './matter-query.ts';
import { matterMoveRows, matterUnits, unitMarks } from './matters.tables.ts';

export type MoveRecord = typeof matterMoveRows.$inferSelect;
export type BesideRecord = typeof matterUnits.$inferSelect;
export type MarkRecord = typeof unitMarks.$inferSelect;
export type PastStep = Pick<MoveRecord, 'id' | 'communityId' | 'matterId' | 'seq' | 'move' | 'fromState' | 'toState' | 'byName' | 'said' | 'days' | 'hours' | 'limitDays'> & { readonly at: string; readonly on: string; readonly unit: UnitRef; readonly toUnit: UnitRef };
export type MarkSums = UnitRef & { readonly urged: number; readonly yellow: number; readonly red: number; readonly returned: number; readonly rework: number; readonly late: number; readonly onTime: number; readonly escalated: number; readonly points: number };

/** The key of a step: the matter's and its number, so that they lie in their order. */
export const stepId = (matterId: string, seq: number): string => `${matterId}/${String(seq).padStart(5, '0')}`;
const endOf = (matterId: string): string => `${matterId}0`; // the character after the stroke
const OF_MATTER = 'id >= ? AND id < ?';

/** The steps of matters, the units beside the one that holds them, and the marks of units. Steps and marks are only added. */
export function matterMovesRepository(db: Db) {
  const { orm, sqlite } = db;
  const statement = keptStatements(sqlite);
  const insertPast = sqlite.prepare(`INSERT INTO matter_move (id, community_id, created_at, updated_at, matter_id, seq, move, from_state, to_state, moved_at, moved_on, by_id, by_name, unit_kind, unit_id, to_unit_kind, to_unit_id, said, days, hours, limit_days)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const id = sql.placeholder('id');
  const stepsBetween = orm.select().from(matterMoveRows).where(and(gte(matterMoveRows.id, sql.placeholder('from')), lt(matterMoveRows.id, sql.placeholder('before')))).orderBy(asc(matterMoveRows.id)).prepare();
  const besideRows = orm.select().from(matterUnits).where(and(eq(matterUnits.matterId, id), isNull(matterUnits.removedAt))).orderBy(asc(matterUnits.createdAt), asc(matterUnits.id)).prepare();
  const markRows = orm.select().from(unitMarks).where(eq(unitMarks.matterId, id)).orderBy(asc(unitMarks.markedOn), asc(unitMarks.id)).prepare();
  return {
    insert: preparedInsert(db, matterMoveRows),
    /** A step of an invented history: many at a time, named by no account. */
    insertPast: ({ id, communityId, matterId, seq, move, fromState, toState, at, on, byName, unit, toUnit, said, days, hours, limitDays }: PastStep): void =>
      void insertPast.run(id, communityId, at, at, matterId, seq, move, fromState, toState, at, on, byName, unit.kind, unit.id, toUnit.kind, toUnit.id, said, days, hours, limitDays),
    ofMatter: (matterId: string): MoveRecord[] => stepsBetween.all({ from: `${matterId}/`, before: endOf(matterId) }),
    last: (matterId: string): { seq: number; movedOn: string } | undefined => statement(`SELECT seq, moved_on AS movedOn FROM matter_move WHERE ${OF_MATTER} ORDER BY id DESC LIMIT 1`).get(`${matterId}/`, endOf(matterId)) as { seq: number; movedOn: string } | undefined, // columns named
    hasReturned: (matterId: string, unit: UnitRef): boolean => statement(`SELECT 1 FROM matter_move WHERE ${OF_MATTER} AND move = 'return' AND unit_kind = ? AND unit_id = ?`).get(`${matterId}/`, endOf(matterId), unit.kind, unit.id) !== undefined,
    /** Who said that the work was done, the last time. */
    lastDoneBy: (matterId: string): string | undefined => statement(`SELECT by_id FROM matter_move WHERE ${OF_MATTER} AND move = 'done' ORDER BY id DESC LIMIT 1`).pluck().get(`${matterId}/`, endOf(matterId)) as string | undefined, // the one column
    insertBeside: preparedInsert(db, matterUnits),
    replaceBeside: (beside: BesideRecord): void => void orm.update(matterUnits).set(beside).where(eq(matterUnits.id, beside.id)).run(),
    findBeside: (id: string): BesideRecord | undefined => orm.select().from(matterUnits).where(and(eq(matterUnits.id, id), isNull(matterUnits.removedAt))).get(),
    besideOf: (matterId: string): BesideRecord[] => besideRows.all({ id: matterId }),
    insertMark: preparedInsert(db, unitMarks),
    marksOf: (matterId: string): MarkRecord[] => markRows.all({ id: matterId }),
    /** Of matters the actor may see; whoever sees all opens no matter for it. */
    markSums: (actor: Actor, from: string, until: string): MarkSums[] => {
      const { sql, values } = allOf([{ sql: 'u.marked_on >= ? AND u.marked_on <= ?', values: [from, until] }, ...mattersInScope(actor)]);
      return statement(`SELECT u.unit_kind AS kind, u.unit_id AS id, total(u.kind = 'urged') AS urged, total(u.kind = 'yellow') AS yellow, total(u.kind = 'red') AS red, total(u.kind = 'returned') AS returned, total(u.kind = 'rework') AS rework,
        total(u.kind = 'late') AS late, total(u.kind = 'on-time') AS onTime, total(u.kind = 'escalated') AS escalated, total(u.points) AS points
        FROM unit_mark u ${actor.scope === 'all' ? '' : 'CROSS JOIN matter m ON m.id = u.matter_id'} WHERE ${sql} GROUP BY u.unit_kind, u.unit_id ORDER BY points, u.unit_id`).all(...values) as MarkSums[]; // columns named
    },
  };
}
