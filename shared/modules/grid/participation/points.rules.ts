const MINUTES_IN_HOUR = 60;

/** Points for confirmed minutes: whole points only, a begun hour counts for its part. */
export const pointsFor = (minutes: number, pointsPerHour: number): number => Math.floor((minutes * pointsPerHour) / MINUTES_IN_HOUR);

/** A balance is the sum of its entries and nothing else. */
export const balanceOf = (entries: readonly { readonly points: number }[]): number => entries.reduce((sum, { points }) => sum + points, 0);

/** Whether an entry may follow: a balance is never negative. */
export const mayBook = (balance: number, points: number): boolean => balance + points >= 0;
