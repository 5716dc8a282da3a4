const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LONG_MONTHS = new Set([1, 3, 5, 7, 8, 10, 12]);

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Whether a text is `YYYY-MM-DD` and such a day exists in the calendar: reckoned, not parsed, because an import asks for every row. */
export function isRealDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  if (month < 1 || month > 12 || day < 1) return false;
  if (month === 2) return day <= (isLeap(Number(text.slice(0, 4))) ? 29 : 28);
  return day <= (LONG_MONTHS.has(month) ? 31 : 30);
}
