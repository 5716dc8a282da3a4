import { z } from 'zod';
import { dayText } from '#shared/contract/list.ts';

/**
 * A task that was admitted, as other modules may rely on it: the budget refers to it by id and reads what was promised and what came
 * (`work.admissions.findAdmitted`, `work.admissions.listAdmittedWithMoney`). Money in fen.
 */
export const admittedTaskSchema = z.strictObject({
  id: z.uuid(),
  no: z.string(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  title: z.string(),
  isTemporary: z.boolean(),
  /** `exited` also once its last day is over. */
  state: z.enum(['admitted', 'paused', 'exited']),
  startsOn: dayText,
  endsOn: dayText.nullable(),
  promisedFen: z.int().min(0),
  dueOn: dayText.nullable(),
  receivedFen: z.int().min(0),
  isMoneyLate: z.boolean(),
});
export type AdmittedTask = z.infer<typeof admittedTaskSchema>;

/** Tasks a department pushed down without admission in a period: refused at the door, or done all the same. For the two-way assessment. */
export const pushedTasksSchema = z.strictObject({ bodyId: z.uuid(), bodyName: z.string(), refused: z.int().min(0), doneAnyway: z.int().min(0), minutes: z.int().min(0) });
export type PushedTasks = z.infer<typeof pushedTasksSchema>;
