import { addDays, isWorkingDay, type PublishedDays } from '#shared/kernel/calendar/working-days.rules.ts';

/** A span of days by number, for arithmetic over millions of steps: the day's text, and working days counted up to it. */
export type WorkingCalendar = {
  readonly first: string;
  readonly length: number;
  readonly dayOf: (index: number) => string;
  /** Working days after `from` up to and including `until`. */
  readonly between: (from: number, until: number) => number;
  /** The day on which n more working days have passed. */
  readonly after: (from: number, n: number) => number;
};

export function workingCalendar(first: string, length: number, published: PublishedDays): WorkingCalendar {
  const days = Array.from({ length }, (_none, index) => addDays(first, index));
  const counted = new Int32Array(length);
  const working: number[] = [];
  for (const [index, day] of days.entries()) {
    const works = isWorkingDay(day, published);
    if (works) working.push(index);
    counted[index] = (counted[index - 1] ?? 0) + (works ? 1 : 0);
  }
  const at = (index: number): number => counted[Math.min(index, length - 1)] ?? 0;
  return {
    first, length,
    dayOf: (index) => days[Math.min(index, length - 1)] ?? first,
    between: (from, until) => Math.max(0, at(until) - at(from)),
    after: (from, n) => (n === 0 ? from : (working[at(from) + n - 1] ?? length - 1)),
  };
}
