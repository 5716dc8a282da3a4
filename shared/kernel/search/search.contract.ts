import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';

export const searchPermissions = {} as const;
const { query } = operationsFor(searchPermissions);

/** A find, masked like every list. `entity` is the kind of thing, with the words `palette.entity.<entity>`; `matched` says which part of it answered: `named` a person or body it names, `text` what else is written in it. */
export const searchHitSchema = z.strictObject({
  entity: z.string().regex(/^[a-zA-Z-]{1,40}$/),
  id: z.uuid(),
  title: z.string(),
  detail: z.string(),
  matched: z.enum(['name', 'pinyin', 'initials', 'phone', 'idNumber', 'address', 'code', 'named', 'text']),
  to: z.string(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

/** As many texts as a list of choices has at most. */
export const MOST_SPELLED = 500;

export const searchContract = {
  /** How each text is read, as letters without tones: the whole reading and the initials. For finding choices by pinyin. */
  spell: query({
    permission: 'session',
    input: z.strictObject({ texts: z.array(z.string().max(200)).max(MOST_SPELLED) }),
    output: z.array(z.array(z.string())),
  }),
  findEverywhere: query({
    permission: 'session',
    input: z.strictObject({ text: z.string().trim().min(1).max(60), limit: z.int().min(1).max(50).default(20) }),
    output: z.array(searchHitSchema),
  }),
};
