import type { Allowed } from './allowed.ts';

export const participation: Allowed = { 'grid.answerProposal': 'supervisor', 'grid.correctPoints': 'supervisor', 'grid.saveParticipationRule': 'supervisor' };
