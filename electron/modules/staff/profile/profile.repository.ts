import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import type { RetirementRow, RetirementRule, SpanRow, StaffProfile } from '#shared/modules/staff/profile/profile.schema.ts';
import { monthIndex, shippedRetirementRules } from '#shared/modules/staff/profile/retirement.rules.ts';
import { recordStore } from '#electron/database/record-store.ts';
import { retirementRules } from './profile.tables.ts';

export type RetirementRuleRecord = typeof retirementRules.$inferSelect;
type Window = { readonly offset: number; readonly limit: number };

/** Staff in service on the day: without residents who help and members of outside teams. */
const STAFF = "m.removed_at IS NULL AND m.staff_class NOT IN ('helper', 'team-member') AND (m.left_on IS NULL OR m.left_on > ?)";
const MONTHS = '(substr(?, 1, 4) - substr(m.started_on, 1, 4)) * 12 + (substr(?, 6, 2) - substr(m.started_on, 6, 2))';
/** The rule of `retirementMonth` in SQL: months since the year 0. `rule` holds the figures by class. */
const RULES = 'WITH rule(class, original, start, step, most) AS (SELECT json_extract(value, \'$[0]\'), json_extract(value, \'$[1]\'), json_extract(value, \'$[2]\'), json_extract(value, \'$[3]\'), json_extract(value, \'$[4]\') FROM json_each(?))';
const ORIGINAL = '(substr(m.birth_on, 1, 4) * 12 + substr(m.birth_on, 6, 2) - 1 + rule.original)';
const MONTH = `(${ORIGINAL} + CASE WHEN ${ORIGINAL} < rule.start THEN 0 ELSE min(rule.most, (${ORIGINAL} - rule.start) / rule.step + 1) END)`;
const ENDING = `${RULES}, ending AS (SELECT m.id, m.name, m.name_py, m.sex, m.birth_on AS birthOn, coalesce(g.name, '') AS gridName, ${MONTH} AS at,
  (SELECT a.post_id FROM appointment a WHERE a.member_id = m.id AND a.removed_at IS NULL AND a.until_on IS NULL AND a.post_id IS NOT NULL ORDER BY a.from_on DESC LIMIT 1) AS postId
  FROM grid_member m LEFT JOIN grid g ON g.id = m.grid_id JOIN rule ON rule.class = CASE WHEN m.retirement_class <> '' THEN m.retirement_class WHEN m.sex = '1' THEN 'men-60' END
  WHERE ${STAFF} AND m.retired = 0 AND m.birth_on IS NOT NULL)`;
const ORDER = { month: 'e.at', name: 'e.name_py' } as const;
export type RetirementOrder = { readonly field: keyof typeof ORDER; readonly direction: 'asc' | 'desc' };

