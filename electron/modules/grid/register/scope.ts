import { isIn, type Condition } from '#electron/database/condition.ts';
import type { Actor } from '#shared/contract/actor.ts';

/**
 * The one predicate that limits a clerk to the grids of the account; every reading and writing of the register goes through it. A row
 * outside it answers exactly like a missing row (security.md 2.5).
 */
export const inScope = (actor: Actor, column: string): Condition[] => (actor.scope === 'all' ? [] : [isIn(column, actor.scope)]);

export const isGridInScope = (actor: Actor, gridId: string | null): boolean => actor.scope === 'all' || (gridId !== null && actor.scope.includes(gridId));
