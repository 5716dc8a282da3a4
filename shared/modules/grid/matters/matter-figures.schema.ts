import { z } from 'zod';
import { matterStates } from './matter-machine.rules.ts';

/** Sums of a line of the statistics, as `matter_share` in the file defines them. */
export const matterSumsSchema = z.strictObject({
  reported: z.int(), found: z.int(), complained: z.int(), ended: z.int(), settled: z.int(), inTime: z.int(), returned: z.int(), wrong: z.int(), reworked: z.int(),
  firstLevel: z.int(), rated: z.int(), satisfied: z.int(), ratingSum: z.int(),
});
export type MatterSums = z.infer<typeof matterSumsSchema>;
export const matterLineSchema = matterSumsSchema.extend({ key: z.string(), name: z.string() });
export type MatterLine = z.infer<typeof matterLineSchema>;

export const matterFiguresSchema = z.strictObject({
  total: matterSumsSchema,
  months: z.array(matterSumsSchema.extend({ month: z.string() })),
  /** Whole hours in a state before it was left, the middle one of all; `matters` were counted. */
  steps: z.array(z.strictObject({ state: z.enum(matterStates), medianHours: z.int(), matters: z.int() })),
  grids: z.array(matterLineSchema),
  stations: z.array(matterLineSchema),
  departments: z.array(matterLineSchema),
  kinds: z.array(matterLineSchema),
  channels: z.array(matterLineSchema),
});
export type MatterFigures = z.infer<typeof matterFiguresSchema>;
