import { z } from 'zod';

/** Rules of the area as the station sets them. Points are for volunteers who asked for them, never a condition of anything (product.md). */
export const participationRuleShape = {
  /** Working days for the answer to a demand or proposal (domain.md 3.6: 15). */
  answerLimitDays: z.int().min(1).max(60),
  /** So many residents must second a proposal before it is deliberated. */
  secondsNeeded: z.int().min(1).max(1000),
  pointsPerHour: z.int().min(0).max(100),
  joiningPoints: z.int().min(0).max(1000),
  /** Points are redeemed on this day of the month; null on any day. */
  redeemDay: z.int().min(1).max(28).nullable(),
};
export const participationRuleSchema = z.strictObject({ version: z.int().min(0), ...participationRuleShape });
export type ParticipationRule = z.infer<typeof participationRuleSchema>;

/** Before the station says otherwise: the limit of domain.md 3.6, one point for an hour as is common, nothing for joining. */
export const defaultRule: ParticipationRule = { version: 0, answerLimitDays: 15, secondsNeeded: 5, pointsPerHour: 1, joiningPoints: 0, redeemDay: null };
