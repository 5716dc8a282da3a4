import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import type { Raise, SubsidyRow, SubsidyYear } from '#shared/modules/staff/grades/subsidy.schema.ts';
import { recordStore } from '#electron/database/record-store.ts';
import { gradeSubsidies } from './grades.tables.ts';

const ROW = 'id, version, grade, from_on AS fromOn, monthly_fen AS monthlyFen, basis FROM grade_subsidy WHERE removed_at IS NULL';
/** The first days of the twelve months. */
const MONTHS = 'WITH RECURSIVE month(day) AS (SELECT ? UNION ALL SELECT date(day, \'+1 month\') FROM month WHERE day < ?)';
/** In service on that day and paid by grades: residents who help and members of teams are not. */
const SERVES = "m.removed_at IS NULL AND m.staff_class NOT IN ('helper', 'team-member') AND coalesce(m.started_on, m.registered_on, '') <= month.day AND (m.left_on IS NULL OR m.left_on > month.day)";
type Line = { grade: string; people: number; months: number; yearFen: number };

export function subsidiesRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  const ofGrades = (year: number, raises: readonly Raise[]): Line[] =>
    statement(`${MONTHS}, raised(grade, fen) AS (SELECT json_extract(value, '$.grade'), json_extract(value, '$.monthlyFen') FROM json_each(?))
      SELECT m.grade, count(DISTINCT m.id) AS people, count(*) AS months, coalesce(sum(coalesce((SELECT fen FROM raised WHERE raised.grade = m.grade),
        (SELECT s.monthly_fen FROM grade_subsidy s WHERE s.grade = m.grade AND s.removed_at IS NULL AND s.from_on <= month.day ORDER BY s.from_on DESC LIMIT 1), 0)), 0) AS yearFen
      FROM month JOIN grid_member m ON ${SERVES} WHERE m.grade <> '' GROUP BY m.grade ORDER BY m.grade`).all(`${year}-01-01`, `${year}-12-01`, JSON.stringify(raises)) as Line[]; // columns named here
  const ofPosts = (year: number): number =>
    (statement(`${MONTHS} SELECT coalesce(sum(o.subsidy_fen), 0) AS fen FROM month JOIN appointment a ON a.removed_at IS NULL AND a.from_on <= month.day AND (a.until_on IS NULL OR a.until_on > month.day) JOIN post o ON o.id = a.post_id`)
      .get(`${year}-01-01`, `${year}-12-01`) as { fen: number }).fen; // the one column
  return {
    ...recordStore(db, gradeSubsidies),
    at: (communityId: string, grade: string, fromOn: string) => db.orm.select().from(gradeSubsidies).where(and(eq(gradeSubsidies.communityId, communityId), eq(gradeSubsidies.grade, grade), eq(gradeSubsidies.fromOn, fromOn), isNull(gradeSubsidies.removedAt))).get(),
    row: (id: string): SubsidyRow | undefined => statement(`SELECT ${ROW} AND id = ?`).get(id) as SubsidyRow | undefined, // columns named in ROW
    list: (): SubsidyRow[] => statement(`SELECT ${ROW} ORDER BY grade, from_on DESC`).all() as SubsidyRow[], // as above
    /** What subsidies cost in a year, with other amounts for the raised grades; see `subsidyYearSchema`. */
    yearTotal: (year: number, raises: readonly Raise[] = []): SubsidyYear => {
      const lines = ofGrades(year, raises);
      const gradesFen = lines.reduce((sum, { yearFen }) => sum + yearFen, 0);
      const postsFen = ofPosts(year);
      const withoutGrade = (statement("SELECT count(*) AS n FROM grid_member m WHERE m.removed_at IS NULL AND m.left_on IS NULL AND m.grade = '' AND m.staff_class NOT IN ('helper', 'team-member')").get() as { n: number }).n; // the one column
      return { year, lines, gradesFen, postsFen, totalFen: gradesFen + postsFen, withoutGrade };
    },
  };
}
