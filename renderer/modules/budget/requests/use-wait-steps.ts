import { useMemo } from 'react';
import type { WaitStep } from '#renderer/components/wait-strip/WaitStrip.tsx';
import type { RequestSheet, StepRow } from '#shared/modules/budget/requests/request.schema.ts';
import { useWaiter, useWordsOf } from '../parts/use-words-of.ts';

const DONE = ['published', 'withdrawn', 'split'];
const AHEAD = ['approved', 'spending', 'accepted', 'settled', 'published'] as const;
const ORDER = ['agreed', 'budgeted', 'review', 'approved', 'spending', 'accepted', 'settled', 'published'];

/** The steps taken, the one it stands at, and those to come if all goes well. */
export function useWaitSteps(request: RequestSheet): readonly WaitStep[] {
  const word = useWordsOf();
  const waiter = useWaiter();
  return useMemo(() => {
    const nameOf = ({ step, levelName, outcome }: StepRow): string => [step === 'review' ? levelName : word('step', step), outcome === '' || step !== 'review' ? '' : word('outcome', outcome)].filter(Boolean).join(' · ');
    const taken = request.steps.map((row): WaitStep => {
      const isDone = row.leftAt !== null || DONE.includes(row.step);
      return { id: row.id, label: nameOf(row), state: isDone ? 'done' : 'now', who: isDone ? row.decidedBy || null : waiter(row.waitingFor), since: row.enteredAt, until: row.leftAt, days: isDone && row.leftAt === null ? null : row.days, limit: row.limitDays, clock: isDone && row.clock === 'near' ? 'calm' : row.clock };
    });
    if (DONE.includes(request.step) || request.step === 'rejected') return taken;
    const ahead = (id: string, label: string, limit: number | null): WaitStep => ({ id, label, state: 'ahead', who: null, since: null, until: null, days: null, limit, clock: 'calm' });
    const from = request.step === 'review' ? request.level + 1 : ORDER.indexOf(request.step) < ORDER.indexOf('review') ? 0 : request.levels.length;
    const levels = request.levels.slice(from).map(({ name, limitDays }, at) => ahead(`level-${from + at}`, name, limitDays));
    const later = AHEAD.filter((step) => ORDER.indexOf(step) > ORDER.indexOf(request.step)).map((step) => ahead(step, word('step', step), null));
    return [...taken, ...levels, ...later];
  }, [request, word, waiter]);
}
