import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alarmOf, c3At, deviationOf, PERIODS, thresholdAt } from '#shared/modules/grid/prevention/early-warning.rules.ts';

/**
 * Salmonella Newport in Germany by week, from the 46th of 2010 on: data set `salmNewport` of the R package surveillance 1.26 (Robert Koch
 * Institute), summed over its states. The end of 2011 holds the outbreak that was told from these counts.
 */
const FROM_WEEK_46 = [1, 1, 1, 3, 3, 1, 2, 1, 0, 3, 3];
/** Weeks 33 to 44 of 2011: the outbreak breaks out in the last three. */
const OUTBREAK = [0, 2, 5, 2, 0, 3, 6, 1, 2, 1, 2, 0, 2, 0, 3, 9, 41, 45];
/** One-sided quantile of the normal distribution for 0.05, as the published example uses it. */
const Z_OF_5_PERCENT = 1.644_853_626_951_472_2;

describe('the early warning', () => {
  it('gives the published upper bounds of the first four weeks of 2011 (tests/testthat/test-earsC.R of surveillance, method C1, alpha 0.05)', () => {
    const bounds = [7, 8, 9, 10].map((at) => thresholdAt(FROM_WEEK_46, at, { lag: 0, limit: Z_OF_5_PERCENT, least: 0 }));
    expect(bounds.map((bound) => bound?.toFixed(6))).toEqual(['3.278854', '3.278854', '3.436517', '3.855617']);
  });
  it('rings by all three methods in the outbreak of autumn 2011, and C2 not before it', () => {
    expect(alarmOf(OUTBREAK.slice(0, -3))).toMatchObject({ c1: false, c2: false });
    expect(alarmOf(OUTBREAK.slice(0, -1))).toMatchObject({ c1: true, c2: true, c3: true });
    // the week after, the outbreak itself lies in the past of C1 but not yet in that of C2: this is what its gap is for
    expect(thresholdAt(OUTBREAK, 17, { lag: 0 })).toBeGreaterThan(45);
    expect(alarmOf(OUTBREAK)).toMatchObject({ c1: false, c2: true, c3: true });
  });
  it('says nothing while its past is too short', () => {
    expect(alarmOf([9, 9, 9])).toEqual({ c1: false, c2: false, c3: false, threshold: null, expected: null });
    expect(thresholdAt([1, 1, 1, 1, 1, 1, 1], 6, { lag: 0 })).toBeNull();
    expect(c3At(Array.from({ length: PERIODS - 1 }, () => 1), PERIODS - 2)).toBeNull();
  });
  it('never rings for a series that stays the same, always for one that leaps, and is blind to a constant added to all', () => {
    const counts = fc.array(fc.nat(40), { minLength: PERIODS, maxLength: 30 });
    fc.assert(fc.property(fc.nat(40), fc.integer({ min: PERIODS, max: 30 }), (count, length) => {
      const same = Array.from({ length }, () => count);
      expect(alarmOf(same)).toMatchObject({ c1: false, c2: false, c3: false, expected: count });
      expect(alarmOf([...same, count + 100])).toMatchObject({ c1: true, c2: true, c3: true });
    }));
    fc.assert(fc.property(counts, fc.nat(50), (series, more) => {
      const [plain, lifted] = [alarmOf(series), alarmOf(series.map((count) => count + more))];
      expect([lifted.c1, lifted.c2]).toEqual([plain.c1, plain.c2]);
      expect(lifted.threshold ?? 0).toBeCloseTo((plain.threshold ?? 0) + more, 6);
      expect(deviationOf(series)).toBeGreaterThanOrEqual(0);
    }));
  });
});
