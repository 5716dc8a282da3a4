import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { idInput } from '#shared/contract/list.ts';
import { registerPermissions } from '../register.contract.ts';
import { blockSchema } from './block.schema.ts';

const { query } = operationsFor(registerPermissions);

export const blockOperations = {
  /** What is kept beyond the common block; `blockId` is null while there is nothing. Written with the person (createPerson, updatePerson). */
  getPersonBlock: query({ permission: 'register.read', input: idInput, output: z.strictObject({ blockId: z.string().nullable(), sensitive: z.boolean(), block: blockSchema }) }),
};
