import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import type { Actor } from '#shared/contract/actor.ts';
import { bandFloors, bands, type Band, type CompletenessFilter, type CompletenessRow } from '#shared/modules/grid/register/completeness/completeness.contract.ts';
import { completenessOf, expectedFields, fullWeight, type Expected } from '#shared/modules/grid/register/completeness/completeness.rules.ts';
import { personCategories, type PersonDraft } from '#shared/modules/grid/register/person.schema.ts';
import { personBlocks } from '../blocks/block.tables.ts';
import type { Window } from '../persons.repository.ts';
import { persons } from '../register.tables.ts';
import { allOf, inScope, isIn, type Condition } from '../scope.ts';

const columnOf = (expected: Expected): string => (expected.of === 'person' ? `p.${persons[expected.field].name}` : `b.${personBlocks[expected.field].name}`);
/** The rule as one expression, so that SQL and the sheet can never disagree. */
const SCORE = `CASE p.category ${personCategories.map((category) => `WHEN '${category}' THEN (100 * (${expectedFields[category].map((one) => `${one.weight} * (coalesce(${columnOf(one)}, '') <> '')`).join(' + ')})) / ${fullWeight(category)}`).join(' ')} END`;
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
      const { sql, values } = allOf([{ sql: 'p.removed_at IS NULL', values: [] }, ...inScope(actor, 'p.grid_id'), ...(communityIds.length > 0 ? [isIn('p.community_id', communityIds)] : [])]);
      const grade = bands.map((band, at) => `sum(score >= ${bandFloors[band]}${at === 0 ? '' : ` AND score < ${bandFloors[bands[at - 1] ?? 'full']}`}) AS ${band}`).join(', ');
      return statement(`SELECT s.grid_id AS gridId, coalesce(g.name, '') AS gridName, avg(score) AS score, ${grade}
        FROM (SELECT p.grid_id, ${SCORE} AS score ${FROM} WHERE ${sql}) s LEFT JOIN grid g ON g.id = s.grid_id GROUP BY s.grid_id ORDER BY g.code`).all(...values) as Grade[]; // columns named in the statement
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
