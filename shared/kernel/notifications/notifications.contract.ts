import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { dayText, instantText } from '#shared/contract/list.ts';

export const notificationsPermissions = {} as const;
const { query } = operationsFor(notificationsPermissions);

/**
 * One thing that waits for the signed-in person. Computed from the records at each reading and never stored, so it
 * disappears when the work is done and nobody has to tick it off. `kind` is the locale key `today.item.<kind>`.
 */
export const todayItemSchema = z.strictObject({
  kind: z.string(),
  column: z.enum(['due', 'waiting', 'week']),
  urgency: z.enum(['overdue', 'near', 'calm']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The screen that settles it. */
  to: z.string(),
  since: instantText.nullable(),
  dueOn: dayText.nullable(),
});
export type TodayItem = z.infer<typeof todayItemSchema>;

export const notificationsContract = {
  listToday: query({ permission: 'session', input: z.strictObject({}), output: z.array(todayItemSchema) }),
};
