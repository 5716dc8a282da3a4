import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { recordStore } from '#electron/database/record-store.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { InspectionFilter, InspectionRow, InspectionVisit } from '#shared/modules/grid/prevention/prevention.schema.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { inScope } from '../register/scope.ts';
import { inspectionPlans, inspectionVisits } from './prevention.tables.ts';

export type InspectionRecord = typeof inspectionPlans.$inferSelect;
export type VisitRecord = typeof inspectionVisits.$inferSelect;
type Window = { readonly offset: number; readonly limit: number };
type Stored = Omit<InspectionRow, 'points' | 'isPaused'> & { readonly points: string; readonly isPaused: 0 | 1 };

const ROW = `i.id, i.version, i.place, i.grid_id AS gridId, coalesce(g.name, '') AS gridName, i.kind, i.every_days AS everyDays, i.assignee, i.points, i.next_on AS nextOn, i.is_paused AS isPaused, i.updated_at AS updatedAt,
  (SELECT max(v.inspected_on) FROM inspection_visit v WHERE v.plan_id = i.id AND v.removed_at IS NULL) AS lastOn,
  (SELECT v.level FROM inspection_visit v WHERE v.plan_id = i.id AND v.removed_at IS NULL ORDER BY v.inspected_on DESC, v.id DESC LIMIT 1) AS lastLevel,
  (SELECT count(*) FROM inspection_visit v WHERE v.plan_id = i.id AND v.removed_at IS NULL AND v.level <> 'safe') AS findings`;
const FROM = 'FROM inspection_plan i LEFT JOIN grid g ON g.id = i.grid_id';
const ORDER = { nextOn: 'i.next_on', place: 'i.place', kind: 'i.kind' } as const;
export type InspectionOrder = { readonly field: keyof typeof ORDER; readonly direction: 'asc' | 'desc' };

const condition = (actor: Actor, { text, kinds, gridIds, dueUntil, withPaused }: InspectionFilter): Condition =>
  allOf([
    { sql: 'i.removed_at IS NULL', values: [] },
    ...inScope(actor, 'i.grid_id'),
    ...(text === '' ? [] : [{ sql: 'instr(i.place, ?) > 0 OR instr(i.assignee, ?) > 0', values: [text, text] }]),
    ...(kinds.length === 0 ? [] : [isIn('i.kind', kinds)]),
    ...(gridIds.length === 0 ? [] : [isIn('i.grid_id', gridIds)]),
    ...(dueUntil === null ? [] : [{ sql: 'i.next_on <= ?', values: [dueUntil] }]),
    ...(withPaused ? [] : [{ sql: 'i.is_paused = 0', values: [] }]),
  ]);
const shown = (row: Stored): InspectionRow => ({ ...row, points: JSON.parse(row.points) as string[], isPaused: row.isPaused === 1 }); // written by this repository

export function inspectionsRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  return {
    ...recordStore(db, inspectionPlans),
    row: (actor: Actor, id: string): InspectionRow | undefined => {
      const { sql, values } = allOf([{ sql: 'i.id = ? AND i.removed_at IS NULL', values: [id] }, ...inScope(actor, 'i.grid_id')]);
      const row = statement(`SELECT ${ROW} ${FROM} WHERE ${sql}`).get(...values) as Stored | undefined; // columns named in ROW
      return row && shown(row);
    },
    list: (actor: Actor, filter: InspectionFilter, { field, direction }: InspectionOrder, { offset, limit }: Window): InspectionRow[] => {
      const { sql, values } = condition(actor, filter);
      const way = direction === 'desc' ? 'DESC' : 'ASC';
      return (statement(`SELECT ${ROW} ${FROM} WHERE ${sql} ORDER BY ${ORDER[field]} ${way}, i.id ${way} LIMIT ? OFFSET ?`).all(...values, limit, offset) as Stored[]).map(shown); // as above
    },
    count: (actor: Actor, filter: InspectionFilter): number => {
      const { sql, values } = condition(actor, filter);
      return (statement(`SELECT count(*) AS n ${FROM} WHERE ${sql}`).get(...values) as { n: number }).n; // the one column
    },
    firstDue: (actor: Actor, filter: InspectionFilter): string | null => {
      const { sql, values } = condition(actor, filter);
      return (statement(`SELECT min(i.next_on) AS day ${FROM} WHERE ${sql}`).get(...values) as { day: string | null }).day; // the one column
    },
    visits: {
      ...recordStore(db, inspectionVisits),
      of: (planId: string): InspectionVisit[] => statement(`SELECT v.id, v.version, v.inspected_on AS inspectedOn, v.inspector, v.level, v.finding, v.matter_id AS matterId, coalesce(m.number, '') AS matterNumber FROM inspection_visit v LEFT JOIN matter m ON m.id = v.matter_id
        WHERE v.plan_id = ? AND v.removed_at IS NULL ORDER BY v.inspected_on DESC, v.id DESC`).all(planId) as InspectionVisit[], // columns named
      between: (actor: Actor, from: string, until: string): { readonly done: number; readonly findings: number; readonly serious: number } => {
        const { sql, values } = allOf([{ sql: 'v.removed_at IS NULL AND v.inspected_on >= ? AND v.inspected_on <= ?', values: [from, until] }, ...inScope(actor, 'i.grid_id')]);
        return statement(`SELECT count(*) AS done, count(*) FILTER (WHERE v.level <> 'safe') AS findings, count(*) FILTER (WHERE v.level = 'serious') AS serious FROM inspection_visit v JOIN inspection_plan i ON i.id = v.plan_id WHERE ${sql}`).get(...values) as { done: number; findings: number; serious: number }; // columns named
      },
    },
  };
}
