import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import type { Actor } from '#shared/contract/actor.ts';
import { bandFloors, bands, type Band, type CompletenessFilter, type CompletenessRow } from '#shared/modules/grid/register/completeness/completeness.contract.ts';
import { completenessOf, expectedFields, fullWeight, type Expected } from '#shared/modules/grid/register/completeness/completeness.rules.ts';
import { personCategories, type PersonDraft } from '#shared/modules/grid/register/person.schema.ts';
import { personBlocks } from '../blocks/block.tables.ts';
import type { Window } from '../persons.repository.ts';
import { persons } from '../register.tables.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { inScope } from '../scope.ts';

const columnOf = (expected: Expected): string => (expected.of === 'person' ? `p.${persons[expected.field].name}` : `b.${personBlocks[expected.field].name}`);
/** The rule as one expression, so that SQL and the sheet can never disagree. */
const SCORE = `CASE p.category ${personCategories.map((category) => `WHEN '${category}' THEN (100 * (${expectedFields[category].map((one) => `${one.weight} * (coalesce(${columnOf(one)}, '') <> '')`).join(' + ')})) / ${fullWeight(category)}`).join(' ')} END`;
const sumOf = (of: Expected['of']): string =>
  `CASE p.category ${personCategories.map((category) => `WHEN '${category}' THEN ${expectedFields[category].filter((one) => one.of === of).map((one) => `${one.weight} * (coalesce(${columnOf(one)}, '') <> '')`).join(' + ') || '0'}`).join(' ')} END`;
/** The same rule in two parts. That of the person stands in index `person_by_wholeness` word for word: who changes the rule makes that index anew. */
export const personWeight = sumOf('person');
const BLOCK_WEIGHT = sumOf('block');
const FULL = `CASE category ${personCategories.map((category) => `WHEN '${category}' THEN ${fullWeight(category)}`).join(' ')} END`;
/** Persons by the community of their grid, so that the index by grid answers; those without a grid by their own. */
const ofCommunities = (ids: readonly string[]): Condition => {
  const grids = isIn('community_id', ids);
  return { sql: `p.grid_id IN (SELECT id FROM grid WHERE ${grids.sql}) OR (p.grid_id IS NULL AND ${isIn('p.community_id', ids).sql})`, values: [...grids.values, ...ids] };
};
const FIELDS = [...new Set(personCategories.flatMap((category) => expectedFields[category]).map(columnOf))];
const FROM = 'FROM person p LEFT JOIN person_block b ON b.person_id = p.id AND b.removed_at IS NULL';
const ORDER = { score: 'score', name: 'p.sort_key' } as const;
export type CompletenessOrder = { readonly field: keyof typeof ORDER; readonly direction: 'asc' | 'desc' };
type Grade = { gridId: string | null; gridName: string; score: number; full: number; most: number; half: number; little: number };

const inBand = (band: Band): Condition => {
  const above = bands[bands.indexOf(band) - 1];
  return above === undefined ? { sql: `(${SCORE}) >= ?`, values: [bandFloors[band]] } : { sql: `(${SCORE}) >= ? AND (${SCORE}) < ?`, values: [bandFloors[band], bandFloors[above]] };
};
function anyOf(conditions: readonly Condition[]): Condition[] {
  return conditions.length === 0 ? [] : [{ sql: conditions.map(({ sql }) => `(${sql})`).join(' OR '), values: conditions.flatMap(({ values }) => values) }];
}
const condition = (actor: Actor, filter: CompletenessFilter): Condition =>
  allOf([
    { sql: 'p.removed_at IS NULL', values: [] },
    ...inScope(actor, 'p.grid_id'),
    ...(filter.gridIds.length > 0 ? [isIn('p.grid_id', filter.gridIds)] : []),
    ...(filter.withoutGrid ? [{ sql: 'p.grid_id IS NULL', values: [] }] : []),
    ...(filter.categories.length > 0 ? [isIn('p.category', filter.categories)] : []),
    ...anyOf(filter.bands.map(inBand)),
  ]);

