import { z } from 'zod';
import { doneSchema, versionedShape } from '#shared/contract/list.ts';
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
const entity = z.string().regex(/^[a-z_]{1,60}$/);
const STALE = ['grid', 'staff', 'trainingAssessment', 'budget', 'attachments', 'notifications', 'audit', 'undo'];

/** Taking back what the signed-in person did since signing in, the newest first. Every undo is an act of its own in the log. */
export const undoContract = {
  listNext: query({ permission: 'session', input: z.strictObject({}), output: z.strictObject({ undo: undoStepSchema.nullable(), redo: undoStepSchema.nullable() }) }),
  undo: command({ permission: 'session', input: stepInput, output: undoStepSchema, invalidates: STALE }),
  /** Columns of a kind of record that the signed-in person may put back one by one. */
  listRestorable: query({ permission: 'session', input: z.strictObject({ entity }), output: z.array(z.string()) }),
  /** Puts one column back to what it was before the act `seq`; itself an act that can be undone. */
  restoreField: command({ permission: 'session', input: z.strictObject({ ...versionedShape, entity, seq: z.int().min(1), column: z.string().regex(/^[a-z_]{1,60}$/) }), output: doneSchema, invalidates: STALE }),
  redo: command({ permission: 'session', input: stepInput, output: undoStepSchema, invalidates: STALE }),
};
