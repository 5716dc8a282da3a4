import { z } from 'zod';

export const duplicateErrors = {
  'person/merge-both-changed': z.strictObject({ one: z.string(), other: z.string() }),
  'person/merge-with-itself': z.strictObject({}),
};
