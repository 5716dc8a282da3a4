import type { SuggestionMove, SuggestionState } from './suggestion.schema.ts';

type Way = { readonly from: readonly SuggestionState[]; readonly to: SuggestionState };

/** The way of a suggestion of the staff (domain.md P5): it is answered once, and only what was taken up can be carried out. */
export const suggestionMoves: Readonly<Record<SuggestionMove, Way>> = {
  'take-up': { from: ['received'], to: 'taken-up' },
  decline: { from: ['received'], to: 'not-taken-up' },
  'carry-out': { from: ['taken-up'], to: 'carried-out' },
};

/** Where a move leads, or null where there is no such way. */
export const suggestionAfter = (state: SuggestionState, move: SuggestionMove): SuggestionState | null => (suggestionMoves[move].from.includes(state) ? suggestionMoves[move].to : null);

/** Whether the answer is still owed; as long as it is, the suggestion can be reworded, withdrawn and seconded. */
export const awaitsAnswer = (state: SuggestionState): boolean => state === 'received';
