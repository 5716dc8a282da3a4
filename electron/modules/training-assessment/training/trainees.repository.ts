import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { levelOfCode } from '#shared/modules/training-assessment/training/cohort.rules.ts';
import { educationLevels } from '#shared/modules/training-assessment/training/cohort.schema.ts';

const years = (column: string): string =>
  `CASE WHEN ${column} IS NULL OR ${column} > @today THEN NULL ELSE CAST(substr(@today, 1, 4) AS INTEGER) - CAST(substr(${column}, 1, 4) AS INTEGER) - (substr(@today, 6) < substr(${column}, 6)) END`;
const LEVEL = `CASE substr(m.education, 1, 1) ${Object.entries(levelOfCode).map(([first, level]) => `WHEN '${first}' THEN ${educationLevels.indexOf(level)}`).join(' ')} END`;

/** Everybody who is to be trained, with what rules look at, on day `@today`. The same arithmetic as cohort.rules.ts, told apart by a property test. */
export const TRAINEES = `SELECT m.id, m.name, m.name_py, m.phone, m.grid_id, coalesce(g.name, '') AS grid_name, m.education, ${years('m.birth_on')} AS age, ${LEVEL} AS level, ${years('m.registered_on')} AS years
  FROM grid_member m LEFT JOIN grid g ON g.id = m.grid_id`;

export type Trainee = { readonly id: string; readonly name: string; readonly phone: string; readonly gridName: string; readonly education: string; readonly age: number | null; readonly years: number | null };

export function traineesRepository({ sqlite }: Db) {
  const statement = keptStatements(sqlite);
  const ROW = 'id, name, phone, grid_name AS gridName, education, age, years';
  return {
    find: (today: string, id: string): Trainee | undefined => statement(`SELECT ${ROW} FROM (${TRAINEES}) WHERE id = ?`).get(id, { today }) as Trainee | undefined, // columns named in ROW
    count: (): number => statement('SELECT count(*) FROM grid_member').pluck().get() as number, // the one column
    ids: (): string[] => statement('SELECT id FROM grid_member ORDER BY id').pluck().all() as string[], // the one column
    nameOf: (id: string): string => (statement('SELECT name FROM grid_member WHERE id = ?').pluck().get(id) as string | undefined) ?? '', // the one column
    /** Everybody of exactly this name. */
    named: (name: string): string[] => statement('SELECT id FROM grid_member WHERE name = ?').pluck().all(name) as string[], // the one column
    /** Members whom one pasted word means: a phone or identity number, or a full name. */
    meant: (word: string): { id: string; name: string }[] => statement("SELECT id, name FROM grid_member WHERE name = @word OR (phone <> '' AND phone = @word) OR (id_number <> '' AND id_number = upper(@word)) LIMIT 3").all({ word }) as { id: string; name: string }[], // columns named
    /** Members who began within the days and have passed no class since: those a new post makes due for training. */
    untrainedNewcomers: (since: string): { id: string; name: string; gridName: string; since: string }[] =>
      statement(`SELECT m.id, m.name, coalesce(g.name, '') AS gridName, m.registered_on AS since FROM grid_member m LEFT JOIN grid g ON g.id = m.grid_id
        WHERE m.registered_on >= ? AND NOT EXISTS (SELECT 1 FROM training_enrolment e WHERE e.member_id = m.id AND e.removed_at IS NULL AND (e.result = 'passed' OR (e.result = '' AND e.state = 'enrolled')))
          AND NOT EXISTS (SELECT 1 FROM training_need n WHERE n.member_id = m.id AND n.kind = 'new-post' AND n.removed_at IS NULL) ORDER BY m.registered_on, m.id LIMIT 500`).all(since) as { id: string; name: string; gridName: string; since: string }[], // columns named
    /** Whether a need of this kind is raised and not yet settled. */
    hasOpenNeed: (memberId: string, kind: string): boolean => statement("SELECT 1 FROM training_need WHERE member_id = ? AND kind = ? AND state IN ('open', 'planned') AND removed_at IS NULL").get(memberId, kind) !== undefined,
  };
}
