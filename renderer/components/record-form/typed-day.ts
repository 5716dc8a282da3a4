const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const PARTED = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/;

const DAYS_AGO: Readonly<Record<string, number>> = { 今天: 0, today: 0, 昨天: 1, yesterday: 1 };

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/**
 * The day somebody means: 2026-11-22, 20261122, 2026.11.2, 2026年11月2日, 今天, 昨天; full-width digits count. Null when it is not a day
 * of the calendar. `today` is the local day as `YYYY-MM-DD`.
 */
export function typedDay(text: string, today: string): string | null {
  const typed = text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
  const ago = DAYS_AGO[typed];
  if (ago !== undefined) return isoDay(Date.parse(`${today}T00:00:00Z`) - ago * 86_400_000);
  const [, year, month, day] = COMPACT.exec(typed) ?? PARTED.exec(typed) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && isoDay(time) === iso ? iso : null;
}

/** The local day, `YYYY-MM-DD`. */
export function localToday(now: Date = new Date()): string {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
