import type { z } from 'zod';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { recordStore } from '#electron/database/record-store.ts';
import type { EmergencyContact, EmergencyFilter, emergencyLogSchema, EmergencyPlan, EmergencyRow, EmergencyTask } from '#shared/modules/grid/emergency/emergency.schema.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { emergencies, emergencyContacts, emergencyLogs, emergencyPlans, emergencyTasks } from './emergency.tables.ts';

export type EmergencyRecord = typeof emergencies.$inferSelect;
export type PlanRecord = typeof emergencyPlans.$inferSelect;
export type TaskRecord = typeof emergencyTasks.$inferSelect;
export type ContactRecord = typeof emergencyContacts.$inferSelect;
type Window = { readonly offset: number; readonly limit: number };
type StoredRow = Omit<EmergencyRow, 'isDrill'> & { readonly isDrill: 0 | 1 };
type StoredPlan = Omit<EmergencyPlan, 'tasks' | 'contacts'> & { readonly tasks: string; readonly contacts: string };

const ORDER = { startedAt: 'e.started_at', kind: 'e.kind' } as const;
export type EmergencyOrder = { readonly field: keyof typeof ORDER; readonly direction: 'asc' | 'desc' };

const ROW = `e.id, e.version, e.plan_id AS planId, e.kind, e.title, e.place, e.grid_id AS gridId, coalesce(g.name, '') AS gridName, e.is_drill AS isDrill, e.started_at AS startedAt, e.started_by AS startedBy, e.ended_at AS endedAt,
  (SELECT count(*) FROM emergency_task t WHERE t.emergency_id = e.id) AS tasks, (SELECT count(*) FROM emergency_task t WHERE t.emergency_id = e.id AND t.done_at IS NOT NULL) AS tasksDone,
  (SELECT count(*) FROM emergency_contact c WHERE c.emergency_id = e.id) AS contacts, (SELECT count(*) FROM emergency_contact c WHERE c.emergency_id = e.id AND c.reported_at IS NOT NULL) AS reported,
  (SELECT count(*) FROM emergency_contact c WHERE c.emergency_id = e.id AND c.reported_at > c.due_at) AS reportedLate, e.summary, e.updated_at AS updatedAt`;
const FROM = 'FROM emergency e LEFT JOIN grid g ON g.id = e.grid_id';
const PLAN = `p.id, p.version, p.kind, p.name, p.materials, p.note, p.tasks, p.contacts, p.updated_at AS updatedAt,
  (SELECT max(started_at) FROM emergency e WHERE e.plan_id = p.id AND e.is_drill = 0) AS lastUsedAt, (SELECT max(started_at) FROM emergency e WHERE e.plan_id = p.id AND e.is_drill = 1) AS lastDrillAt`;

const condition = ({ text, kinds, running, drills }: EmergencyFilter): Condition =>
  allOf([
    ...(text === '' ? [] : [{ sql: 'instr(e.title, ?) > 0 OR instr(e.place, ?) > 0 OR instr(e.summary, ?) > 0', values: [text, text, text] }]),
    ...(kinds.length === 0 ? [] : [isIn('e.kind', kinds)]),
    ...(running ? [{ sql: 'e.ended_at IS NULL', values: [] }] : []),
    ...(drills === 'all' ? [] : [{ sql: 'e.is_drill = ?', values: [drills === 'only' ? 1 : 0] }]),
  ]);
const shown = (row: StoredRow): EmergencyRow => ({ ...row, isDrill: row.isDrill === 1 });
const shownPlan = (row: StoredPlan): EmergencyPlan => ({ ...row, tasks: JSON.parse(row.tasks) as EmergencyPlan['tasks'], contacts: JSON.parse(row.contacts) as EmergencyPlan['contacts'] }); // written by this repository

export function emergencyRepositories(db: Db) {
  const statement = keptStatements(db.sqlite);
  return {
    emergencyPlans: {
      ...recordStore(db, emergencyPlans),
      all: (): EmergencyPlan[] => (statement(`SELECT ${PLAN} FROM emergency_plan p WHERE p.removed_at IS NULL ORDER BY p.kind, p.name`).all() as StoredPlan[]).map(shownPlan), // columns named in PLAN
      one: (id: string): EmergencyPlan | undefined => {
        const row = statement(`SELECT ${PLAN} FROM emergency_plan p WHERE p.id = ? AND p.removed_at IS NULL`).get(id) as StoredPlan | undefined; // as above
        return row && shownPlan(row);
      },
      idOfName: (name: string): string | undefined => statement('SELECT id FROM emergency_plan WHERE name = ? AND removed_at IS NULL').pluck().get(name) as string | undefined, // the one column
    },
    emergencies: {
      ...recordStore(db, emergencies),
      row: (id: string): EmergencyRow | undefined => {
        const row = statement(`SELECT ${ROW} ${FROM} WHERE e.id = ?`).get(id) as StoredRow | undefined; // columns named in ROW
        return row && shown(row);
      },
      list: (filter: EmergencyFilter, { field, direction }: EmergencyOrder, { offset, limit }: Window): EmergencyRow[] => {
        const { sql, values } = condition(filter);
        const way = direction === 'desc' ? 'DESC' : 'ASC';
        return (statement(`SELECT ${ROW} ${FROM} WHERE ${sql} ORDER BY ${ORDER[field]} ${way}, e.id ${way} LIMIT ? OFFSET ?`).all(...values, limit, offset) as StoredRow[]).map(shown); // as above
      },
      count: (filter: EmergencyFilter): number => {
        const { sql, values } = condition(filter);
        return (statement(`SELECT count(*) AS n ${FROM} WHERE ${sql}`).get(...values) as { n: number }).n; // the one column
      },
      /** How many of a running emergency should have reported by now and did not. */
      lateAt: (id: string, now: string): number => (statement('SELECT count(*) AS n FROM emergency_contact WHERE emergency_id = ? AND reported_at IS NULL AND due_at < ?').get(id, now) as { n: number }).n, // the one column
      tasks: {
        ...recordStore(db, emergencyTasks),
        of: (id: string): EmergencyTask[] => statement('SELECT id, version, text, due_at AS dueAt, done_at AS doneAt, done_by AS doneBy FROM emergency_task WHERE emergency_id = ? ORDER BY place').all(id) as EmergencyTask[], // columns named
      },
      contacts: {
        ...recordStore(db, emergencyContacts),
        of: (id: string): EmergencyContact[] => statement('SELECT id, version, depth, role, name, work_phone AS phone, due_at AS dueAt, reported_at AS reportedAt, words FROM emergency_contact WHERE emergency_id = ? ORDER BY place').all(id) as EmergencyContact[], // columns named
      },
      log: {
        ...recordStore(db, emergencyLogs),
        of: (id: string): z.output<typeof emergencyLogSchema>[] => statement('SELECT id, created_at AS at, written_by AS by, kind, text FROM emergency_log WHERE emergency_id = ? ORDER BY created_at, id').all(id) as z.output<typeof emergencyLogSchema>[], // columns named
      },
    },
  };
}
