import type { Work } from '#electron/database/unit-of-work.ts';
import type { PublishedDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { workingDayCounter } from '#shared/modules/budget/requests/working-day-counter.rules.ts';

type CallCalendar = { readonly published: PublishedDays; readonly count: ReturnType<typeof workingDayCounter> };
const kept = new WeakMap<Work, CallCalendar>();

/** The working calendar as one call sees it: read once, however many steps and rows of the call ask for it. */
export function callCalendar(work: Work): CallCalendar {
  const known = kept.get(work);
  if (known) return known;
  const published = work.calendar.published();
  const calendar = { published, count: workingDayCounter(published) };
  kept.set(work, calendar);
  return calendar;
}
