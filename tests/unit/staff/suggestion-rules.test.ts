import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awaitsAnswer, suggestionAfter } from '#shared/modules/staff/suggestions/suggestion.rules.ts';
import { suggestionMoveNames, suggestionStates, type SuggestionState } from '#shared/modules/staff/suggestions/suggestion.schema.ts';

/** Everywhere a row of moves leads, those without a way left out. */
const walked = (moves: readonly (typeof suggestionMoveNames)[number][]): SuggestionState[] => {
  const states: SuggestionState[] = ['received'];
  for (const move of moves) {
    const next = suggestionAfter(states.at(-1) ?? 'received', move);
    if (next !== null) states.push(next);
  }
  return states;
};

describe('the way of a suggestion', () => {
  it('never comes back, answers once, and carries out only what was taken up, whatever is tried in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...suggestionMoveNames), { maxLength: 12 }), (moves) => {
        const states = walked(moves);
        expect(new Set(states).size).toBe(states.length);
        expect(states.filter((state) => state === 'taken-up' || state === 'not-taken-up').length).toBe(states.length > 1 ? 1 : 0);
        expect(states.includes('carried-out')).toBe(states.at(-2) === 'taken-up');
        expect(states.slice(1).some(awaitsAnswer)).toBe(false);
      }),
    );
  });
  it('reaches every state', () => {
    expect(suggestionStates.filter((state) => ![...walked(['take-up', 'carry-out']), ...walked(['decline'])].includes(state))).toEqual([]);
  });
  it('ends with a refusal or a result', () => {
    for (const state of ['not-taken-up', 'carried-out'] as const) expect(suggestionMoveNames.filter((move) => suggestionAfter(state, move) !== null)).toEqual([]);
  });
});
