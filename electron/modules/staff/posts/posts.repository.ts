import { and, eq, isNull } from 'drizzle-orm';
import { allOf, type Condition } from '#electron/database/condition.ts';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { educationRank } from '#shared/modules/staff/posts/condition.rules.ts';
import { yearsBefore } from '#shared/modules/staff/people/experience.rules.ts';
import type { PostConditions, PostFilter, PostRow } from '#shared/modules/staff/posts/post.schema.ts';
import { recordStore } from '#electron/database/record-store.ts';
import { handovers, posts } from './posts.tables.ts';

export type PostRecord = typeof posts.$inferSelect;
export type HandoverRecord = typeof handovers.$inferSelect;
type Window = { readonly offset: number; readonly limit: number };

/** Runs on a day: begun, and its end has not come. */
const RUNS = 'a.removed_at IS NULL AND a.from_on <= ? AND (a.until_on IS NULL OR a.until_on > ?)';
const COUNTED = `SELECT p.id, p.version, p.name, p.level, p.quota, p.duties, p.content, p.scope, p.conditions, p.subsidy_fen AS subsidyFen, p.answers_for_grid AS answersForGrid, p.note, p.updated_at AS updatedAt,
  (SELECT count(*) FROM appointment a WHERE a.post_id = p.id AND ${RUNS}) AS filled,
  (SELECT coalesce(sum(v.seats), 0) FROM vacancy v WHERE v.post_id = p.id AND v.removed_at IS NULL AND v.status = 'open') AS open
  FROM post p WHERE p.removed_at IS NULL`;
const ORDER = { name: 'name', level: "CASE level WHEN 'street' THEN 0 WHEN 'station' THEN 1 WHEN 'grid' THEN 2 WHEN 'team' THEN 3 ELSE 4 END, level, name", quota: 'quota', filled: 'filled', missing: 'quota - filled' } as const;
export type PostOrder = { readonly field: keyof typeof ORDER; readonly direction: 'asc' | 'desc' };

const limits = ({ text, levels, vacant }: PostFilter): Condition => {
  const parts: Condition[] = [
    ...(text === '' ? [] : [{ sql: 'instr(name, ?) > 0 OR instr(duties, ?) > 0', values: [text, text] }]),
    ...(levels.length === 0 ? [] : [{ sql: `level IN (${levels.map(() => '?').join(', ')})`, values: levels }]),
    ...(vacant ? [{ sql: 'filled < quota', values: [] }] : []),
  ];
  return allOf(parts);
};
const shown = (row: unknown): PostRow => {
  const post = row as Omit<PostRow, 'conditions' | 'answersForGrid'> & { conditions: string; answersForGrid: number }; // columns of COUNTED
  return { ...post, conditions: JSON.parse(post.conditions) as PostConditions, answersForGrid: post.answersForGrid === 1 }; // written by this repository
};

const RANK = "CASE substr(m.education, 1, 1) WHEN '1' THEN 0 WHEN '2' THEN 1 WHEN '3' THEN 2 WHEN '4' THEN 3 WHEN '6' THEN 3 WHEN '7' THEN 4 WHEN '8' THEN 5 WHEN '9' THEN 6 ELSE 99 END";
/** Whole months of service on a day, as `monthsBetween` counts them. */
const MONTHS = `m.earlier_months + CASE WHEN m.started_on IS NULL OR m.started_on > ? THEN 0 ELSE
  (substr(?, 1, 4) - substr(m.started_on, 1, 4)) * 12 + (substr(?, 6, 2) - substr(m.started_on, 6, 2)) - (substr(?, 9, 2) < substr(m.started_on, 9, 2)) END`;

/** The conditions of a post that a record can answer, as one condition on members in service; the same rule as `checkConditions`. */
export function fitCondition({ minEducation, minAge, maxAge, professions, minYears }: PostConditions, today: string): Condition {
  const rank = educationRank(minEducation);
  const parts: Condition[] = [
    { sql: "m.removed_at IS NULL AND m.staff_class <> 'helper' AND (m.left_on IS NULL OR m.left_on > ?)", values: [today] },
    ...(rank === null ? [] : [{ sql: `${RANK} <= ?`, values: [rank] }]),
    ...(minAge === null ? [] : [{ sql: 'm.birth_on <= ?', values: [yearsBefore(today, minAge)] }]),
    ...(maxAge === null ? [] : [{ sql: 'm.birth_on > ?', values: [yearsBefore(today, maxAge + 1)] }]),
    ...(professions.length === 0 ? [] : [{ sql: `m.profession IN (${professions.map(() => '?').join(', ')})`, values: professions }]),
    ...(minYears === null ? [] : [{ sql: `${MONTHS} >= ?`, values: [today, today, today, today, minYears * 12] }]),
  ];
  return allOf(parts);
}

