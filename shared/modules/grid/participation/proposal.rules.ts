import type { ProposalMove, ProposalState } from './proposal.schema.ts';

type Rule = { readonly from: readonly ProposalState[]; readonly to: ProposalState; /** Whoever decides; otherwise whoever registers. */ readonly decides: boolean };

/** The way of a proposal (domain.md 3.6). Nothing is accepted that was not deliberated; a refusal may come at any step before, always with its public answer. */
export const proposalMoves: Readonly<Record<ProposalMove, Rule>> = {
  second: { from: ['proposed'], to: 'seconded', decides: false },
  deliberate: { from: ['seconded', 'deliberated'], to: 'deliberated', decides: false },
  accept: { from: ['deliberated'], to: 'accepted', decides: true },
  reject: { from: ['proposed', 'seconded', 'deliberated'], to: 'rejected', decides: true },
  finish: { from: ['accepted'], to: 'done', decides: false },
  withdraw: { from: ['proposed', 'seconded', 'deliberated'], to: 'withdrawn', decides: false },
};

/** Where a move leads, or null where there is no such way. */
export const proposalAfter = (state: ProposalState, move: ProposalMove): ProposalState | null => (proposalMoves[move].from.includes(state) ? proposalMoves[move].to : null);

/** Whether the public answer is still owed. */
export const awaitsAnswer = (state: ProposalState): boolean => state === 'proposed' || state === 'seconded' || state === 'deliberated';
