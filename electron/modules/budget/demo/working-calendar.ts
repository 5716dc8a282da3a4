import { addDays, isWorkingDay, type PublishedDays } from '#shared/kernel/calendar/working-days.rules.ts';

export type WorkingCalendar = { readonly add: (day: string, count: number) => string; readonly between: (from: string, until: string) => number; readonly plus: (day: string, count: number) => string };

/** The working days of a span of years, reckoned once: an invented budget asks for tens of thousands. Answers as the rules do, for days inside the span. */
export function workingCalendar(published: PublishedDays, firstYear: number, lastYear: number): WorkingCalendar {
  const days: string[] = [];
  const at = new Map<string, number>();
  const working: string[] = [];
  const upTo: number[] = [];
  for (let day = `${firstYear}-01-01`; day <= `${lastYear}-12-31`; day = addDays(day, 1)) {
    at.set(day, days.length);
    days.push(day);
    if (isWorkingDay(day, published)) working.push(day);
    upTo.push(working.length);
  }
  const place = (day: string): number => at.get(day) ?? days.length - 1;
  const counted = (day: string): number => upTo[place(day)] ?? working.length;
  return {
    add: (day, count) => (count === 0 ? day : (working[counted(day) + count - 1] ?? day)),
    between: (from, until) => Math.max(0, counted(until) - counted(from)),
    plus: (day, count) => days[place(day) + count] ?? day,
  };
}
