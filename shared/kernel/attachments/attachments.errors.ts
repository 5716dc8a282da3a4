import { z } from 'zod';

export const attachmentsErrors = {
  'attachment/too-many': z.strictObject({ limit: z.int() }),
  'attachment/too-large': z.strictObject({ longestSide: z.int() }),
  'attachment/added-already': z.strictObject({ name: z.string() }),
};
