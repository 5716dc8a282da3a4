import { z } from 'zod';

export const numbersErrors = {
  'numbers/limit': z.strictObject({ limit: z.int() }),
  'numbers/none': z.strictObject({}),
};