export function completenessRepository({ sqlite }: Db) {
  const statement = keptStatements(sqlite);
  const rowOf = (raw: unknown): CompletenessRow => {
    const row = raw as Omit<CompletenessRow, 'missing'> & Record<string, unknown>; // the columns named below, and FIELDS under their own names
    const values = (of: 'person' | 'block') => Object.fromEntries(expectedFields[row.category as PersonDraft['category']].filter((one) => one.of === of).map((one) => [one.field, row[columnOf(one)]]));
    const { id, name, category, gridName, presentAddress, score } = row;
    return { id, name, category, gridName, presentAddress, score, missing: [...completenessOf(category, values('person'), values('block')).missing] };
  };
  return {
    /** The score of person `p` with block `b` (see `from`) as an expression, for whoever sums it up in another way. */
    expression: { score: SCORE, from: FROM },
    list: (actor: Actor, filter: CompletenessFilter, { field, direction }: CompletenessOrder, { offset, limit }: Window): CompletenessRow[] => {
      const { sql, values } = condition(actor, filter);
      const way = direction === 'desc' ? 'DESC' : 'ASC';
      return statement(`SELECT p.id, p.name, p.category, coalesce(g.name, '') AS gridName, p.present_address AS presentAddress, ${SCORE} AS score, ${FIELDS.map((column) => `${column} AS "${column}"`).join(', ')}
        ${FROM} LEFT JOIN grid g ON g.id = p.grid_id WHERE ${sql} ORDER BY ${ORDER[field]} ${way}, p.row_no LIMIT ? OFFSET ?`).all(...values, limit, offset).map(rowOf);
    },
    count: (actor: Actor, filter: CompletenessFilter): number => {
      const { sql, values } = condition(actor, filter);
      return (statement(`SELECT count(*) AS n ${filter.bands.length > 0 ? FROM : 'FROM person p'} WHERE ${sql}`).get(...values) as { n: number }).n; // the one column
    },
    /** The mean score of all records, rounded down; null without any. */
    mean: (): number | null => {
      const { score } = statement(`SELECT avg(${SCORE}) AS score ${FROM} WHERE p.removed_at IS NULL`).get() as { score: number | null }; // the one column
      return score === null ? null : Math.floor(score);
    },
    byGrid: (actor: Actor, communityIds: readonly string[]): Grade[] => {
      const { sql, values } = allOf([{ sql: 'p.removed_at IS NULL', values: [] }, ...inScope(actor, 'p.grid_id'), ...(communityIds.length > 0 ? [ofCommunities(communityIds)] : [])]);
      const grade = bands.map((band, at) => `total(n * (score >= ${bandFloors[band]}${at === 0 ? '' : ` AND score < ${bandFloors[bands[at - 1] ?? 'full']}`})) AS ${band}`).join(', ');
      return statement(`WITH alone AS (SELECT p.grid_id, p.category, ${personWeight} AS weight, count(*) AS n FROM person p WHERE ${sql} GROUP BY p.grid_id, p.category, ${personWeight}),
          blocks AS (SELECT p.grid_id, p.category, ${personWeight} AS weight, ${BLOCK_WEIGHT} AS more, count(*) AS n FROM person_block b CROSS JOIN person p ON p.id = b.person_id WHERE b.removed_at IS NULL AND ${sql} GROUP BY 1, 2, 3, 4),
          weights AS (SELECT grid_id, category, weight, n FROM alone UNION ALL SELECT grid_id, category, weight, -n FROM blocks UNION ALL SELECT grid_id, category, weight + more, n FROM blocks),
          scores AS (SELECT grid_id, (100 * weight) / ${FULL} AS score, n FROM weights)
        SELECT s.grid_id AS gridId, coalesce(g.name, '') AS gridName, total(s.score * s.n) / total(s.n) AS score, ${grade} FROM scores s LEFT JOIN grid g ON g.id = s.grid_id GROUP BY s.grid_id ORDER BY g.code`).all(...values, ...values) as Grade[]; // columns named in the statement
    },
    /** Persons registered between two instants in grids these members answer for: how many, and how many records are whole. One line a member. */
    newByResponsible: (memberIds: readonly string[], from: string, before: string): { subjectId: string; cases: number; sum: number }[] =>
      statement(`SELECT g.responsible_id AS subjectId, count(*) AS cases, sum((${SCORE}) >= ${bandFloors.full}) AS sum ${FROM} JOIN grid g ON g.id = p.grid_id AND g.status = 'active'
        WHERE p.removed_at IS NULL AND p.created_at >= ? AND p.created_at < ? AND g.responsible_id IN (SELECT value FROM json_each(?)) GROUP BY g.responsible_id`).all(from, before, JSON.stringify(memberIds)) as { subjectId: string; cases: number; sum: number }[], // columns named in the statement
    newOfResponsible: (memberId: string, from: string, before: string, { offset, limit }: Window): { id: string; name: string; createdAt: string; score: number }[] =>
      statement(`SELECT p.id, p.name, p.created_at AS createdAt, ${SCORE} AS score ${FROM} JOIN grid g ON g.id = p.grid_id AND g.status = 'active'
        WHERE p.removed_at IS NULL AND p.created_at >= ? AND p.created_at < ? AND g.responsible_id = ? ORDER BY p.created_at, p.id LIMIT ? OFFSET ?`).all(from, before, memberId, limit, offset) as { id: string; name: string; createdAt: string; score: number }[], // columns named in the statement
  };
}
