import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { allOf, oneOf, type Condition } from '#electron/database/condition.ts';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import type { CaseFilter, CaseRow, ledgerSumSchema, RuleRow } from '#shared/modules/staff/rewards/reward.schema.ts';
import { recordStore } from '#electron/database/record-store.ts';
import { rewardCases, rewardRules } from './rewards.tables.ts';

export type RuleRecord = typeof rewardRules.$inferSelect;
export type CaseRecord = typeof rewardCases.$inferSelect;
export type StoredCase = Omit<CaseRow, 'chain' | 'mayDecide'> & { readonly proposedBy: string };
type ReadCase = Omit<StoredCase, 'isOverturned'> & { readonly isOverturned: number };
type Window = { readonly offset: number; readonly limit: number };

const RULE = `r.id, r.version, r.name, r.kind, r.form, r.amount_fen AS amountFen, r.grade_step AS gradeStep, r.basis, r.post_id AS postId, r.level, coalesce((SELECT o.name FROM post o WHERE o.id = r.post_id), '') AS postName,
  (SELECT count(*) FROM reward_case c WHERE c.rule_id = r.id AND c.removed_at IS NULL) AS cases FROM reward_rule r WHERE r.removed_at IS NULL`;
const CASE = `c.id, c.version, c.member_id AS memberId, coalesce(m.name, '') AS memberName, coalesce(g.name, '') AS gridName, coalesce(r.name, '') AS ruleName, coalesce(r.basis, '') AS ruleBasis, c.kind, c.form,
  c.amount_fen AS amountFen, c.grade_was AS gradeWas, c.grade_becomes AS gradeBecomes, c.happened_on AS happenedOn, c.facts, c.proposed_by AS proposedBy, c.proposer_name AS proposerName, c.proposed_on AS proposedOn, c.status,
  c.decider_name AS deciderName, c.decided_on AS decidedOn, c.decision, f.sheet_id AS sheetId, coalesce(p.title, '') AS planTitle, coalesce(s.band, '') AS band,
  f.id IS NOT NULL AND (f.state <> 'confirmed' OR s.state <> 'archived') AS isOverturned`;
const FROM = `FROM reward_case c LEFT JOIN grid_member m ON m.id = c.member_id LEFT JOIN grid g ON g.id = m.grid_id LEFT JOIN reward_rule r ON r.id = c.rule_id
  LEFT JOIN assessment_follow f ON f.case_id = c.id AND f.removed_at IS NULL LEFT JOIN assessment_sheet s ON s.id = f.sheet_id LEFT JOIN assessment_plan p ON p.id = s.plan_id`;
const ORDER = { happenedOn: 'c.happened_on', memberName: 'm.name_py', amountFen: 'c.amount_fen', status: 'c.status' } as const;
export type CaseOrder = { readonly field: keyof typeof ORDER; readonly direction: 'asc' | 'desc' };

const conditionOf = ({ text, memberId, kinds, statuses, from, until }: CaseFilter): Condition => {
  const parts: Condition[] = [
    { sql: 'c.removed_at IS NULL', values: [] },
    ...(text === '' ? [] : [{ sql: 'instr(c.facts, ?) > 0 OR c.member_id IN (SELECT id FROM grid_member WHERE instr(name, ?) > 0 OR instr(initials, ?) = 1)', values: [text, text, text.normalize('NFKC').toLowerCase()] }]),
    ...(memberId === null ? [] : [{ sql: 'c.member_id = ?', values: [memberId] }]),
    ...oneOf('c.kind', kinds),
    ...oneOf('c.status', statuses),
    ...(from === null ? [] : [{ sql: 'c.happened_on >= ?', values: [from] }]),
    ...(until === null ? [] : [{ sql: 'c.happened_on <= ?', values: [until] }]),
  ];
  return allOf(parts);
};

export function rewardRulesRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  return {
    ...recordStore(db, rewardRules),
    findByName: (communityId: string, name: string): RuleRecord | undefined => db.orm.select().from(rewardRules).where(and(eq(rewardRules.communityId, communityId), eq(rewardRules.name, name), isNull(rewardRules.removedAt))).get(),
    row: (id: string): RuleRow | undefined => statement(`SELECT ${RULE} AND r.id = ?`).get(id) as RuleRow | undefined, // columns named in RULE
    list: (): RuleRow[] => statement(`SELECT ${RULE} ORDER BY r.kind DESC, r.amount_fen DESC, r.name LIMIT 500`).all() as RuleRow[], // as above
  };
}

const shown = (row: unknown): StoredCase => {
  const read = row as ReadCase; // columns named in CASE
  return { ...read, isOverturned: read.isOverturned === 1 };
};

export function rewardCasesRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  return {
    ...recordStore(db, rewardCases),
    row: (id: string): StoredCase | undefined => {
      const row = statement(`SELECT ${CASE} ${FROM} WHERE c.id = ? AND c.removed_at IS NULL`).get(id);
      return row === undefined ? undefined : shown(row);
    },
    list: (filter: CaseFilter, { field, direction }: CaseOrder, { offset, limit }: Window): StoredCase[] => {
      const { sql, values } = conditionOf(filter);
      return statement(`SELECT ${CASE} ${FROM} WHERE ${sql} ORDER BY ${ORDER[field]} ${direction === 'desc' ? 'DESC' : 'ASC'}, c.id LIMIT ? OFFSET ?`).all(...values, limit, offset).map(shown);
    },
    count: (filter: CaseFilter): number => {
      const { sql, values } = conditionOf(filter);
      return (statement(`SELECT count(*) AS n FROM reward_case c WHERE ${sql}`).get(...values) as { n: number }).n; // the one column
    },
    sum: (filter: CaseFilter): z.output<typeof ledgerSumSchema> => {
      const { sql, values } = conditionOf(filter);
      const of = (kind: string, what: string): string => `coalesce(sum(CASE WHEN c.status = 'approved' AND c.kind = '${kind}' THEN ${what} END), 0)`;
      return statement(`SELECT ${of('reward', '1')} AS rewards, ${of('penalty', '1')} AS penalties, ${of('reward', 'c.amount_fen')} AS rewardsFen, ${of('penalty', 'c.amount_fen')} AS penaltiesFen, coalesce(sum(c.status = 'proposed'), 0) AS waiting
        FROM reward_case c WHERE ${sql}`).get(...values) as z.output<typeof ledgerSumSchema>; // columns named here
    },
    waiting: (): { id: string; memberId: string; proposedBy: string; proposedOn: string }[] =>
      statement("SELECT id, member_id AS memberId, proposed_by AS proposedBy, proposed_on AS proposedOn FROM reward_case WHERE removed_at IS NULL AND status = 'proposed' ORDER BY proposed_on LIMIT 500").all() as { id: string; memberId: string; proposedBy: string; proposedOn: string }[], // columns named here
  };
}
