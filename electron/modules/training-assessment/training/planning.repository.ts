import { allOf, oneOf, only, type Condition } from '#electron/database/condition.ts';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { recordStore } from '#electron/database/record-store.ts';
import type { NeedFilter, NeedRow } from '#shared/modules/training-assessment/training/need.schema.ts';
import type { Plan } from '#shared/modules/training-assessment/training/plan.schema.ts';
import { trainingNeeds, trainingPlans } from './training.tables.ts';

export type NeedRecord = typeof trainingNeeds.$inferSelect;
export type PlanRecord = typeof trainingPlans.$inferSelect;
type Window = { readonly offset: number; readonly limit: number };

const NEED = `n.id, n.version, n.kind, n.member_id AS memberId, n.subject, n.reason, n.raised_on AS raisedOn, n.due_on AS dueOn, coalesce(m.name, '') AS memberName, coalesce(g.name, '') AS gridName, n.state, n.class_id AS classId,
  coalesce(c.name, '') AS className, n.outcome, f.sheet_id AS sheetId, coalesce(p.title, '') AS planTitle, n.updated_at AS updatedAt`;
const NEEDS = `FROM training_need n LEFT JOIN grid_member m ON m.id = n.member_id LEFT JOIN grid g ON g.id = m.grid_id LEFT JOIN training_class c ON c.id = n.class_id
  LEFT JOIN assessment_follow f ON f.need_id = n.id AND f.removed_at IS NULL LEFT JOIN assessment_sheet s ON s.id = f.sheet_id LEFT JOIN assessment_plan p ON p.id = s.plan_id`;
const NEED_ORDER = { raisedOn: 'n.raised_on', dueOn: 'n.due_on IS NULL, n.due_on', memberName: 'm.name_py', kind: 'n.kind' } as const;
export type NeedOrder = { readonly field: keyof typeof NEED_ORDER; readonly direction: 'asc' | 'desc' };

const needCondition = (filter: NeedFilter): Condition =>
  allOf([
    { sql: 'n.removed_at IS NULL', values: [] },
    ...(filter.text === '' ? [] : [{ sql: 'instr(n.subject, ?) > 0 OR instr(n.reason, ?) > 0 OR instr(m.name, ?) > 0', values: [filter.text, filter.text, filter.text] }]),
    ...oneOf('n.kind', filter.kinds),
    ...oneOf('n.state', filter.states),
    ...only('n.member_id = ?', filter.memberId),
    ...only('n.class_id = ?', filter.classId),
    ...only("n.due_on <= ? AND n.state IN ('open', 'planned')", filter.dueUntil),
  ]);

export function needsRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  return {
    ...recordStore(db, trainingNeeds),
    row: (id: string): NeedRow | undefined => statement(`SELECT ${NEED} ${NEEDS} WHERE n.id = ?`).get(id) as NeedRow | undefined, // columns named in NEED
    list: (filter: NeedFilter, { field, direction }: NeedOrder, { offset, limit }: Window): NeedRow[] => {
      const { sql, values } = needCondition(filter);
      const way = direction === 'desc' ? 'DESC' : 'ASC';
      return statement(`SELECT ${NEED} ${NEEDS} WHERE ${sql} ORDER BY ${NEED_ORDER[field]} ${way}, n.id ${way} LIMIT ? OFFSET ?`).all(...values, limit, offset) as NeedRow[]; // as above
    },
    count: (filter: NeedFilter): number => {
      const { sql, values } = needCondition(filter);
      return statement(`SELECT count(*) ${NEEDS} WHERE ${sql}`).pluck().get(...values) as number; // the one column
    },
    idsOfClass: (classId: string): string[] => statement("SELECT id FROM training_need WHERE class_id = ? AND state = 'planned' AND removed_at IS NULL").pluck().all(classId) as string[], // the one column
    /** Needs that wait, and the oldest and the earliest due of them. */
    waiting: (until: string): { count: number; due: number; firstDue: string | null } =>
      statement("SELECT count(*) AS count, coalesce(sum(due_on <= ?), 0) AS due, min(due_on) AS firstDue FROM training_need WHERE state = 'open' AND removed_at IS NULL").get(until) as { count: number; due: number; firstDue: string | null }, // columns named
  };
}

const PLAN = `p.id, p.version, p.year, p.title, p.hours_due_tenths AS hoursDueTenths, p.note, p.state, p.approved_by AS approvedBy, p.approved_at AS approvedAt, p.updated_at AS updatedAt,
  (SELECT count(*) FROM training_class c WHERE c.plan_id = p.id AND c.removed_at IS NULL AND c.state <> 'cancelled') AS classes,
  (SELECT count(*) FROM training_need n WHERE n.removed_at IS NULL AND n.state = 'open') AS needs`;

export function plansRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  return {
    ...recordStore(db, trainingPlans),
    row: (id: string): Plan | undefined => statement(`SELECT ${PLAN} FROM training_plan p WHERE p.id = ? AND p.removed_at IS NULL`).get(id) as Plan | undefined, // columns named in PLAN
    list: (communityId: string): Plan[] => statement(`SELECT ${PLAN} FROM training_plan p WHERE p.community_id = ? AND p.removed_at IS NULL ORDER BY p.year DESC`).all(communityId) as Plan[], // as above
    ofYear: (communityId: string, year: number): Plan | undefined => statement(`SELECT ${PLAN} FROM training_plan p WHERE p.community_id = ? AND p.year = ? AND p.removed_at IS NULL`).get(communityId, year) as Plan | undefined, // as above
  };
}
