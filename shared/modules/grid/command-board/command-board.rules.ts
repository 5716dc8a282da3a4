import type { Role } from '#shared/contract/roles.ts';
import { asksOf, movesFrom, OPEN_STATES, stateAfter, type MatterMove, type MatterState } from '../matters/matter-machine.rules.ts';

/** The columns of the board: every state in which somebody has to do something, in the order of a matter's life. */
export const boardStates = OPEN_STATES;
export type BoardState = (typeof boardStates)[number];

/**
 * The moves that carry a card from one column into another for somebody with these roles; empty where the machine knows none. The shortest to
 * say comes first, so that a card dropped on a column asks for as little as it can.
 */
export const movesTo = (from: MatterState, to: MatterState, roles: readonly Role[]): readonly MatterMove[] =>
  movesFrom(from, roles)
    .filter((move) => from !== to && stateAfter(from, move) === to)
    .toSorted((a, b) => asksOf(a).length - asksOf(b).length);

/** The columns a card can go to at all, each once, in the order of the board. */
export const reachableFrom = (from: MatterState, roles: readonly Role[]): readonly BoardState[] => boardStates.filter((state) => movesTo(from, state, roles).length > 0);

type Unit = { readonly kind: string; readonly id: string };

/** Whether a meeting names exactly one lead: the lead is not among the others, nobody is named twice, and somebody is there to be led. */
export const namesOneLead = (lead: Unit, others: readonly Unit[]): boolean => {
  const keys = [lead, ...others].map(({ kind, id }) => `${kind}/${id}`);
  return others.length > 0 && new Set(keys).size === keys.length;
};
