const DAY_MS = 86_400_000;
const DAYS = 7;
const isoDay = (utc: number): string => new Date(utc).toISOString().slice(0, 10);

const SATURDAY = 6;
/** Saturday or Sunday. */
export const isWeekend = (day: string): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() % SATURDAY === 0;

/** The weeks of a month from Monday to Sunday; places outside the month are null, so that every week has seven. Months count from 1. */
export function monthWeeks(year: number, month: number): (string | null)[][] {
  const first = Date.UTC(year, month - 1, 1);
  const length = (Date.UTC(year, month, 1) - first) / DAY_MS;
  const lead = (new Date(first).getUTCDay() + DAYS - 1) % DAYS;
  const weeks = Math.ceil((lead + length) / DAYS);
  return Array.from({ length: weeks }, (_week, week) =>
    Array.from({ length: DAYS }, (_day, weekday) => {
      const date = week * DAYS + weekday - lead;
      return date < 0 || date >= length ? null : isoDay(first + date * DAY_MS);
    }),
  );
}

/** The day an arrow key leads to, kept inside the year; null for any other key. Page keys go by months and keep the date where it exists. */
export function dayByKey(day: string, key: string): string | null {
  const year = day.slice(0, 4);
  const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -DAYS, ArrowDown: DAYS };
  const step = steps[key];
  const target = step !== undefined ? isoDay(Date.parse(`${day}T00:00:00Z`) + step * DAY_MS) : byMonth(day, key);
  if (target === null) return null;
  return target.startsWith(year) ? target : day;
}

function byMonth(day: string, key: string): string | null {
  const move = key === 'PageUp' ? -1 : key === 'PageDown' ? 1 : 0;
  if (move === 0) return null;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + move, 0)).getUTCDate();
  return isoDay(Date.UTC(year, month - 1 + move, Math.min(date, last)));
}
