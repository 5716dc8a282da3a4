import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';

export const undoPermissions = {} as const;
const { query, command } = operationsFor(undoPermissions);

/** One act that can be taken back, or given again: what was done to what. `name` is empty when it touched more than one record. */
export const undoStepSchema = z.strictObject({
  /** Number of the act in the log. */
  seq: z.int(),
  /** What was done, as the log calls it. */
  action: z.string(),
  entity: z.string(),
  name: z.string(),
  count: z.int(),
});
export type UndoStep = z.infer<typeof undoStepSchema>;

const stepInput = z.strictObject({ seq: z.int().min(1) });
const STALE = ['grid', 'staff', 'notifications', 'audit', 'undo'];

/** Taking back what the signed-in person did since signing in, the newest first. Every undo is an act of its own in the log. */
export const undoContract = {
  listNext: query({ permission: 'session', input: z.strictObject({}), output: z.strictObject({ undo: undoStepSchema.nullable(), redo: undoStepSchema.nullable() }) }),
  undo: command({ permission: 'session', input: stepInput, output: undoStepSchema, invalidates: STALE }),
  redo: command({ permission: 'session', input: stepInput, output: undoStepSchema, invalidates: STALE }),
};
