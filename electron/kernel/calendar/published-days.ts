import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { CalendarDay } from '#shared/kernel/calendar/calendar.contract.ts';

/** `English,中文,days` of the package. */
const chineseName = (entry: string): string => entry.split(',')[1] ?? entry;

/**
 * The holidays and worked weekend days published by the State Council, as the package chinese-days (MIT) gathers them; the station
 * starts with those of `firstYear` and later and edits them from then on.
 */
export function publishedDays(firstYear: number): CalendarDay[] {
  const from = `${firstYear}-01-01`;
  const of = (days: Readonly<Record<string, string>>, kind: CalendarDay['kind']) =>
    Object.entries(days).filter(([day]) => day >= from).map(([day, entry]): CalendarDay => ({ day, kind, name: chineseName(entry), source: 'chinese-days 1.5.7' }));
  return [...of(published.holidays, 'holiday'), ...of(published.workdays, 'workday')];
}
