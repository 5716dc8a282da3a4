/** How near its limit something is that waits: amber from 70 %, red past it (look.md 2). */
export const clockStates = ['calm', 'near', 'overdue'] as const;
export type ClockState = (typeof clockStates)[number];

const NEAR_SHARE = 0.7;

/** The state of a clock by the time used and its limit, both in the same unit; without a limit it never runs out. The last day of a limit is still inside it. */
export function clockOf(used: number, limit: number | null): ClockState {
  if (limit === null || used < limit * NEAR_SHARE) return 'calm';
  return used > limit ? 'overdue' : 'near';
}
