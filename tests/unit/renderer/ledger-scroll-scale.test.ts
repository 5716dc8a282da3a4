import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_SCROLL_HEIGHT, rangeAt, scrollOf, scrollScale, topAfterScroll, topToShow } from '#renderer/components/ledger/scroll-scale.ts';

const short = scrollScale(1000, 32, 600);
const long = scrollScale(1_000_000, 40, 600);
const scales = fc.record({ count: fc.integer({ min: 0, max: 2_000_000 }), rowHeight: fc.constantFrom(32, 40), viewport: fc.integer({ min: 0, max: 2000 }) });

describe('a list the browser can lay out by itself', () => {
  it('has its own height and scrolls pixel by pixel', () => {
    expect(short).toMatchObject({ height: 32_000, maxTop: 31_400, maxScroll: 31_400 });
    expect(topAfterScroll(short, { top: 0, scroll: 0 }, 12_345)).toBe(12_345);
    expect(scrollOf(short, 12_345)).toBeCloseTo(12_345);
  });
  it('does not scroll when all of it is seen', () => {
    const few = scrollScale(3, 32, 600);
    expect(few).toMatchObject({ maxTop: 0, maxScroll: 0 });
    expect(scrollOf(few, 50)).toBe(0);
    expect(topAfterScroll(few, { top: 0, scroll: 0 }, 40)).toBe(0);
  });
});

describe('a list longer than the browser draws', () => {
  it('is told as a shorter one', () => {
    expect(long.height).toBe(MAX_SCROLL_HEIGHT);
    expect(long.maxTop).toBe(40_000_000 - 600);
  });
  it('moves by the same pixels on a short way, so that no row is jumped over', () => {
    const before = { top: 20_000_000, scroll: scrollOf(long, 20_000_000) };
    expect(topAfterScroll(long, before, before.scroll + 120)).toBe(20_000_120);
    expect(topAfterScroll(long, before, before.scroll - 120)).toBe(19_999_880);
  });
  it('moves in proportion on a long way', () => {
    expect(topAfterScroll(long, { top: 0, scroll: 0 }, long.maxScroll / 2)).toBeCloseTo(long.maxTop / 2, 0);
  });
  it('ends where the bar ends', () => {
    expect(topAfterScroll(long, { top: 5000, scroll: 100 }, 0)).toBe(0);
    expect(topAfterScroll(long, { top: 100, scroll: 100 }, long.maxScroll)).toBe(long.maxTop);
  });
});

describe('the rows in sight', () => {
  it('are those seen and a few beyond both edges', () => {
    expect(rangeAt(short, 0)).toEqual({ first: 0, last: 25 });
    expect(rangeAt(short, 3200, 2)).toEqual({ first: 98, last: 121 });
  });
  it('are none in an empty list', () => {
    expect(rangeAt(scrollScale(0, 32, 600), 0)).toEqual({ first: 0, last: -1 });
  });
  it('hold every row of the viewport and never one that does not exist', () => {
    fc.assert(
      fc.property(scales, fc.double({ min: 0, max: 1, noNaN: true }), ({ count, rowHeight, viewport }, part) => {
        const scale = scrollScale(count, rowHeight, viewport);
        const top = part * scale.maxTop;
        const { first, last } = rangeAt(scale, top);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(last).toBeLessThan(Math.max(1, count));
        if (count > 0) {
          expect(first * rowHeight).toBeLessThanOrEqual(top);
          expect((last + 1) * rowHeight).toBeGreaterThanOrEqual(Math.min(top + viewport, count * rowHeight));
        }
      }),
    );
  });
});

describe('showing one row', () => {
  it('moves as little as is needed', () => {
    expect(topToShow(short, 3200, 105)).toBe(3200);
    expect(topToShow(short, 3200, 50)).toBe(1600);
    expect(topToShow(short, 0, 100)).toBe(101 * 32 - 600);
  });
  it('always ends with the whole row in the viewport', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 39_999_400 }), (index, from) => {
        const top = topToShow(long, from, index);
        expect(index * 40).toBeGreaterThanOrEqual(top);
        expect((index + 1) * 40).toBeLessThanOrEqual(top + 600);
      }),
    );
  });
});
