/**
 * The Early Aberration Reporting System: Hutwagner L., Thompson W., Seeman G. M., Treadwell T., "The bioterrorism preparedness and response Early
 * Aberration Reporting System (EARS)", Journal of Urban Health 80 (2003), supplement 1, i89-i96. Counts are compared with their own recent past:
 * - C1 (mild): the seven periods just before, alarm above their mean plus three standard deviations;
 * - C2 (medium): the same with a gap of two periods, so that a slow beginning does not hide in the past it is compared with;
 * - C3 (ultra): what C2 lies above one standard deviation, summed over this period and the two before, alarm above two.
 * The arithmetic is that of its reference implementation (function earsC of the R package surveillance 1.26), whose published values it is tested on.
 */
export const BASELINE = 7;
const LAG = 2;
/** Standard deviations above the mean; C3 sums up to its own limit. */
export const C1_LIMIT = 3;
export const C3_LIMIT = 2;
/** Sparse counts vary by chance even where the past was all zeros: the smallest deviation reckoned with, as H. Burkom suggests there. */
export const LEAST_DEVIATION = 0.5;
/** Periods that C3 looks at: its own three, the gap and the baseline of the first of them. */
export const PERIODS = BASELINE + LAG + LAG + 1;

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The sample standard deviation (n - 1); of fewer than two values 0. */
export function deviationOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

type Expected = { readonly mean: number; readonly deviation: number };

function expectedAt(counts: readonly number[], at: number, lag: number, least: number): Expected {
  const past = counts.slice(at - lag - BASELINE, at - lag);
  return { mean: meanOf(past), deviation: Math.max(deviationOf(past), least) };
}

/** The count above which C1 (`lag` 0) or C2 (`lag` 2) rings at a place of the series; null while its past is too short. */
export function thresholdAt(counts: readonly number[], at: number, { lag, limit = C1_LIMIT, least = LEAST_DEVIATION }: { readonly lag: 0 | 2; readonly limit?: number; readonly least?: number }): number | null {
  if (at >= counts.length || at - lag - BASELINE < 0) return null;
  const { mean, deviation } = expectedAt(counts, at, lag, least);
  return mean + limit * deviation;
}

const scoreAt = (counts: readonly number[], at: number, least: number): number => {
  const { mean, deviation } = expectedAt(counts, at, LAG, least);
  const above = (counts[at] ?? 0) - mean;
  return above === 0 ? 0 : above / deviation;
};

/** The sum C3 compares with its limit; null while the past is too short. */
export function c3At(counts: readonly number[], at: number, least = LEAST_DEVIATION): number | null {
  if (at >= counts.length || at < PERIODS - 1) return null;
  return [at, at - 1, at - 2].reduce((sum, period) => sum + Math.max(0, scoreAt(counts, period, least) - 1), 0);
}

export type Alarm = { readonly c1: boolean; readonly c2: boolean; readonly c3: boolean; /** The count above which C2 rings. */ readonly threshold: number | null; readonly expected: number | null };

/** What the three methods say about the last period of a series, oldest first; a method without enough past says nothing. */
export function alarmOf(counts: readonly number[]): Alarm {
  const at = counts.length - 1;
  const last = counts[at] ?? 0;
  const [c1, c2, c3] = [thresholdAt(counts, at, { lag: 0 }), thresholdAt(counts, at, { lag: LAG }), c3At(counts, at)];
  return { c1: c1 !== null && last > c1, c2: c2 !== null && last > c2, c3: c3 !== null && c3 > C3_LIMIT, threshold: c2, expected: c2 === null ? null : expectedAt(counts, at, LAG, LEAST_DEVIATION).mean };
}
