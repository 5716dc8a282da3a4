import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { doneSchema, instantText } from '#shared/contract/list.ts';

export const deskStatePermissions = {} as const;
const { query, command } = operationsFor(deskStatePermissions);

/** A person's own working state: typed but unsaved text, named views of lists, recent searches. Never somebody else's. */
export const deskStateKinds = ['draft', 'view', 'list', 'recent', 'place'] as const;

export const deskStateSchema = z.strictObject({
  kind: z.enum(deskStateKinds),
  key: z.string().min(1).max(120),
  value: z.json(),
  updatedAt: instantText,
});
export type DeskState = z.infer<typeof deskStateSchema>;

export const deskStateContract = {
  list: query({ permission: 'session', input: z.strictObject({ kind: z.enum(deskStateKinds), prefix: z.string().max(120).default('') }), output: z.array(deskStateSchema) }),
  put: command({ permission: 'session', input: deskStateSchema.omit({ updatedAt: true }), output: deskStateSchema, invalidates: ['deskState'] }),
  remove: command({ permission: 'session', input: z.strictObject({ kind: z.enum(deskStateKinds), key: z.string().min(1).max(120) }), output: doneSchema, invalidates: ['deskState'] }),
};
