import type { Actor } from '#shared/contract/actor.ts';

export type Condition = { readonly sql: string; readonly values: readonly (string | number | null)[] };

const marks = (count: number): string => Array.from({ length: count }, () => '?').join(', ');
/** Nothing is in an empty list. It is written as one that holds only NULL, because SQLite finds no way along a named index for `IN ()`. */
export const isIn = (column: string, values: readonly string[]): Condition => ({ sql: `${column} IN (${marks(Math.max(1, values.length))})`, values: values.length === 0 ? [null] : values });

/**
 * The one predicate that limits a clerk to the grids of the account; every reading and writing of the register goes through it. A row
 * outside it answers exactly like a missing row (security.md 2.5).
 */
export const inScope = (actor: Actor, column: string): Condition[] => (actor.scope === 'all' ? [] : [isIn(column, actor.scope)]);

export const isGridInScope = (actor: Actor, gridId: string | null): boolean => actor.scope === 'all' || (gridId !== null && actor.scope.includes(gridId));

export function allOf(conditions: readonly Condition[]): Condition {
  return { sql: conditions.map((condition) => `(${condition.sql})`).join(' AND ') || '1', values: conditions.flatMap((condition) => condition.values) };
}
