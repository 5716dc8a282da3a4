import { allOf, oneOf, only, type Condition } from '#electron/database/condition.ts';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { recordStore } from '#electron/database/record-store.ts';
import type { SuggestionFigures, SuggestionFilter, SuggestionRow } from '#shared/modules/staff/suggestions/suggestion.schema.ts';
import { suggestions, suggestionSeconds } from './suggestions.tables.ts';

export type SuggestionRecord = typeof suggestions.$inferSelect;
type Window = { readonly offset: number; readonly limit: number };
/** Who reads, by account and as somebody of the staff, and on which day. */
export type SuggestionReader = { readonly accountId: string; readonly memberId: string | null; readonly today: string };
type Flag = 'isOwn' | 'isSeconded' | 'isOverdue' | 'isBehind';
type ReadRow = Omit<SuggestionRow, Flag | 'seconderNames'> & Readonly<Record<Flag, number>> & { readonly seconderNames: string };

const OVERDUE = "t.state = 'received' AND t.answer_due_on < ?";
const BEHIND = "t.state = 'taken-up' AND t.planned_until < ?";
const SECONDS = 'FROM suggestion_second s WHERE s.suggestion_id = t.id AND s.removed_at IS NULL';
/** Marks in their order: the reader's account twice, the day twice. */
const ROW = `t.id, t.version, t.title, t.problem, t.remedy, t.area, t.putter_name AS putterName, t.put_on AS putOn, t.put_by = ? AS isOwn, (SELECT count(*) ${SECONDS}) AS seconds,
  (SELECT json_group_array(s.seconder_name) ${SECONDS}) AS seconderNames, EXISTS (SELECT 1 ${SECONDS} AND s.account_id = ?) AS isSeconded, t.state, t.answer_due_on AS answerDueOn, ${OVERDUE} AS isOverdue, t.answer,
  t.answered_on AS answeredOn, t.answerer_name AS answererName, t.doer_id AS doerId, coalesce(m.name, '') AS doerName, t.planned_until AS plannedUntil, coalesce(${BEHIND}, 0) AS isBehind, t.result, t.done_on AS doneOn,
  coalesce((SELECT g.title FROM good_practice g WHERE g.suggestion_id = t.id AND g.removed_at IS NULL ORDER BY g.id LIMIT 1), '') AS practiceTitle`;
const FROM = 'FROM staff_suggestion t LEFT JOIN grid_member m ON m.id = t.doer_id';
const ORDER = { putOn: 't.put_on', answerDueOn: 't.answer_due_on', seconds: 'seconds' } as const;
export type SuggestionOrder = { readonly field: keyof typeof ORDER; readonly direction: 'asc' | 'desc' };

const conditionOf = ({ text, states, areas, from, until, mine, toDo, overdue, behind, inTime }: SuggestionFilter, { accountId, memberId, today }: SuggestionReader): Condition => {
  const parts: Condition[] = [
    { sql: 't.removed_at IS NULL', values: [] },
    ...(text === '' ? [] : [{ sql: 'instr(t.title, ?) > 0 OR instr(t.problem, ?) > 0 OR instr(t.remedy, ?) > 0', values: [text, text, text] }]),
    ...oneOf('t.state', states),
    ...oneOf('t.area', areas),
    ...only('t.put_on >= ?', from),
    ...only('t.put_on <= ?', until),
    ...only('t.put_by = ?', mine ? accountId : null),
    ...(toDo ? [{ sql: "t.state = 'taken-up' AND t.doer_id = ?", values: [memberId ?? ''] }] : []),
    ...only(OVERDUE, overdue ? today : null),
    ...only(BEHIND, behind ? today : null),
    ...(inTime ? [{ sql: 't.answered_on <= t.answer_due_on', values: [] }] : []),
  ];
  return allOf(parts);
};
const shown = (row: unknown): SuggestionRow => {
  const read = row as ReadRow; // columns named in ROW
  return { ...read, seconderNames: JSON.parse(read.seconderNames) as string[], isOwn: read.isOwn === 1, isSeconded: read.isSeconded === 1, isOverdue: read.isOverdue === 1, isBehind: read.isBehind === 1 }; // names as they were stored
};
const before = ({ accountId, today }: SuggestionReader): string[] => [accountId, accountId, today, today];

export function suggestionsRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  return {
    ...recordStore(db, suggestions),
    seconds: recordStore(db, suggestionSeconds),
    row: (id: string, reader: SuggestionReader): SuggestionRow | undefined => {
      const row = statement(`SELECT ${ROW} ${FROM} WHERE t.id = ? AND t.removed_at IS NULL`).get(...before(reader), id);
      return row === undefined ? undefined : shown(row);
    },
    list: (filter: SuggestionFilter, reader: SuggestionReader, { field, direction }: SuggestionOrder, { offset, limit }: Window): SuggestionRow[] => {
      const { sql, values } = conditionOf(filter, reader);
      return statement(`SELECT ${ROW} ${FROM} WHERE ${sql} ORDER BY ${ORDER[field]} ${direction === 'desc' ? 'DESC' : 'ASC'}, t.id LIMIT ? OFFSET ?`).all(...before(reader), ...values, limit, offset).map(shown);
    },
    count: (filter: SuggestionFilter, reader: SuggestionReader): number => {
      const { sql, values } = conditionOf(filter, reader);
      return (statement(`SELECT count(*) AS n FROM staff_suggestion t WHERE ${sql}`).get(...values) as { n: number }).n; // the one column
    },
    /** How many suggestions meet a filter, and the first day among them that an answer or a result was due. */
    due: (filter: SuggestionFilter, reader: SuggestionReader): { count: number; first: string | null } => {
      const { sql, values } = conditionOf(filter, reader);
      return statement(`SELECT count(*) AS count, min(coalesce(t.planned_until, t.answer_due_on)) AS first FROM staff_suggestion t WHERE ${sql}`).get(...values) as { count: number; first: string | null }; // columns named here
    },
    /** Whether anybody still seconds it. */
    isSeconded: (suggestionId: string, accountId: string | null = null): boolean =>
      statement('SELECT 1 FROM suggestion_second WHERE suggestion_id = ? AND removed_at IS NULL AND account_id = coalesce(?, account_id)').get(suggestionId, accountId) !== undefined,
    sum: (from: string, until: string): Pick<SuggestionFigures, 'put' | 'answered' | 'inTime' | 'takenUp' | 'carriedOut'> =>
      statement(`SELECT count(*) AS put, count(answered_on) AS answered, coalesce(sum(answered_on <= answer_due_on), 0) AS inTime, coalesce(sum(state IN ('taken-up', 'carried-out')), 0) AS takenUp, coalesce(sum(state = 'carried-out'), 0) AS carriedOut
        FROM staff_suggestion WHERE removed_at IS NULL AND put_on BETWEEN ? AND ?`).get(from, until) as Pick<SuggestionFigures, 'put' | 'answered' | 'inTime' | 'takenUp' | 'carriedOut'>, // columns named here
  };
}
