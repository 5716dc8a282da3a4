import { isWorkingDay, type PublishedDays } from '#shared/kernel/calendar/working-days.rules.ts';

const DAY_MS = 86_400_000;
const numberOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
const WEEK_SHIFT = 3; // day 0 is a Thursday; shifted so that weeks begin on Monday

/** Mondays to Fridays up to and with a day, counted from the same start. */
function plainDays(day: number): number {
  const shifted = day + WEEK_SHIFT;
  const weeks = Math.floor(shifted / 7);
  return weeks * 5 + Math.min(5, shifted - weeks * 7 + 1);
}

/**
 * Counts working days like `workingDaysBetween`, without walking them: a board with years of requests asks for hundreds of spans at once.
 * A property test holds both to the same answers.
 */
export function workingDayCounter(published: PublishedDays): (from: string, until: string) => number {
  const odd = [...published.keys()]
    .map((day) => ({ day: numberOf(day), by: Number(isWorkingDay(day, published)) - (plainDays(numberOf(day)) - plainDays(numberOf(day) - 1)) }))
    .filter(({ by }) => by !== 0)
    .sort((one, other) => one.day - other.day);
  const sums = odd.map(() => 0);
  for (const [at, { by }] of odd.entries()) sums[at] = (sums[at - 1] ?? 0) + by;
  const oddUpTo = (day: number): number => {
    let [low, high] = [0, odd.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((odd[middle]?.day ?? 0) <= day) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? 0 : (sums[low - 1] ?? 0);
  };
  return (from, until) => {
    const [first, last] = [numberOf(from), numberOf(until)];
    return last <= first ? 0 : plainDays(last) - plainDays(first) + oddUpTo(last) - oddUpTo(first);
  };
}
