import type { CalendarDay } from './calendar.contract.ts';

/** The published days by their date; everything else follows the plain week. */
export type PublishedDays = ReadonlyMap<string, CalendarDay['kind']>;

const DAY_MS = 86_400_000;
const toUtc = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const toDay = (utc: number): string => new Date(utc).toISOString().slice(0, 10);

/** The calendar day `count` days after `day` (before it when negative). */
export const addDays = (day: string, count: number): string => toDay(toUtc(day) + count * DAY_MS);

/** A day on which offices work: as published, else Monday to Friday. */
export function isWorkingDay(day: string, published: PublishedDays): boolean {
  const kind = published.get(day);
  if (kind) return kind === 'workday';
  const weekday = new Date(toUtc(day)).getUTCDay();
  return weekday >= 1 && weekday <= 5;
}

/**
 * The n-th working day after `from`; `from` itself is day 0 and need not be a working day. n ≥ 0.
 * Example of the 2026 Spring Festival (work on Saturday 02-14): 2026-02-13 + 1 = 02-14, + 2 = 02-24.
 */
export function addWorkingDays(from: string, n: number, published: PublishedDays): string {
  let day = from;
  for (let left = n; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, published)) left -= 1;
  }
  return day;
}

/** Working days after `from` up to and including `until`; 0 when `until` is not later. */
export function workingDaysBetween(from: string, until: string, published: PublishedDays): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) if (isWorkingDay(day, published)) count += 1;
  return count;
}

export type ImportedLine = { readonly ok: true; readonly day: string; readonly kind: CalendarDay['kind']; readonly name: string } | { readonly ok: false; readonly line: number; readonly text: string };

const LINE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?\s+(班\s+)?(.+)$/u;

/**
 * The lines of a pasted yearly notice: a date, then `班` for a weekend day that is worked, then the name. Empty lines are skipped;
 * a line that is not understood is handed back with its number, never guessed.
 */
export function parseCalendarLines(text: string): ImportedLine[] {
  return text.split(/\r?\n/).flatMap((raw, index): ImportedLine[] => {
    const line = raw.trim();
    if (line === '') return [];
    const [, year, month, date, worked, name] = LINE.exec(line) ?? [];
    const day = `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`;
    const isReal = name !== undefined && !Number.isNaN(toUtc(day)) && toDay(toUtc(day)) === day;
    return [isReal ? { ok: true, day, kind: worked ? 'workday' : 'holiday', name: name.trim() } : { ok: false, line: index + 1, text: line.slice(0, 60) }];
  });
}
