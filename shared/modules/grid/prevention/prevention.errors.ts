import { z } from 'zod';

export const preventionErrors = {
  'prevention/lies-ahead': z.strictObject({ today: z.string() }),
  'prevention/grid-needed': z.strictObject({}),
  'prevention/not-later': z.strictObject({ name: z.string(), expiresOn: z.string() }),
  'prevention/nothing-found': z.strictObject({}),
};
