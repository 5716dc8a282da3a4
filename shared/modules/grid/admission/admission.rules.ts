import { addDays, addWorkingDays, isWorkingDay, workingDaysBetween, type PublishedDays } from '#shared/kernel/calendar/working-days.rules.ts';
import type { AdmissionMove, AdmissionState, ListKind } from './admission.schema.ts';

/** Working days between an application and the start of its task (Xicheng rules for affairs admission, domain.md 3.2). */
export const NOTICE_DAYS = 30;
/** Working days in which the review decides (the same rules). */
export const REVIEW_DAYS = 15;
/** Working days after which promised money that did not come turns from yellow to red, as a matter in hand does (domain.md 3.1). */
export const MONEY_RED_DAYS = 10;

type Rule = { readonly from: readonly AdmissionState[]; readonly to: AdmissionState; /** Whoever decides about admission; otherwise whoever registers. */ readonly decides: boolean; readonly asksReason: boolean; /** Follows only from the check against the lists. */ readonly byCheck: boolean };

/** Every way a task may go. Nothing in it is done by time: silence is not consent (domain.md 3.2). */
export const admissionMoves: Readonly<Record<AdmissionMove, Rule>> = {
  submit: { from: ['draft'], to: 'applied', decides: false, asksReason: false, byCheck: false },
  'admit-by-list': { from: ['applied'], to: 'admitted', decides: false, asksReason: false, byCheck: true },
  'admit-exempt': { from: ['applied'], to: 'admitted', decides: false, asksReason: false, byCheck: true },
  'reject-by-list': { from: ['applied'], to: 'rejected', decides: false, asksReason: false, byCheck: true },
  review: { from: ['applied'], to: 'review', decides: false, asksReason: false, byCheck: true },
  supplement: { from: ['review'], to: 'supplement', decides: true, asksReason: true, byCheck: false },
  resubmit: { from: ['supplement'], to: 'review', decides: false, asksReason: false, byCheck: false },
  approve: { from: ['review'], to: 'admitted', decides: true, asksReason: true, byCheck: false },
  reject: { from: ['review'], to: 'rejected', decides: true, asksReason: true, byCheck: false },
  withdraw: { from: ['draft', 'applied', 'review', 'supplement'], to: 'withdrawn', decides: false, asksReason: true, byCheck: false },
  pause: { from: ['admitted'], to: 'paused', decides: true, asksReason: true, byCheck: false },
  resume: { from: ['paused'], to: 'admitted', decides: true, asksReason: false, byCheck: false },
  exit: { from: ['admitted', 'paused'], to: 'exited', decides: true, asksReason: true, byCheck: false },
};

/** Where a move leads from a state, or null where the machine has no such way. */
export const stateAfter = (state: AdmissionState, move: AdmissionMove): AdmissionState | null => (admissionMoves[move].from.includes(state) ? admissionMoves[move].to : null);

/** What the check against the lists decides: the legally required is admitted, the negative refused, help only with its means, everything else is reviewed; life-safety and residents' own wishes need no admission. */
export function moveByCheck(listKind: ListKind | null, { isExempt, hasMeans }: { readonly isExempt: boolean; readonly hasMeans: boolean }): AdmissionMove {
  if (isExempt) return 'admit-exempt';
  if (listKind === 'negative') return 'reject-by-list';
  if (listKind === 'required' || (listKind === 'assist' && hasMeans)) return 'admit-by-list';
  return 'review';
}

/** A temporary task past its last day has left by itself (domain.md 3.2); nobody has to write it down. */
export const shownState = ({ state, endsOn }: { readonly state: AdmissionState; readonly endsOn: string | null }, today: string): AdmissionState => ((state === 'admitted' || state === 'paused') && endsOn !== null && endsOn < today ? 'exited' : state);

/** The first day on which a task may start that is applied for on a day. */
export const earliestStart = (appliedOn: string, published: PublishedDays): string => addWorkingDays(appliedOn, NOTICE_DAYS, published);

export type DatedState = { readonly state: AdmissionState; readonly enteredOn: string };

/** Working days the review has used: only while the task lay in review; the time a department takes to complete its papers does not count. */
export function reviewDaysUsed(steps: readonly DatedState[], today: string, published: PublishedDays): number {
  return steps.reduce((sum, step, at) => (step.state === 'review' ? sum + workingDaysBetween(step.enteredOn, steps[at + 1]?.enteredOn ?? today, published) : sum), 0);
}

/** The last day of the review that begins, or goes on, today. */
export const reviewDueOn = (steps: readonly DatedState[], today: string, published: PublishedDays): string => addWorkingDays(today, Math.max(0, REVIEW_DAYS - reviewDaysUsed(steps, today, published)), published);

/** The latest day that lies `count` working days before `today`: money due on it or earlier is so many working days late. */
export function dayWorkingDaysBefore(today: string, count: number, published: PublishedDays): string {
  let day = today;
  for (let left = count; left > 0; day = addDays(day, -1)) if (isWorkingDay(day, published)) left -= 1;
  return day;
}
