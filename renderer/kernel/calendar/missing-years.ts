/** The State Council publishes next year's days in November; before that an empty next year is nobody's fault. */
const PUBLISHED_FROM = '11';

/** Years without a published day that are needed on `today` (`YYYY-MM-DD`): this one, from November the next one, and the one looked at. */
export function missingYears(known: readonly number[], shown: number, today: string): number[] {
  const year = Number(today.slice(0, 4));
  const needed = [year, ...(today.slice(5, 7) >= PUBLISHED_FROM ? [year + 1] : []), shown];
  return [...new Set(needed)].filter((one) => one >= year && !known.includes(one)).sort((a, b) => a - b);
}
