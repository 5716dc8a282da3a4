/** Days looked at before and after what may have changed the work: a class (domain.md 3.3), a simpler procedure. */
export const EFFECT_DAYS = 90;
/**
 * Fewer cases than this on either side and nothing is claimed. The threshold is that of the NCHS Data Presentation Standards for Proportions
 * (National Center for Health Statistics, Vital and Health Statistics, series 2 no. 175, 2017), which suppress a proportion of fewer than 30.
 */
export const FEWEST_CASES = 30;
/** Two-sided 95 % of the normal distribution. */
const Z = 1.959964;

export type Counted = { readonly cases: number; readonly sum: number };
export type Claim = 'too-few' | 'no-difference' | 'better' | 'worse';
export type Effect = { readonly claim: Claim; /** Difference after minus before of a share, with its 95 % interval; null where nothing may be said. */ readonly difference: { readonly value: number; readonly low: number; readonly high: number } | null };

/** Wilson score interval of a share (Wilson 1927), which stays between 0 and 1 also near the ends. */
export function wilson({ cases, sum }: Counted): { readonly low: number; readonly high: number } {
  const p = sum / cases;
  const z2 = Z * Z;
  const middle = (p + z2 / (2 * cases)) / (1 + z2 / cases);
  const half = (Z / (1 + z2 / cases)) * Math.sqrt((p * (1 - p)) / cases + z2 / (4 * cases * cases));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/**
 * Whether a share differs afterwards: the interval of the difference of two independent shares by Newcombe's hybrid score method
 * (Statistics in Medicine 17, 1998, 873–890, method 10) must leave out nought. It says that figures differ, never what the cause was.
 */
export function effectOf(before: Counted, after: Counted, better: 'higher' | 'lower'): Effect {
  if (before.cases < FEWEST_CASES || after.cases < FEWEST_CASES) return { claim: 'too-few', difference: null };
  const [p1, p2] = [before.sum / before.cases, after.sum / after.cases];
  const [a, b] = [wilson(before), wilson(after)];
  const value = p2 - p1;
  const low = value - Math.hypot(p2 - b.low, a.high - p1);
  const high = value + Math.hypot(b.high - p2, p1 - a.low);
  const difference = { value, low, high };
  if (low <= 0 && high >= 0) return { claim: 'no-difference', difference };
  return { claim: value > 0 === (better === 'higher') ? 'better' : 'worse', difference };
}
