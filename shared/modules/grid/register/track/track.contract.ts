import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { idInput } from '#shared/contract/list.ts';
import { registerPermissions } from '../register.contract.ts';

const { query } = operationsFor(registerPermissions);

export const eventKinds = ['registered', 'moved-grid', 'category-changed', 'household-out', 'household-in', 'removed', 'restored', 'died', 'merged', 'tag-added', 'tag-removed'] as const;
/** `was` and `becomes` are names (grids, register numbers), or codes of category, care group and kind of removal. */
export const personEventSchema = z.strictObject({ id: z.string(), at: z.string(), kind: z.enum(eventKinds), was: z.string(), becomes: z.string(), /** Name of the entry that was merged into this one, when the event is its own. */ mergedName: z.string() });
export type PersonEvent = z.infer<typeof personEventSchema>;

export const trackOperations = {
  /** What happened to a person and to the entries merged into theirs, the newest first. */
  listPersonEvents: query({ permission: 'register.read', input: idInput, output: z.array(personEventSchema) }),
};
