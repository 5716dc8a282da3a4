import { gunzipSync, gzipSync } from 'node:zlib';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import type { SubjectKind } from '#shared/modules/training-assessment/assessment/indicator.rules.ts';
import { keysOf, subjectsOf, type FactKey } from './indicator-source.ts';

export type Period = { readonly fromOn: string; readonly untilOn: string; readonly today: string };
export type Subject = { readonly subjectId: string; readonly name: string; readonly namePy: string; readonly gridId: string | null; readonly accountId: string | null; readonly fromOn: string; readonly untilOn: string };
/** A source bound to the kind of subject that is asked. */
export type Asked = { readonly kind: SubjectKind; readonly by: FactKey; readonly rows: string };
export type Fact = { readonly earned: number; readonly due: number };
export type StoredFactRow = { readonly id: string; readonly key: string; readonly label: string; readonly day: string | null; readonly earned: number; readonly due: number; readonly note: string; readonly leftOut: string; readonly place: string };
export type Whose = { readonly subjectId: string; readonly fromOn: string; readonly untilOn: string };

const named = ({ fromOn, untilOn, today }: Period) => ({ from: fromOn, until: untilOn, today });
const WITHIN = '(r.day IS NULL OR r.day BETWEEN s.from_on AND s.until_on)';
const COLUMNS = 'r.id, r.key, r.label, r.day, r.earned, r.due, r.note, r.left_out AS leftOut, r.place';
/**
 * Rows are gone through once and lead to their subjects, not the other way round: the keys are worked out first and get an index of their own, and
 * CROSS JOIN keeps SQLite from going through all matters once for each of eleven thousand members. The cast gives the keys the affinity without
 * which they get no index.
 */
const withKeys = (kind: SubjectKind, by: FactKey): string => `WITH k AS MATERIALIZED (SELECT subject_id, CAST(key AS TEXT) AS key FROM (${keysOf(kind, by)}))`;
/** Rows summed by key and day before they meet their subjects: ten members share the matters of a grid. */
const summed = (rows: string): string => `(SELECT key, day, sum(earned) AS earned, sum(due) AS due, sum(due > 0) AS n FROM (${rows}) GROUP BY key, day)`;
/**
 * The sums of everybody in `subjects` (subject_id, from_on, until_on). Ten members of a grid mostly served the same days, so each key is summed once
 * for every span of days that occurs, and only then handed to those who served it.
 */
const bySubject = ({ kind, by, rows }: Asked, subjects: string): string => `${withKeys(kind, by)}, s AS MATERIALIZED (SELECT p.subject_id, k.key, p.from_on, p.until_on FROM (${subjects}) p CROSS JOIN k ON k.subject_id = p.subject_id),
  d AS MATERIALIZED (SELECT DISTINCT key, from_on, until_on FROM s),
  t AS MATERIALIZED (SELECT d.key, d.from_on, d.until_on, sum(r.earned) AS earned, sum(r.due) AS due FROM ${summed(rows)} r CROSS JOIN d ON d.key = r.key WHERE r.day IS NULL OR r.day BETWEEN d.from_on AND d.until_on GROUP BY d.key, d.from_on, d.until_on)
  SELECT s.subject_id AS id, sum(t.earned) AS earned, sum(t.due) AS due FROM s CROSS JOIN t ON t.key = s.key AND t.from_on = s.from_on AND t.until_on = s.until_on GROUP BY s.subject_id`;
const byId = (found: readonly unknown[]): ReadonlyMap<string, Fact> => new Map((found as readonly ({ id: string } & Fact)[]).map(({ id, earned, due }) => [id, { earned, due }])); // columns named in bySubject
/** Rows that several sheets stand on are packed once. */
const packed = new WeakMap<readonly StoredFactRow[], Buffer>();
function pack(rows: readonly StoredFactRow[]): Buffer {
  const known = packed.get(rows);
  if (known) return known;
  const fresh = gzipSync(JSON.stringify(rows.map(({ id, key, label, day, earned, due, note, leftOut, place }) => [id, key, label, day, earned, due, note, leftOut, place])));
  packed.set(rows, fresh);
  return fresh;
}

