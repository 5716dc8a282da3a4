/** Scores are whole hundredths of a point; shares are ten-thousandths. Every rounding is half up, once, at the score of a line. */
export const HUNDREDTHS = 100;
export const WHOLE = 10_000;

/** Quotient of whole numbers, rounded half up. `b` > 0, and |2a + b| stays below 2^53. */
export const halfUp = (a: number, b: number): number => Math.floor((2 * a + b) / (2 * b));
const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

export type Scale = { readonly fullScore: number; /** Share at which nothing is earned. */ readonly floorShare: number; /** Share from which everything is earned. */ readonly targetShare: number };

/**
 * The score of a share of what was due, in a straight line between floor and target. Nothing due is nothing missed: the full score
 * (the station's own rule, printed with every plan). Bounds: 0 to the full score.
 */
export function scoreOf(earned: number, due: number, { fullScore, floorShare, targetShare }: Scale): number {
  if (due <= 0) return fullScore;
  const above = earned * WHOLE - floorShare * due;
  const span = (targetShare - floorShare) * due;
  if (above <= 0) return 0;
  return above >= span ? fullScore : clamp(halfUp(fullScore * above, span), 0, fullScore);
}

/** Of every five ratings the highest and the lowest are left out, at least one of each (domain.md 3.4). Ratings are 0 to 100. */
const TRIMMED_SHARE = 5;
export function trimmed(ratings: readonly number[]): readonly number[] {
  const cut = Math.max(1, Math.floor(ratings.length / TRIMMED_SHARE));
  return ratings.toSorted((a, b) => a - b).slice(cut, ratings.length - cut);
}

/** 满意 2, 基本满意 1, 不满意 0 of 2 for each resident asked. */
export const reviewOf = ({ satisfied, fair, unsatisfied }: { readonly satisfied: number; readonly fair: number; readonly unsatisfied: number }): { readonly earned: number; readonly due: number } => ({
  earned: 2 * satisfied + fair,
  due: 2 * (satisfied + fair + unsatisfied),
});

/**
 * What recorded events add or take away: limited by the plan on either side, and so that the total stays between nothing and the full score.
 * `base` is the sum of all other lines.
 */
export const adjustmentOf = (sum: number, limit: number, base: number, fullScore: number): number => clamp(clamp(sum, -limit, limit), -base, fullScore - base);

export type Line = { readonly itemId: string; readonly score: number | null };
/** The total is the sum of its lines and nothing else; lines without a score yet count nothing. */
export const totalOf = (lines: readonly Line[]): number => lines.reduce((sum, { score }) => sum + (score ?? 0), 0);

/** Days of both ends. */
const daysIn = (from: string, until: string): number => Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000) + 1;

/**
 * Who served less than half of the period is not assessed; who served longer is assessed on the records of the own days alone, so that no
 * score has to be cut. Answers the share of the period in ten-thousandths (0 when the days do not meet it).
 */
export function shareOfPeriod(period: { readonly fromOn: string; readonly untilOn: string }, served: { readonly fromOn: string; readonly untilOn: string }): number {
  const from = served.fromOn > period.fromOn ? served.fromOn : period.fromOn;
  const until = served.untilOn < period.untilOn ? served.untilOn : period.untilOn;
  return until < from ? 0 : halfUp(WHOLE * daysIn(from, until), daysIn(period.fromOn, period.untilOn));
}
export const isAssessed = (share: number): boolean => share * 2 >= WHOLE;
