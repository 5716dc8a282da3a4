/** The form is handed in by the 25th of the quarter's last month (domain.md 7, 业务培训记录). */
const DUE_DAY = 25;

export type Quarter = { readonly year: number; readonly quarter: number };

const two = (n: number): string => String(n).padStart(2, '0');

/** The quarter a day lies in. */
export const quarterOf = (day: string): Quarter => ({ year: Number(day.slice(0, 4)), quarter: Math.ceil(Number(day.slice(5, 7)) / 3) });

/** First day, last day and the day the form is due on. */
export function quarterDays({ year, quarter }: Quarter): { readonly from: string; readonly until: string; readonly dueOn: string } {
  const last = quarter * 3;
  return { from: `${year}-${two(last - 2)}-01`, until: `${year}-${two(last)}-${last === 3 || last === 12 ? 31 : 30}`, dueOn: `${year}-${two(last)}-${DUE_DAY}` };
}

export const quarterBefore = ({ year, quarter }: Quarter): Quarter => (quarter === 1 ? { year: year - 1, quarter: 4 } : { year, quarter: quarter - 1 });
