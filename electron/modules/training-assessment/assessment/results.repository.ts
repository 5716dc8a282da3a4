import { eq } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { recordStore } from '#electron/database/record-store.ts';
import type { AppealRow, FollowRow } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';
import { appeals, follows } from './assessment.tables.ts';
import { allOf, isIn } from '#electron/database/condition.ts';

export type AppealRecord = typeof appeals.$inferSelect;
export type FollowRecord = typeof follows.$inferSelect;
type Asked = { readonly sheetId?: string; readonly id?: string; readonly states?: readonly string[] };
type Window = { readonly offset: number; readonly limit: number };
const ALL = { offset: 0, limit: 500 };

const APPEAL = `a.id, a.version, a.sheet_id AS sheetId, s.subject_name AS subjectName, p.title AS planTitle, a.filed_on AS filedOn, a.filed_name AS filedName, a.reason, a.due_on AS dueOn, a.state, a.decision,
  a.decided_name AS decidedName, a.decided_on AS decidedOn`;
const FOLLOW = `a.id, a.version, a.sheet_id AS sheetId, s.subject_name AS subjectName, p.title AS planTitle, s.band, a.code, a.state, a.reason, a.decided_name AS decidedName, a.decided_at AS decidedAt,
  s.subject_kind AS subjectKind, s.subject_id AS subjectId, a.case_id AS caseId, a.need_id AS needId, coalesce(c.status, n.state, '') AS handedState,
  coalesce((SELECT i.title FROM json_each(s.facts) f JOIN assessment_item i ON i.id = f.key WHERE a.state = 'proposed' AND i.kind = 'indicator' AND json_extract(f.value, '$[1]') > 0
    ORDER BY json_extract(f.value, '$[0]') * 1.0 / json_extract(f.value, '$[1]'), i.sort_no LIMIT 1), '') AS weakest`;
const HANDED = 'LEFT JOIN reward_case c ON c.id = a.case_id LEFT JOIN training_need n ON n.id = a.need_id';
export type LowLine = { readonly memberId: string; readonly indicator: string; readonly lineTitle: string; readonly planTitle: string; readonly earned: number; readonly due: number };
/** What the ledger must know of the result a case follows from. */
export type Ground = { readonly followState: string; readonly sheetState: string; readonly archivedAt: string | null; readonly appealDays: number; readonly openAppeals: number };
const conditionOf = ({ sheetId, id, states = [] }: Asked) =>
  allOf([
    ...(sheetId === undefined ? [] : [{ sql: 'a.sheet_id = ?', values: [sheetId] }]),
    ...(id === undefined ? [] : [{ sql: 'a.id = ?', values: [id] }]),
    ...(states.length === 0 ? [] : [isIn('a.state', states)]),
  ]);

/** What comes after a result: appeals, and what follows from the band. */
export function resultsRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  const joined = 'JOIN assessment_sheet s ON s.id = a.sheet_id JOIN assessment_plan p ON p.id = s.plan_id';
  return {
    appeal: recordStore(db, appeals),
    follow: recordStore(db, follows),
    appeals: (asked: Asked, { offset, limit }: Window = ALL): AppealRow[] => {
      const { sql, values } = conditionOf(asked);
      return statement(`SELECT ${APPEAL} FROM assessment_appeal a ${joined} WHERE ${sql} ORDER BY a.state <> 'open', a.due_on, a.id LIMIT ? OFFSET ?`).all(...values, limit, offset) as AppealRow[]; // columns named in APPEAL
    },
    follows: (asked: Asked, { offset, limit }: Window = ALL): FollowRow[] => {
      const { sql, values } = conditionOf(asked);
      return statement(`SELECT ${FOLLOW} FROM assessment_follow a ${joined} ${HANDED} WHERE a.removed_at IS NULL AND ${sql} ORDER BY a.state <> 'proposed', a.created_at DESC, a.id LIMIT ? OFFSET ?`).all(...values, limit, offset) as FollowRow[]; // columns named in FOLLOW
    },
    followsOf: (sheetId: string): FollowRecord[] => db.orm.select().from(follows).where(eq(follows.sheetId, sheetId)).all().filter(({ removedAt }) => removedAt === null),
    /** The result a case of the ledger follows from; undefined for a nomination of its own. */
    groundOf: (caseId: string): Ground | undefined =>
      statement(`SELECT a.state AS followState, s.state AS sheetState, s.archived_at AS archivedAt, p.appeal_days AS appealDays, (SELECT count(*) FROM assessment_appeal e WHERE e.sheet_id = s.id AND e.state = 'open') AS openAppeals
        FROM assessment_follow a ${joined} WHERE a.case_id = ? AND a.removed_at IS NULL`).get(caseId) as Ground | undefined, // columns named here
    /** Computed lines of members' sheets signed off since a day that earned less than a share of what was due, training itself apart. */
    lowLines: (since: string, share: number): LowLine[] =>
      statement(`SELECT s.subject_id AS memberId, i.source_id AS indicator, i.title AS lineTitle, p.title AS planTitle, json_extract(f.value, '$[0]') AS earned, json_extract(f.value, '$[1]') AS due
        FROM assessment_sheet s JOIN assessment_plan p ON p.id = s.plan_id JOIN json_each(s.facts) f JOIN assessment_item i ON i.id = f.key
        WHERE s.subject_kind = 'member' AND s.state = 'archived' AND s.archived_at >= ? AND i.kind = 'indicator' AND i.source_id NOT LIKE 'training-%' AND due > 0 AND earned < due * ? ORDER BY s.name_py, s.id, i.sort_no LIMIT 500`).all(since, share) as LowLine[], // columns named
    /** A training need that a decision about a result led to. */
    isHandedOn: (needId: string): boolean => statement('SELECT 1 FROM assessment_follow WHERE need_id = ? AND removed_at IS NULL').get(needId) !== undefined,
    count: (table: 'assessment_appeal' | 'assessment_follow', state: string): { count: number; first: string | null } =>
      statement(table === 'assessment_appeal' ? 'SELECT count(*) AS count, min(due_on) AS first FROM assessment_appeal WHERE state = ?' : 'SELECT count(*) AS count, NULL AS first FROM assessment_follow WHERE state = ? AND removed_at IS NULL').get(state) as { count: number; first: string | null }, // columns named
  };
}
