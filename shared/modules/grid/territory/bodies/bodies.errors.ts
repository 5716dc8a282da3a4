import { z } from 'zod';

export const bodiesErrors = {
  'body/name-taken': z.strictObject({ name: z.string() }),
  'body/term-reversed': z.strictObject({}),
};
