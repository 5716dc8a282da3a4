import { z } from 'zod';

export const careErrors = {
  'care/already-in-group': z.strictObject({ name: z.string(), fromOn: z.string() }),
  'care/not-begun': z.strictObject({ today: z.string() }),
};
