import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fairShare, randomOfPart, seededRandom, slicePart, weightedPick } from '#electron/kernel/demo/random.ts';

const first = (seed: number, count: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random.next());
};

describe('chance that repeats itself', () => {
  it('gives the same row for the same seed and another row for the next', () => {
    expect(first(7, 50)).toEqual(first(7, 50));
    expect(first(7, 50)).not.toEqual(first(8, 50));
  });

  it('spreads evenly', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (const value of first(1, 100_000)) tenths[Math.floor(value * 10)] = (tenths[Math.floor(value * 10)] ?? 0) + 1;
    expect(Math.min(...tenths)).toBeGreaterThan(9500);
    expect(Math.max(...tenths)).toBeLessThan(10_500);
  });

  it('stays between its ends and reaches both', () => {
    const random = seededRandom(3);
    const drawn = new Set(Array.from({ length: 500 }, () => random.between(-2, 5)));
    expect([...drawn].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2, 3, 4, 5]);
  });

  it('gives every part of a whole a row of its own', () => {
    const starts = Array.from({ length: 2000 }, (_, part) => randomOfPart(20_261_123, part).next());
    expect(new Set(starts).size).toBe(2000);
  });

  it('refuses to pick from nothing', () => {
    expect(() => seededRandom(1).pick([])).toThrow('nothing to pick from');
  });

  it('draws by weight', () => {
    const pick = weightedPick([{ weight: 30, values: ['a'] }, { weight: 5, values: ['b', 'c'] }]);
    const random = seededRandom(5);
    const drawn = Array.from({ length: 40_000 }, () => pick(random));
    const share = (value: string): number => drawn.filter((one) => one === value).length / drawn.length;
    expect(share('a')).toBeCloseTo(0.75, 1);
    expect(share('b')).toBeCloseTo(0.125, 1);
    expect(share('c')).toBeCloseTo(0.125, 1);
  });
});

describe('dealing out', () => {
  it('adds up exactly and is as even as whole numbers allow', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 1500 }), (whole, parts) => {
        const shares = Array.from({ length: parts }, (_, index) => fairShare(whole, parts, index));
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(whole);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 50 },
    );
  });

  it('deals out every item of a list once', () => {
    const list = Array.from({ length: 20 }, (_, index) => index);
    expect(Array.from({ length: 8 }, (_, part) => slicePart(list, 8, part)).flat()).toEqual(list);
  });
});
