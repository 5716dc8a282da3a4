import type { ChartRow, ChartSeries } from './series.ts';

/** So many bars can be read on one picture; of more, the ends or the spread are drawn. */
export const MOST_BARS = 40;
export const EACH_END = 20;
const PARTS = 8;

/** What rows are put in order by: a number of each, and what it is called. */
export type Rank = { readonly label: string; readonly of: (row: ChartRow) => number };

/** The sum of what a row shows; with one kind of number that number itself. */
export const sumOf = (series: readonly ChartSeries[]) => ({ values }: ChartRow): number => series.reduce((sum, { id }) => sum + (values[id] ?? 0), 0);

/** Every row once, the highest first; equals stay as they came. */
export const inOrder = (rows: readonly ChartRow[], of: Rank['of']): ChartRow[] => rows.toSorted((a, b) => of(b) - of(a));

/** The highest and the lowest rows, with how many lie between them. Rows that fit on one picture are all there. */
export function endsOf(rows: readonly ChartRow[], of: Rank['of']): { readonly highest: readonly ChartRow[]; readonly left: number; readonly lowest: readonly ChartRow[] } {
  const all = inOrder(rows, of);
  if (all.length <= MOST_BARS) return { highest: all, left: 0, lowest: [] };
  return { highest: all.slice(0, EACH_END), left: all.length - 2 * EACH_END, lowest: all.slice(-EACH_END) };
}

/** The next of 1, 2 and 5 times a power of ten; whole numbers are never cut into parts. */
function roundStep(least: number, isWhole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const step = ([1, 2, 5, 10].find((times) => times * power >= least) ?? 10) * power;
  return isWhole ? Math.max(1, step) : step;
}

/** Rows from one value up to, but not with, the next. */
export type Part = { readonly id: string; readonly from: number; readonly until: number; readonly rows: readonly ChartRow[] };

/** All rows dealt out over about eight parts of equal width, from the lowest value to the highest; every row lies in exactly one. */
export function partsOf(rows: readonly ChartRow[], of: Rank['of']): Part[] {
  const values = rows.map(of);
  const [least, most] = values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
  if (rows.length === 0) return [];
  const step = most > least ? roundStep((most - least) / PARTS, values.every(Number.isInteger)) : 1;
  const partOf = (value: number): number => Math.floor(value / step);
  const first = partOf(least);
  return Array.from({ length: partOf(most) - first + 1 }, (_none, at) => {
    const no = first + at;
    return { id: String(no), from: no * step, until: (no + 1) * step, rows: rows.filter((_row, index) => partOf(values[index] ?? 0) === no) };
  });
}
