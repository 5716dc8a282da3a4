import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { doneSchema } from '#shared/contract/list.ts';

export const clipboardPermissions = {} as const;
const { task } = operationsFor(clipboardPermissions);

export const clipboardContract = {
  /** Copies a revealed value that must not stay: it is taken off the clipboard after 20 seconds (security.md 2.8). */
  copyInPassing: task({ permission: 'session', input: z.strictObject({ text: z.string().min(1).max(100) }), output: doneSchema, invalidates: [] }),
};
