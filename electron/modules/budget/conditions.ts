import type { Actor } from '#shared/contract/actor.ts';

export type Condition = { readonly sql: string; readonly values: readonly (string | number | null)[] };
export type Window = { readonly offset: number; readonly limit: number };

/** Nothing is in an empty list; it is written as one that holds only NULL. */
export const isIn = (column: string, values: readonly (string | number)[]): Condition => ({ sql: `${column} IN (${Array.from({ length: Math.max(1, values.length) }, () => '?').join(', ')})`, values: values.length === 0 ? [null] : values });

export function allOf(conditions: readonly Condition[]): Condition {
  return { sql: conditions.map(({ sql }) => `(${sql})`).join(' AND ') || '1', values: conditions.flatMap(({ values }) => values) };
}

/** A clerk with grids sees the requests of these and the own ones; a request outside answers like a missing one (security.md 2.5). */
export function requestsInScope(actor: Actor): Condition[] {
  if (actor.scope === 'all') return [];
  const inGrids = isIn('r.grid_id', actor.scope);
  return [{ sql: `${inGrids.sql} OR r.applicant_id = ?`, values: [...inGrids.values, actor.userId] }];
}