export function factsRepository({ sqlite }: Db) {
  const statement = keptStatements(sqlite);
  return {
    /** Everybody of a kind, with the days of the period they served. */
    subjects: (kind: SubjectKind, period: Period): Subject[] =>
      statement(`SELECT subject_id AS subjectId, name, name_py AS namePy, grid_id AS gridId, account_id AS accountId, from_on AS fromOn, until_on AS untilOn FROM (${subjectsOf(kind)}) ORDER BY name_py, subject_id`).all(named(period)) as Subject[], // columns named
    /** What each subject of a kind earned of what was due, by subject. Who has no row has nothing due. */
    ofKind: (asked: Asked, period: Period): ReadonlyMap<string, Fact> => byId(statement(bySubject(asked, subjectsOf(asked.kind))).all(named(period))),
    /** The same for the sheets of a cycle, each within its own days; by subject. */
    ofPlan: (planId: string, asked: Asked, period: Period): ReadonlyMap<string, Fact> =>
      byId(statement(bySubject(asked, 'SELECT subject_id, from_on, until_on FROM assessment_sheet WHERE plan_id = @planId')).all({ ...named(period), planId })),
    /** The same for some subjects over days of their own choosing. */
    ofSubjects: (ids: readonly string[], { kind, by, rows }: Asked, period: Period): ({ readonly id: string; readonly rows: number } & Fact)[] =>
      statement(`${withKeys(kind, by)} SELECT k.subject_id AS id, sum(r.earned) AS earned, sum(r.due) AS due, sum(r.n) AS rows FROM ${summed(rows)} r CROSS JOIN k ON k.key = r.key WHERE k.subject_id IN (SELECT value FROM json_each(@ids)) GROUP BY k.subject_id HAVING sum(r.due) > 0`)
        .all({ ...named(period), ids: JSON.stringify(ids) }) as ({ id: string; rows: number } & Fact)[], // columns named
    /** The rows of one subject within its own days, what is missing first and what is left out last. */
    rows: ({ kind, by, rows }: Asked, whose: Whose, period: Period): StoredFactRow[] => {
      const keys = statement(`SELECT key FROM (${keysOf(kind, by)}) WHERE subject_id = ? AND key IS NOT NULL`).pluck().all(whose.subjectId) as string[]; // the one column
      const names = keys.map((_key, at) => `k${String(at)}`);
      const bound = Object.fromEntries(names.map((name, at) => [name, keys[at] ?? null]));
      return statement(`SELECT ${COLUMNS} FROM (${rows}) r WHERE r.key IN (${names.map((name) => `@${name}`).join(', ') || 'NULL'}) AND (r.day IS NULL OR r.day BETWEEN @sheetFrom AND @sheetUntil)
        ORDER BY r.left_out <> '', r.earned * 1.0 / max(r.due, 1), r.label, r.id`).all({ ...named(period), ...bound, sheetFrom: whose.fromOn, sheetUntil: whose.untilOn }) as StoredFactRow[]; // columns named
    },
    /** The rows of every open sheet of a cycle, sheet by sheet, in one pass. */
    *rowsOfPlan(planId: string, { kind, by, rows }: Asked, period: Period): Generator<{ readonly sheetId: string; readonly rows: StoredFactRow[] }> {
      const all = sqlite.prepare(`${withKeys(kind, by)} SELECT s.id AS sheetId, ${COLUMNS} FROM (${rows}) r CROSS JOIN k ON k.key = r.key CROSS JOIN assessment_sheet s ON s.plan_id = @planId AND s.subject_id = k.subject_id
        WHERE s.state IN ('self', 'returned') AND ${WITHIN} ORDER BY s.id, r.left_out <> '', r.earned * 1.0 / max(r.due, 1), r.label, r.id`).iterate({ ...named(period), planId }) as IterableIterator<StoredFactRow & { sheetId: string }>; // columns named
      let sheetId = '';
      let open: StoredFactRow[] = [];
      for (const { sheetId: of, ...row } of all) {
        if (of !== sheetId && open.length > 0) {
          yield { sheetId, rows: open };
          open = [];
        }
        sheetId = of;
        open.push(row);
      }
      if (open.length > 0) yield { sheetId, rows: open };
    },
    freeze: (row: { readonly id: string; readonly communityId: string; readonly now: string; readonly sheetId: string; readonly itemId: string }, rows: readonly StoredFactRow[]): void =>
      void statement(`INSERT INTO assessment_frozen (id, community_id, created_at, updated_at, sheet_id, item_id, packed) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (sheet_id, item_id) DO UPDATE SET packed = excluded.packed, updated_at = excluded.updated_at, version = version + 1`).run(row.id, row.communityId, row.now, row.now, row.sheetId, row.itemId, pack(rows)),
    frozen: (sheetId: string, itemId: string): StoredFactRow[] | undefined => {
      const kept = statement('SELECT packed FROM assessment_frozen WHERE sheet_id = ? AND item_id = ?').pluck().get(sheetId, itemId) as Buffer | undefined; // the one column
      return kept && (JSON.parse(gunzipSync(kept).toString()) as [string, string, string, string | null, number, number, string, string, string][]).map(([id, key, label, day, earned, due, note, leftOut, place]) => ({ id, key, label, day, earned, due, note, leftOut, place })); // written by `pack`
    },
  };
}
