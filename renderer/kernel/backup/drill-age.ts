/** A drill proves something for a month (security.md 2.11). */
const GOOD_FOR_MS = 30 * 86_400_000;

export const isDrillStale = (lastDrillAt: string | null, now: number): boolean => lastDrillAt === null || now - Date.parse(lastDrillAt) > GOOD_FOR_MS;
