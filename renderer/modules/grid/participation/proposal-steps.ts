import { useIntl } from 'react-intl';
import type { WaitStep } from '#renderer/components/wait-strip/WaitStrip.tsx';
import { clockOf } from '#shared/kernel/calendar/clock.rules.ts';
import { awaitsAnswer } from '#shared/modules/grid/participation/proposal.rules.ts';
import type { ProposalSheet, ProposalState } from '#shared/modules/grid/participation/proposal.schema.ts';

const WAY: readonly ProposalState[] = ['proposed', 'seconded', 'deliberated', 'accepted', 'done'];

/** The way of a proposal for the wait strip; the clock is that of its public answer. */
export function useProposalSteps(proposal: ProposalSheet): readonly WaitStep[] {
  const { formatMessage } = useIntl();
  const { state, answerClock, secondings, deliberations, proposerName } = proposal;
  const isEnded = state === 'rejected' || state === 'withdrawn';
  const reached: ProposalState = deliberations.length > 0 ? 'deliberated' : secondings.length >= proposal.secondsNeeded ? 'seconded' : 'proposed';
  const at = WAY.indexOf(isEnded ? reached : state);
  const since: Readonly<Partial<Record<ProposalState, string | null>>> = { proposed: proposal.proposedOn, seconded: secondings.at(-1)?.secondedOn ?? null, deliberated: deliberations.at(-1)?.heldOn ?? null, accepted: proposal.decidedOn, done: proposal.doneOn };
  const who: Readonly<Partial<Record<ProposalState, string>>> = { proposed: proposerName, seconded: formatMessage({ id: 'proposals.who-residents' }), deliberated: formatMessage({ id: 'proposals.who-residents' }), accepted: formatMessage({ id: 'proposals.who-desk' }), done: formatMessage({ id: 'proposals.who-desk' }) };
  const step = (of: ProposalState, values: Partial<WaitStep>): WaitStep => ({ id: of, label: formatMessage({ id: `proposal.state.${of}` }), state: 'done', who: who[of] ?? null, since: since[of] ?? null, until: null, days: null, limit: null, clock: 'calm', ...values });
  const clock = awaitsAnswer(state) ? { days: answerClock.used, limit: answerClock.limit, clock: clockOf(answerClock.used, answerClock.limit) } : {};
  const way = WAY.slice(0, isEnded ? at + 1 : WAY.length).map((of, index) => (index < at || isEnded || (of === 'done' && state === 'done') ? step(of, {}) : index === at ? step(of, { state: 'now', ...clock }) : step(of, { state: 'ahead', who: null, since: null })));
  return isEnded ? [...way, step(state, { since: proposal.decidedOn, who: formatMessage({ id: 'proposals.who-desk' }) })] : way;
}
