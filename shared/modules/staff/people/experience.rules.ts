/** Whole months from one day to another; 0 when the second is not later. A month is full on the same day of the month. */
export function monthsBetween(from: string, until: string): number {
  const [y1 = 0, m1 = 0, d1 = 0] = from.split('-').map(Number);
  const [y2 = 0, m2 = 0, d2 = 0] = until.split('-').map(Number);
  return Math.max(0, (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0));
}

/** Years completed on a day. */
export const ageOn = (birthOn: string, day: string): number => Math.floor(monthsBetween(birthOn, day) / 12);

/** Months of grid work up to a day: what was brought along and what was done since the start (domain.md 2.5, years of grid experience). */
export function gridMonths({ startedOn, earlierMonths }: { readonly startedOn: string | null; readonly earlierMonths: number }, today: string): number {
  return earlierMonths + (startedOn === null ? 0 : monthsBetween(startedOn, today));
}

/** The day so many whole years before another; the 29th of February becomes the 28th. */
export function yearsBefore(day: string, years: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const two = (n: number) => String(n).padStart(2, '0');
  const isLeap = (y: number) => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const safe = month === 2 && date === 29 && !isLeap(year - years) ? 28 : date;
  return `${String(year - years).padStart(4, '0')}-${two(month)}-${two(safe)}`;
}
