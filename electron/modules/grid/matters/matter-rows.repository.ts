import type { Db } from '#electron/database/database.ts';
import type { Actor } from '#shared/contract/actor.ts';
import { unitKinds } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import type { MatterStepFilter, MatterStepRow, UnitMarkFilter, UnitMarkRow } from '#shared/modules/grid/matters/matter-rows.schema.ts';
import type { UnitRef } from '#shared/modules/grid/matters/matter.schema.ts';
import { listReader, type Order, type Window } from '../records.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { mattersInScope } from './matter-query.ts';

type OfUnit<R> = Omit<R, 'unit'> & { readonly unitKind: UnitRef['kind']; readonly unitId: string };
export type ListedStep = OfUnit<MatterStepRow>;
export type ListedMark = Omit<OfUnit<UnitMarkRow>, 'automatic'> & { readonly automatic: number };

const MATTER = "t.matter_id AS matterId, m.number, m.subject, coalesce(g.name, '') AS gridName, t.unit_kind AS unitKind, t.unit_id AS unitId";
/** The steps and marks are entered with their own index, and each row opens its matter. */
const JOINED = 'CROSS JOIN matter m ON m.id = t.matter_id LEFT JOIN grid g ON g.id = m.grid_id';
const STEP_ORDER = { hours: 't.hours', movedAt: 't.moved_on' } as const;
const MARK_ORDER = { markedOn: 't.marked_on', points: 't.points' } as const;
export type StepOrder = Order<keyof typeof STEP_ORDER>;
export type MarkOrder = Order<keyof typeof MARK_ORDER>;

const within = (column: string, { from, until }: { readonly from: string | null; readonly until: string | null }): Condition[] => [
  ...(from === null ? [] : [{ sql: `${column} >= ?`, values: [from] }]),
  ...(until === null ? [] : [{ sql: `${column} <= ?`, values: [until] }]),
];
const stepCondition = (actor: Actor, filter: MatterStepFilter): Condition =>
  allOf([{ sql: 't.hours IS NOT NULL AND t.from_state <> t.to_state', values: [] }, ...(filter.states.length === 0 ? [] : [isIn('t.from_state', filter.states)]), ...within('t.moved_on', filter), ...mattersInScope(actor)]);
/** The index of marks begins with the kind of the unit: naming all of them lets the unit's id be found in it. */
const markCondition = (actor: Actor, filter: UnitMarkFilter): Condition =>
  allOf([isIn('t.unit_kind', unitKinds), ...(filter.unitIds.length === 0 ? [] : [isIn('t.unit_id', filter.unitIds)]), ...(filter.kinds.length === 0 ? [] : [isIn('t.kind', filter.kinds)]), ...within('t.marked_on', filter), ...mattersInScope(actor)]);

/** The rows behind the medians of steps and the marks of units, of matters the actor may see. */
export function matterRowsRepository(db: Db) {
  const steps = listReader<ListedStep, keyof typeof STEP_ORDER>(db, {
    row: `t.id, ${MATTER}, t.from_state AS fromState, t.to_state AS toState, t.move, t.moved_at AS movedAt, t.by_name AS byName, t.hours, t.days, t.limit_days AS limitDays`, from: `FROM matter_move t INDEXED BY matter_move_left ${JOINED}`, order: STEP_ORDER,
  });
  const marks = listReader<ListedMark, keyof typeof MARK_ORDER>(db, { row: `t.id, ${MATTER}, t.kind, t.marked_on AS markedOn, t.points, t.automatic`, from: `FROM unit_mark t INDEXED BY unit_mark_by_unit ${JOINED}`, order: MARK_ORDER });
  return {
    steps: (actor: Actor, filter: MatterStepFilter, order: StepOrder, window: Window): ListedStep[] => steps.list(stepCondition(actor, filter), order, window),
    countSteps: (actor: Actor, filter: MatterStepFilter): number => steps.count(stepCondition(actor, filter)),
    marks: (actor: Actor, filter: UnitMarkFilter, order: MarkOrder, window: Window): ListedMark[] => marks.list(markCondition(actor, filter), order, window),
    countMarks: (actor: Actor, filter: UnitMarkFilter): number => marks.count(markCondition(actor, filter)),
  };
}
