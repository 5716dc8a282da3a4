import { z } from 'zod';
import { dayText } from '#shared/contract/list.ts';

/** The same place, or the same kind in the same grid, `least` times within `days`. */
export const hotSpotInputSchema = z.strictObject({ by: z.enum(['place', 'kind']), days: z.int().min(7).max(365).default(30), least: z.int().min(2).max(100).default(3) });
export const hotSpotSchema = z.strictObject({ placeKey: z.string(), place: z.string(), kind: z.string(), gridId: z.uuid().nullable(), gridName: z.string(), count: z.int(), open: z.int(), firstOn: dayText, lastOn: dayText });
export type HotSpot = z.infer<typeof hotSpotSchema>;
export const hotSpotMatterSchema = z.strictObject({ id: z.uuid(), number: z.string(), subject: z.string(), place: z.string(), kind: z.string(), state: z.string(), reportedOn: dayText });
export type HotSpotMatter = z.infer<typeof hotSpotMatterSchema>;

export const gridAlarmSchema = z.strictObject({
  gridId: z.uuid(),
  gridName: z.string(),
  /** Matters in each period of seven days, oldest first; the last one ends today. */
  counts: z.array(z.int()),
  expected: z.number().nullable(),
  threshold: z.number().nullable(),
  c1: z.boolean(),
  c2: z.boolean(),
  c3: z.boolean(),
  from: dayText,
  until: dayText,
});
export type GridAlarm = z.infer<typeof gridAlarmSchema>;
