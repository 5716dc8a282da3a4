import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { recordStore } from '#electron/database/record-store.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { CommandEvent, MeetingFilter } from '#shared/modules/grid/command-board/command-board.schema.ts';
import type { UnitKind } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import { allOf, type Condition } from '#electron/database/condition.ts';
import { inScope } from '../register/scope.ts';
import { jointMeetings } from './command-board.tables.ts';

export type MeetingRecord = typeof jointMeetings.$inferSelect;
type Window = { readonly offset: number; readonly limit: number };
type StoredEvent = Omit<CommandEvent, 'toUnit'> & { readonly toUnitKind: UnitKind; readonly toUnitId: string };

const ORDER = { heldOn: 'j.held_on', no: 'j.no' } as const;
export type MeetingOrder = { readonly field: keyof typeof ORDER; readonly direction: 'asc' | 'desc' };

/** A meeting is seen by who may see one of its matters. */
function condition(actor: Actor, { text, from, until }: MeetingFilter): Condition {
  const scope = allOf(inScope(actor, 'm.grid_id'));
  return allOf([
    ...(scope.sql === '1' ? [] : [{ sql: `EXISTS (SELECT 1 FROM json_each(j.matter_ids) e JOIN matter m ON m.id = e.value WHERE ${scope.sql})`, values: scope.values }]),
    ...(text === '' ? [] : [{ sql: 'instr(j.no, ?) > 0 OR instr(j.minutes, ?) > 0 OR instr(j.present, ?) > 0', values: [text, text, text] }]),
    ...(from === null ? [] : [{ sql: 'j.held_on >= ?', values: [from] }]),
    ...(until === null ? [] : [{ sql: 'j.held_on <= ?', values: [until] }]),
  ]);
}

export function meetingsRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  const store = recordStore(db, jointMeetings);
  return {
    ...store,
    /** How many meetings of a year have a number. */
    given: (year: string): number => (statement('SELECT coalesce(max(CAST(substr(no, 6) AS INTEGER)), 0) AS n FROM joint_meeting WHERE no >= ? AND no < ?').get(`${year}-`, `${year}.`) as { n: number }).n, // the one column
    isSeen: (actor: Actor, id: string, filter: MeetingFilter): boolean => {
      const { sql, values } = allOf([{ sql: 'j.id = ?', values: [id] }, condition(actor, filter)]);
      return statement(`SELECT 1 FROM joint_meeting j WHERE ${sql}`).get(...values) !== undefined;
    },
    list: (actor: Actor, filter: MeetingFilter, { field, direction }: MeetingOrder, { offset, limit }: Window): MeetingRecord[] => {
      const { sql, values } = condition(actor, filter);
      const way = direction === 'desc' ? 'DESC' : 'ASC';
      return (statement(`SELECT j.id FROM joint_meeting j WHERE ${sql} ORDER BY ${ORDER[field]} ${way}, j.id ${way} LIMIT ? OFFSET ?`).pluck().all(...values, limit, offset) as string[]).flatMap((id) => store.find(id) ?? []); // the one column
    },
    count: (actor: Actor, filter: MeetingFilter): number => {
      const { sql, values } = condition(actor, filter);
      return (statement(`SELECT count(*) AS n FROM joint_meeting j WHERE ${sql}`).get(...values) as { n: number }).n; // the one column
    },
    events: (actor: Actor, limit: number): StoredEvent[] => {
      const { sql, values } = allOf(inScope(actor, 'm.grid_id'));
      return statement(`SELECT v.id, v.matter_id AS matterId, m.number, m.subject, v.move, v.from_state AS fromState, v.to_state AS toState, v.moved_at AS at, v.by_name AS by, v.to_unit_kind AS toUnitKind, v.to_unit_id AS toUnitId, v.said
        FROM matter_move v INDEXED BY matter_move_by_time JOIN matter m ON m.id = v.matter_id WHERE ${sql} ORDER BY v.moved_at DESC, v.id DESC LIMIT ?`).all(...values, limit) as StoredEvent[]; // columns named
    },
  };
}