export function profileRepository(db: Db) {
  const { orm, sqlite } = db;
  const statement = keptStatements(sqlite);
  const counted = (column: string, today: string): { key: string; count: number }[] => statement(`SELECT ${column} AS key, count(*) AS count FROM grid_member m WHERE ${STAFF} GROUP BY key ORDER BY key`).all(today) as { key: string; count: number }[]; // columns named here
  const figures = (rules: readonly RetirementRule[]): string => JSON.stringify(rules.map((rule) => [rule.class, rule.originalMonths, monthIndex(`${rule.fromMonth}-01`), rule.monthsPerStep, rule.mostMonths]));
  return {
    rules: recordStore(db, retirementRules),
    /** The three rules: the station's own figures where there are some, else those of the program. */
    rulesOf: (communityId: string): RetirementRule[] => {
      const own = orm.select().from(retirementRules).where(and(eq(retirementRules.communityId, communityId), isNull(retirementRules.removedAt))).all();
      return shippedRetirementRules.map((shipped) => {
        const found = own.find((rule) => rule.class === shipped.class);
        if (!found) return shipped;
        const { id, version, originalMonths, fromMonth, monthsPerStep, mostMonths, source } = found;
        return { id, version, class: found.class, originalMonths, fromMonth, monthsPerStep, mostMonths, source };
      });
    },
    retirements: (rules: readonly RetirementRule[], today: string, within: number, { field, direction }: RetirementOrder, { offset, limit }: Window): RetirementRow[] =>
      statement(`${ENDING} SELECT e.id, e.name, e.sex, e.birthOn, e.postId, coalesce(o.name, '') AS postName, e.gridName, printf('%04d-%02d', e.at / 12, e.at % 12 + 1) AS month, e.at - ? AS monthsLeft
        FROM ending e LEFT JOIN post o ON o.id = e.postId WHERE e.at - ? <= ? ORDER BY ${ORDER[field]} ${direction === 'desc' ? 'DESC' : 'ASC'}, e.id LIMIT ? OFFSET ?`)
        .all(figures(rules), today, monthIndex(today), monthIndex(today), within, limit, offset) as RetirementRow[], // columns named here
    countRetirements: (rules: readonly RetirementRule[], today: string, within: number): number =>
      (statement(`${ENDING} SELECT count(*) AS n FROM ending e WHERE e.at - ? <= ?`).get(figures(rules), today, monthIndex(today), within) as { n: number }).n, // the one column
    profile: (today: string): StaffProfile => {
      const one = (sql: string, ...values: string[]): number => (statement(`SELECT count(*) AS n FROM grid_member m WHERE ${STAFF} AND ${sql}`).get(today, ...values) as { n: number }).n; // the one column
      const years = "((substr(?, 1, 4) - substr(m.birth_on, 1, 4)) - (substr(?, 6) < substr(m.birth_on, 6)))";
      return {
        people: one('1'),
        ages: statement(`SELECT CASE WHEN m.birth_on IS NULL THEN -1 ELSE ${years} / 5 * 5 END AS band, sum(m.sex = '1') AS male, sum(m.sex = '2') AS female, sum(m.sex NOT IN ('1', '2')) AS other
          FROM grid_member m WHERE ${STAFF} GROUP BY band ORDER BY band`).all(today, today, today) as StaffProfile['ages'], // columns named here
        educations: counted('m.education', today),
        experience: statement(`SELECT CASE WHEN n < 12 THEN '0' WHEN n < 36 THEN '1' WHEN n < 60 THEN '3' WHEN n < 120 THEN '5' ELSE '10' END AS key, count(*) AS count FROM
          (SELECT m.earlier_months + CASE WHEN m.started_on IS NULL OR m.started_on > ? THEN 0 ELSE ${MONTHS} END AS n FROM grid_member m WHERE ${STAFF}) GROUP BY key ORDER BY CAST(key AS INTEGER)`).all(today, today, today, today) as StaffProfile['experience'], // columns named here
        computerLevels: counted('m.computer_level', today),
        grades: counted('m.grade', today),
        posts: statement(`SELECT p.id AS postId, p.name, p.quota, (SELECT count(*) FROM appointment a WHERE a.post_id = p.id AND a.removed_at IS NULL AND a.from_on <= ? AND (a.until_on IS NULL OR a.until_on > ?)) AS filled
          FROM post p WHERE p.removed_at IS NULL ORDER BY p.quota DESC, p.name LIMIT 60`).all(today, today) as StaffProfile['posts'], // columns named here
        withoutBirth: one('m.birth_on IS NULL'),
        withoutRetirementClass: one("m.sex <> '1' AND m.retirement_class = '' AND m.retired = 0"),
      };
    },
    /** Who leads others: straight under, and everybody below. A ring is walked once. */
    spans: (today: string): SpanRow[] =>
      statement(`WITH RECURSIVE leader AS (SELECT DISTINCT superior_id AS id FROM grid_member m WHERE ${STAFF} AND superior_id IS NOT NULL), below(leader, id) AS (
          SELECT m.superior_id, m.id FROM grid_member m WHERE ${STAFF} AND m.superior_id IS NOT NULL UNION SELECT below.leader, m.id FROM below JOIN grid_member m ON m.superior_id = below.id WHERE ${STAFF})
        SELECT l.id, p.name, coalesce((SELECT o.name FROM appointment a JOIN post o ON o.id = a.post_id WHERE a.member_id = p.id AND a.removed_at IS NULL AND a.until_on IS NULL LIMIT 1), '') AS postName,
          (SELECT count(*) FROM grid_member m WHERE ${STAFF} AND m.superior_id = l.id) AS direct, (SELECT count(*) FROM below WHERE below.leader = l.id) AS "all"
        FROM leader l JOIN grid_member p ON p.id = l.id ORDER BY direct DESC, p.name_py LIMIT 500`).all(today, today, today, today) as SpanRow[], // columns named here
  };
}
