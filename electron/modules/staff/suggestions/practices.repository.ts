import { allOf, oneOf, only, type Condition } from '#electron/database/condition.ts';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { recordStore } from '#electron/database/record-store.ts';
import type { Adoption, PracticeFilter, PracticeRow } from '#shared/modules/staff/suggestions/practice.schema.ts';
import { goodPractices, practiceAdoptions } from './suggestions.tables.ts';

export type PracticeRecord = typeof goodPractices.$inferSelect;
/** Without what only those see who may see the matter. */
export type StoredPractice = Omit<PracticeRow, 'matterNumber' | 'matterSubject'>;
type Window = { readonly offset: number; readonly limit: number };

const ROW = `t.id, t.version, t.title, t.problem, t.done, t.effect, t.grid_id AS gridId, t.member_id AS memberId, t.suggestion_id AS suggestionId, t.matter_id AS matterId, t.written_on AS writtenOn, t.writer_name AS writerName,
  coalesce(g.name, '') AS gridName, coalesce(m.name, '') AS memberName, coalesce(s.title, '') AS suggestionTitle,
  (SELECT count(*) FROM practice_adoption a WHERE a.practice_id = t.id AND a.removed_at IS NULL) AS takenUp`;
const FROM = 'FROM good_practice t LEFT JOIN grid g ON g.id = t.grid_id LEFT JOIN grid_member m ON m.id = t.member_id LEFT JOIN staff_suggestion s ON s.id = t.suggestion_id';
const ORDER = { writtenOn: 't.written_on', title: 't.title', takenUp: 'takenUp' } as const;
export type PracticeOrder = { readonly field: keyof typeof ORDER; readonly direction: 'asc' | 'desc' };
const ELSEWHERE = 'EXISTS (SELECT 1 FROM practice_adoption a WHERE a.practice_id = t.id AND a.removed_at IS NULL AND a.grid_id IS NOT t.grid_id)';

const conditionOf = ({ text, gridIds, from, until, elsewhere }: PracticeFilter): Condition => {
  const parts: Condition[] = [
    { sql: 't.removed_at IS NULL', values: [] },
    ...(text === '' ? [] : [{ sql: 'instr(t.title, ?) > 0 OR instr(t.problem, ?) > 0 OR instr(t.done, ?) > 0', values: [text, text, text] }]),
    ...oneOf('t.grid_id', gridIds),
    ...only('t.written_on >= ?', from),
    ...only('t.written_on <= ?', until),
    ...(elsewhere ? [{ sql: ELSEWHERE, values: [] }] : []),
  ];
  return allOf(parts);
};

export function practicesRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  return {
    ...recordStore(db, goodPractices),
    adoptions: recordStore(db, practiceAdoptions),
    row: (id: string): StoredPractice | undefined => statement(`SELECT ${ROW} ${FROM} WHERE t.id = ? AND t.removed_at IS NULL`).get(id) as StoredPractice | undefined, // columns named in ROW
    list: (filter: PracticeFilter, { field, direction }: PracticeOrder, { offset, limit }: Window): StoredPractice[] => {
      const { sql, values } = conditionOf(filter);
      return statement(`SELECT ${ROW} ${FROM} WHERE ${sql} ORDER BY ${ORDER[field]} ${direction === 'desc' ? 'DESC' : 'ASC'}, t.id LIMIT ? OFFSET ?`).all(...values, limit, offset) as StoredPractice[]; // as above
    },
    count: (filter: PracticeFilter): number => {
      const { sql, values } = conditionOf(filter);
      return (statement(`SELECT count(*) AS n FROM good_practice t WHERE ${sql}`).get(...values) as { n: number }).n; // the one column
    },
    adoptionsOf: (practiceId: string, { offset, limit }: Window): Adoption[] =>
      statement(`SELECT a.id, a.version, a.grid_id AS gridId, coalesce(g.name, '') AS gridName, a.taken_on AS takenOn, a.note, a.taker_name AS takerName FROM practice_adoption a LEFT JOIN grid g ON g.id = a.grid_id
        WHERE a.practice_id = ? AND a.removed_at IS NULL ORDER BY a.taken_on DESC, a.id LIMIT ? OFFSET ?`).all(practiceId, limit, offset) as Adoption[], // columns named here
    /** The record by which a grid took a practice up. */
    adoptionBy: (practiceId: string, gridId: string): string | undefined => statement('SELECT id FROM practice_adoption WHERE practice_id = ? AND grid_id = ? AND removed_at IS NULL').pluck().get(practiceId, gridId) as string | undefined, // the one column
    isTakenUp: (practiceId: string): boolean => statement('SELECT 1 FROM practice_adoption WHERE practice_id = ? AND removed_at IS NULL').get(practiceId) !== undefined,
    isWrittenOf: (suggestionId: string): boolean => statement('SELECT 1 FROM good_practice WHERE suggestion_id = ? AND removed_at IS NULL').get(suggestionId) !== undefined,
  };
}
