import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { levelOfCode } from '#shared/modules/training-assessment/training/cohort.rules.ts';
import { educationLevels } from '#shared/modules/training-assessment/training/cohort.schema.ts';

/** Works here on a day, told by a named parameter: not left, and not a resident who helps, whose name is for the register's readers only. */
export const worksOn = (day: string): string => `m.removed_at IS NULL AND m.staff_class <> 'helper' AND (m.left_on IS NULL OR m.left_on > ${day})`;

const years = (column: string): string =>
  `CASE WHEN ${column} IS NULL OR ${column} > @today THEN NULL ELSE CAST(substr(@today, 1, 4) AS INTEGER) - CAST(substr(${column}, 1, 4) AS INTEGER) - (substr(@today, 6) < substr(${column}, 6)) END`;
const START = 'coalesce(m.started_on, m.registered_on)';
const MONTHS = `CASE WHEN ${START} IS NULL OR ${START} > @today THEN 0 ELSE (CAST(substr(@today, 1, 4) AS INTEGER) - CAST(substr(${START}, 1, 4) AS INTEGER)) * 12 + CAST(substr(@today, 6, 2) AS INTEGER) - CAST(substr(${START}, 6, 2) AS INTEGER) - (substr(@today, 9) < substr(${START}, 9)) END`;
/** Whole years of grid work, what was brought along included (gridMonths of experience.rules.ts); NULL where nothing is on record. */
const EXPERIENCE = `CASE WHEN ${START} IS NULL AND m.earlier_months = 0 THEN NULL ELSE (m.earlier_months + ${MONTHS}) / 12 END`;
const LEVEL = `CASE substr(m.education, 1, 1) ${Object.entries(levelOfCode).map(([first, level]) => `WHEN '${first}' THEN ${educationLevels.indexOf(level)}`).join(' ')} END`;
const FACTS = `SELECT m.id, m.name, m.name_py, m.phone, m.grid_id, coalesce(g.name, '') AS grid_name, m.education, ${years('m.birth_on')} AS age, ${LEVEL} AS level, ${EXPERIENCE} AS years
  FROM grid_member m LEFT JOIN grid g ON g.id = m.grid_id`;

/** Everybody who is to be trained, with what rules look at, on day `@today`. The same arithmetic as cohort.rules.ts, told apart by a property test. */
export const TRAINEES = `${FACTS} WHERE ${worksOn('@today')}`;

export type Trainee = { readonly id: string; readonly name: string; readonly phone: string; readonly gridName: string; readonly education: string; readonly age: number | null; readonly years: number | null };

export function traineesRepository({ sqlite }: Db) {
  const statement = keptStatements(sqlite);
  const ROW = 'id, name, phone, grid_name AS gridName, education, age, years';
  return {
    /** One person, also after leaving: what was learnt stays to be read. */
    find: (today: string, id: string): Trainee | undefined => statement(`SELECT ${ROW} FROM (${FACTS} WHERE m.id = ? AND m.removed_at IS NULL AND m.staff_class <> 'helper')`).get(id, { today }) as Trainee | undefined, // columns named in ROW
    count: (today: string): number => statement(`SELECT count(*) FROM grid_member m WHERE ${worksOn('?')}`).pluck().get(today) as number, // the one column
    ids: (today: string): string[] => statement(`SELECT m.id FROM grid_member m WHERE ${worksOn('?')} ORDER BY m.id`).pluck().all(today) as string[], // the one column
    idsOf: (communityId: string, today: string): string[] => statement(`SELECT m.id FROM grid_member m WHERE m.community_id = ? AND ${worksOn('?')} ORDER BY m.id`).pluck().all(communityId, today) as string[], // the one column
    /** The day somebody left on, null while the person works here. */
    leftOn: (id: string): string | null => (statement('SELECT left_on FROM grid_member WHERE id = ?').pluck().get(id) as string | null | undefined) ?? null, // the one column
    nameOf: (id: string): string => (statement('SELECT name FROM grid_member WHERE id = ?').pluck().get(id) as string | undefined) ?? '', // the one column
    /** Everybody of exactly this name. */
    named: (today: string, name: string): string[] => statement(`SELECT m.id FROM grid_member m WHERE m.name = ? AND ${worksOn('?')}`).pluck().all(name, today) as string[], // the one column
    /** Members whom one pasted word means: a phone or identity number, or a full name. */
    meant: (today: string, word: string): { id: string; name: string }[] => statement(`SELECT m.id, m.name FROM grid_member m WHERE (m.name = @word OR (m.phone <> '' AND m.phone = @word) OR (m.id_number <> '' AND m.id_number = upper(@word))) AND ${worksOn('@today')} LIMIT 3`).all({ word, today }) as { id: string; name: string }[], // columns named
    /** Members who began within the days and have passed no class since: those a new post makes due for training. */
    untrainedNewcomers: (today: string, since: string): { id: string; name: string; gridName: string; since: string }[] =>
      statement(`SELECT m.id, m.name, coalesce(g.name, '') AS gridName, ${START} AS since FROM grid_member m LEFT JOIN grid g ON g.id = m.grid_id
        WHERE ${worksOn('@today')} AND ${START} >= @since AND m.earlier_months = 0 AND NOT EXISTS (SELECT 1 FROM training_enrolment e WHERE e.member_id = m.id AND e.removed_at IS NULL AND (e.result = 'passed' OR (e.result = '' AND e.state = 'enrolled')))
          AND NOT EXISTS (SELECT 1 FROM training_need n WHERE n.member_id = m.id AND n.kind = 'new-post' AND n.removed_at IS NULL) ORDER BY since, m.id LIMIT 500`).all({ today, since }) as { id: string; name: string; gridName: string; since: string }[], // columns named
    /** Whether a need of this kind is raised and not yet settled. */
    hasOpenNeed: (memberId: string, kind: string): boolean => statement("SELECT 1 FROM training_need WHERE member_id = ? AND kind = ? AND state IN ('open', 'planned') AND removed_at IS NULL").get(memberId, kind) !== undefined,
  };
}
