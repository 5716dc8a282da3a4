import type { Work } from '#electron/database/unit-of-work.ts';
import type { PublishedDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { workingDayCounter } from '#shared/modules/budget/requests/working-day-counter.rules.ts';

type CallCalendar = { readonly published: () => PublishedDays; readonly count: ReturnType<typeof workingDayCounter> };
const kept = new WeakMap<Work, CallCalendar>();

/** What `make` answers, made when it is first asked for. */
function once<T extends object>(make: () => T): () => T {
  const held: { value?: T } = {};
  return () => (held.value ??= make());
}

/** The working calendar as one call sees it: read once, however many steps and rows of the call ask for it, and not at all where nothing waits yet. */
export function callCalendar(work: Work): CallCalendar {
  const known = kept.get(work);
  if (known) return known;
  const published = once(() => work.calendar.published());
  const counter = once(() => workingDayCounter(published()));
  const calendar: CallCalendar = { published, count: (from, until) => (from >= until ? 0 : counter()(from, until)) };
  kept.set(work, calendar);
  return calendar;
}