type FitRow = { memberId: string; name: string; postName: string; gridName: string; birthOn: string | null; education: string; gridMonths: number };

export function postsRepository(db: Db) {
  const { orm, sqlite } = db;
  const statement = keptStatements(sqlite);
  const store = recordStore(db, posts);
  const sheets = recordStore(db, handovers);
  return {
    ...store,
    handovers: sheets,
    handoverOf: (appointmentId: string): HandoverRecord | undefined => orm.select().from(handovers).where(and(eq(handovers.appointmentId, appointmentId), isNull(handovers.removedAt))).get(),
    findByName: (communityId: string, name: string): PostRecord | undefined => orm.select().from(posts).where(and(eq(posts.communityId, communityId), eq(posts.name, name), isNull(posts.removedAt))).get(),
    /** The post whose holders answer for grids, if the station keeps one. */
    forGrids: (communityId: string): PostRecord | undefined => orm.select().from(posts).where(and(eq(posts.communityId, communityId), eq(posts.answersForGrid, true), isNull(posts.removedAt))).orderBy(posts.createdAt).limit(1).get(),
    row: (id: string, today: string): PostRow | undefined => {
      const row = statement(`${COUNTED} AND p.id = ?`).get(today, today, id);
      return row === undefined ? undefined : shown(row);
    },
    list: (filter: PostFilter, today: string, { field, direction }: PostOrder, { offset, limit }: Window): PostRow[] => {
      const { sql, values } = limits(filter);
      const order = ORDER[field].split(', ').map((part) => `${part} ${direction === 'desc' ? 'DESC' : 'ASC'}`).join(', ');
      return statement(`SELECT * FROM (${COUNTED}) WHERE ${sql} ORDER BY ${order}, id LIMIT ? OFFSET ?`).all(today, today, ...values, limit, offset).map(shown);
    },
    count: (filter: PostFilter, today: string): number => {
      const { sql, values } = limits(filter);
      return (statement(`SELECT count(*) AS n FROM (${COUNTED}) WHERE ${sql}`).get(today, today, ...values) as { n: number }).n; // the one column
    },
    /** The posts somebody holds on a day, with their level. */
    heldBy: (memberId: string, day: string): { postId: string; level: string }[] =>
      statement(`SELECT p.id AS postId, p.level FROM appointment a JOIN post p ON p.id = a.post_id WHERE a.member_id = ? AND ${RUNS}`).all(memberId, day, day) as { postId: string; level: string }[], // columns named here
    /** Of the team, who meets the conditions on a day and does not hold the post; the most experienced first. Whoever of `except` would fit is left out. */
    fits: (post: Pick<PostRecord, 'id' | 'conditions'>, today: string, { offset, limit }: Window, except: readonly string[] = []): { rows: FitRow[]; count: number } => {
      const { sql, values } = fitCondition(post.conditions, today);
      const where = `${sql} AND NOT EXISTS (SELECT 1 FROM appointment a WHERE a.post_id = ? AND a.member_id = m.id AND ${RUNS}) AND m.id NOT IN (SELECT value FROM json_each(?))`;
      const all = [...values, post.id, today, today, JSON.stringify(except)];
      const rows = statement(`SELECT m.id AS memberId, m.name, m.education, m.birth_on AS birthOn, ${MONTHS} AS gridMonths, coalesce(g.name, '') AS gridName,
        coalesce((SELECT o.name FROM appointment a JOIN post o ON o.id = a.post_id WHERE a.member_id = m.id AND a.removed_at IS NULL AND a.until_on IS NULL LIMIT 1), '') AS postName
        FROM grid_member m LEFT JOIN grid g ON g.id = m.grid_id WHERE ${where} ORDER BY gridMonths DESC, m.name_py, m.id LIMIT ? OFFSET ?`).all(today, today, today, today, ...all, limit, offset) as FitRow[]; // columns named here
      return { rows, count: (statement(`SELECT count(*) AS n FROM grid_member m WHERE ${where}`).get(...all) as { n: number }).n }; // the one column
    },
  };
}
