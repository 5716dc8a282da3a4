import type { Db } from '#electron/database/database.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { InspectionRecordFilter, InspectionRecordRow } from '#shared/modules/grid/prevention/inspection-record.schema.ts';
import { listReader, type Order, type Window } from '../records.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { inScope } from '../register/scope.ts';

const ROW = "t.id, i.place, i.kind, coalesce(g.name, '') AS gridName, t.inspected_on AS inspectedOn, t.inspector, t.level, t.finding, t.matter_id AS matterId, coalesce(m.number, '') AS matterNumber";
const FROM = 'FROM inspection_visit t JOIN inspection_plan i ON i.id = t.plan_id LEFT JOIN grid g ON g.id = i.grid_id LEFT JOIN matter m ON m.id = t.matter_id';
const ORDER = { inspectedOn: 't.inspected_on', place: 'i.place' } as const;
export type RecordOrder = Order<keyof typeof ORDER>;

const condition = (actor: Actor, { text, levels, gridIds, from, until }: InspectionRecordFilter): Condition =>
  allOf([
    { sql: 't.removed_at IS NULL', values: [] },
    ...inScope(actor, 'i.grid_id'),
    ...(text === '' ? [] : [{ sql: 'instr(i.place, ?) > 0 OR instr(t.inspector, ?) > 0 OR instr(t.finding, ?) > 0', values: [text, text, text] }]),
    ...(levels.length === 0 ? [] : [isIn('t.level', levels)]),
    ...(gridIds.length === 0 ? [] : [isIn('i.grid_id', gridIds)]),
    ...(from === null ? [] : [{ sql: 't.inspected_on >= ?', values: [from] }]),
    ...(until === null ? [] : [{ sql: 't.inspected_on <= ?', values: [until] }]),
  ]);

/** Visits to all inspected places, the rows behind the figures. */
export function inspectionRecordsRepository(db: Db) {
  const reader = listReader<InspectionRecordRow, keyof typeof ORDER>(db, { row: ROW, from: FROM, order: ORDER });
  return {
    list: (actor: Actor, filter: InspectionRecordFilter, order: RecordOrder, window: Window): InspectionRecordRow[] => reader.list(condition(actor, filter), order, window),
    count: (actor: Actor, filter: InspectionRecordFilter): number => reader.count(condition(actor, filter)),
  };
}
