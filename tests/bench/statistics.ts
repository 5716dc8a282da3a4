/** The value below which `share` (0 to 1) of the numbers lie, by nearest rank. Throws on an empty list: no figure is made of nothing. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const found = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}

export const median = (numbers: readonly number[]): number => percentile(numbers, 0.5);

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
