import { useIntl } from 'react-intl';
import type { WaitStep } from '#renderer/components/wait-strip/WaitStrip.tsx';
import { clockOf } from '#shared/kernel/calendar/clock.rules.ts';
import type { AdmissionSheet, AdmissionState } from '#shared/modules/grid/admission/admission.schema.ts';

const AHEAD: Readonly<Partial<Record<AdmissionState, readonly AdmissionState[]>>> = { draft: ['applied', 'review', 'admitted'], applied: ['review', 'admitted'], review: ['admitted'], supplement: ['review', 'admitted'] };

/** The way of an application for the wait strip: what was done and by whom, who has it now and on which day of how many, what is to come. */
export function useAdmissionSteps({ steps, state, review, bodyName, appliedOn, reviewDueOn, updatedAt }: AdmissionSheet): readonly WaitStep[] {
  const { formatMessage } = useIntl();
  const label = (of: AdmissionState): string => formatMessage({ id: `admission.state.${of}` });
  const group = formatMessage({ id: 'admission.who.group' });
  const desk = formatMessage({ id: 'admission.who.desk' });
  const holder: Readonly<Partial<Record<AdmissionState, string>>> = { draft: bodyName, applied: desk, review: group, supplement: bodyName };
  const step = (id: string, of: AdmissionState, values: Partial<WaitStep>): WaitStep => ({ id, label: label(of), state: 'done', who: null, since: null, until: null, days: null, limit: null, clock: 'calm', ...values });
  const last = steps.at(-1);
  const isEnd = !(state in holder);
  const done = (isEnd ? steps : steps.slice(0, -1)).map((one, at) => step(one.id, one.state, { who: one.byName, since: one.enteredOn, until: steps[at + 1]?.enteredOn ?? one.enteredOn }));
  const drawn = steps.length > 0 || state !== 'draft' ? [step('draft', 'draft', { who: bodyName, since: appliedOn, until: appliedOn })] : [];
  const exited = isEnd && last?.state !== state ? [step('exited', state, { who: formatMessage({ id: 'admission.who.itself' }) })] : [];
  if (isEnd) return [...drawn, ...done, ...exited];
  const isReview = state === 'review';
  const now = step('now', state, { state: 'now', who: holder[state] ?? null, since: last?.enteredOn ?? updatedAt, until: reviewDueOn, ...(isReview && { days: review.used, limit: review.limit, clock: clockOf(review.used, review.limit) }) });
  return [...drawn, ...done, now, ...(AHEAD[state] ?? []).map((of) => step(`ahead ${of}`, of, { state: 'ahead', ...(of === 'review' && { limit: review.limit }) }))];
}
