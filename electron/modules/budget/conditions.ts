import { isIn, type Condition } from '#electron/database/condition.ts';
import type { Actor } from '#shared/contract/actor.ts';

export type Window = { readonly offset: number; readonly limit: number };

/** A clerk with grids sees the requests of these and the own ones; a request outside answers like a missing one (security.md 2.5). */
export function requestsInScope(actor: Actor): Condition[] {
  if (actor.scope === 'all') return [];
  const inGrids = isIn('r.grid_id', actor.scope);
  return [{ sql: `${inGrids.sql} OR r.applicant_id = ?`, values: [...inGrids.values, actor.userId] }];
}
