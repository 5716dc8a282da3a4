import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import type { agreementForms, MediationState } from './mediation.schema.ts';

export type MediationMove = 'agree' | 'sign' | 'follow-up' | 'close' | 'fail' | 'withdraw' | 'reopen';
type Form = (typeof agreementForms)[number];

/**
 * Which move leads from which state where; what is not listed cannot be done. An agreement by word of mouth is in force at once, a written one
 * when it is signed or sealed (People's Mediation Law 2010, articles 28 to 30); mediation may end without one (article 26).
 */
export const mediationMoves: Readonly<Record<MediationState, Partial<Readonly<Record<MediationMove, MediationState>>>>> = {
  open: { agree: 'agreed', fail: 'failed', withdraw: 'withdrawn' },
  agreed: { sign: 'in-force', reopen: 'open', withdraw: 'withdrawn' },
  'in-force': { 'follow-up': 'in-force', close: 'closed', reopen: 'open' },
  failed: { reopen: 'open' },
  withdrawn: { reopen: 'open' },
  closed: {},
};

/** The state a move leads to, or null where it is not possible. */
export function stateAfter(state: MediationState, move: MediationMove, form: Form | null = null): MediationState | null {
  const next = mediationMoves[state][move] ?? null;
  return move === 'agree' && next !== null && form === 'oral' ? 'in-force' : next;
}

/** Whether the case itself may still be changed: nothing was agreed and it has not ended. */
export const isMediationOpen = (state: MediationState): boolean => state === 'open';

/** Days after an agreement takes effect within which both parties may ask a court to confirm it (article 33). */
const CONFIRM_DAYS = 30;

/** The last day for asking a court to confirm an agreement in force; null while nothing is in force. */
export function confirmUntil({ state, form, agreedOn, signedOn }: { readonly state: MediationState; readonly form: Form | null; readonly agreedOn: string | null; readonly signedOn: string | null }): string | null {
  if (state !== 'in-force' && state !== 'closed') return null;
  const since = form === 'oral' ? agreedOn : signedOn;
  return since === null ? null : addDays(since, CONFIRM_DAYS);
}

/** `2026-0007`: the year of the request and the number within it. */
export const mediationNo = (year: string, sequence: number): string => `${year}-${String(sequence).padStart(4, '0')}`;
