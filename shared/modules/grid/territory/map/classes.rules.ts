export const classMethods = ['quantile', 'natural'] as const;
export type ClassMethod = (typeof classMethods)[number];
export const MOST_CLASSES = 5;

/** As many in each class. */
function quantiles(sorted: readonly number[], classes: number): number[] {
  return Array.from({ length: classes - 1 }, (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / classes)] ?? 0);
}

/** Classes whose values lie close together: least sum of squared distances from each class's mean (Fisher and Jenks). */
function naturalBreaks(sorted: readonly number[], classes: number): number[] {
  const count = sorted.length;
  const [sums, squares] = [[0], [0]];
  for (const value of sorted) {
    sums.push((sums.at(-1) ?? 0) + value);
    squares.push((squares.at(-1) ?? 0) + value * value);
  }
  const spread = (from: number, to: number): number => {
    const sum = (sums[to] ?? 0) - (sums[from] ?? 0);
    return (squares[to] ?? 0) - (squares[from] ?? 0) - (sum * sum) / (to - from);
  };
  let costs = Array.from({ length: count + 1 }, (_, to) => (to === 0 ? 0 : spread(0, to)));
  const starts: number[][] = [];
  for (let made = 2; made <= classes; made += 1) {
    const next = Array.from({ length: count + 1 }, () => Infinity);
    const start = Array.from({ length: count + 1 }, () => 0);
    for (let to = made; to <= count; to += 1)
      for (let from = made - 1; from < to; from += 1) {
        const cost = (costs[from] ?? Infinity) + spread(from, to);
        if (cost < (next[to] ?? Infinity)) [next[to], start[to]] = [cost, from];
      }
    costs = next;
    starts.push(start);
  }
  const breaks: number[] = [];
  for (let end = count, at = starts.length - 1; at >= 0; at -= 1) {
    end = starts[at]?.[end] ?? 0;
    breaks.unshift(sorted[end] ?? 0);
  }
  return breaks;
}

/**
 * The lower bounds of the second class and all above it, rising; no more classes than there are different values. With one value there is
 * one class and no bound.
 */
export function classBounds(values: readonly number[], method: ClassMethod, most = MOST_CLASSES): readonly number[] {
  const sorted = values.toSorted((one, other) => one - other);
  const classes = Math.min(most, new Set(sorted).size);
  if (classes < 2) return [];
  const bounds = method === 'quantile' ? quantiles(sorted, classes) : naturalBreaks(sorted, classes);
  return [...new Set(bounds)].filter((bound) => bound > (sorted[0] ?? 0));
}

/** Which class a value belongs to, from 0. */
export const classOf = (value: number, bounds: readonly number[]): number => bounds.filter((bound) => value >= bound).length;
