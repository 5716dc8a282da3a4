import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EACH_END, endsOf, MOST_BARS, partsOf, sumOf } from '#renderer/components/charts/many.ts';
import type { ChartRow } from '#renderer/components/charts/series.ts';

const of = sumOf([{ id: 'a', label: 'a', kind: 'plain' }]);
const rowsOf = (values: readonly number[]): ChartRow[] => values.map((value, at) => ({ id: String(at), label: String(at), values: { a: value } }));
const values = (most: number) => fc.array(fc.oneof(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: 0, max: 10_000 }).map((n) => n / 7)), { minLength: 1, maxLength: most });

describe('a chart of many rows', () => {
  it('draws the highest and the lowest and says how many lie between', () => {
    fc.assert(fc.property(values(300), (all) => {
      const { highest, left, lowest } = endsOf(rowsOf(all), of);
      const sorted = all.toSorted((a, b) => b - a);
      const isMany = all.length > MOST_BARS;
      expect(highest.length + left + lowest.length).toBe(all.length);
      expect(highest.map(of)).toEqual(isMany ? sorted.slice(0, EACH_END) : sorted);
      expect(lowest.map(of)).toEqual(isMany ? sorted.slice(-EACH_END) : []);
    }));
  });

  it('puts every row into exactly one part of the spread, in few parts', () => {
    fc.assert(fc.property(values(300), (all) => {
      const parts = partsOf(rowsOf(all), of);
      expect(parts.flatMap(({ rows }) => rows.map(({ id }) => id)).toSorted()).toEqual(rowsOf(all).map(({ id }) => id).toSorted());
      expect(parts.length).toBeLessThanOrEqual(10);
      expect(parts.filter(({ from, until, rows }) => rows.some((row) => of(row) < from - 1e-6 || of(row) > until + 1e-6))).toEqual([]);
    }));
  });

  it('cuts 1,110 grids at round numbers', () => {
    const parts = partsOf(rowsOf(Array.from({ length: 1110 }, (_none, at) => 74_000 + (at * 37) % 21_000)), of);
    expect(parts.map(({ from }) => from)).toEqual([70_000, 75_000, 80_000, 85_000, 90_000]);
    expect(parts.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(1110);
  });
});
