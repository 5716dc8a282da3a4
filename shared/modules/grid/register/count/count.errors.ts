import { z } from 'zod';

export const countErrors = {
  'count/no-doors': z.strictObject({}),
  'count/closed': z.strictObject({ name: z.string() }),
  'count/visit-ahead': z.strictObject({ address: z.string(), today: z.string() }),
  'count/counted-nobody': z.strictObject({ address: z.string() }),
  'count/households-without-persons': z.strictObject({ address: z.string() }),
  'count/more-households-than-persons': z.strictObject({ address: z.string() }),
  'count/not-a-sheet': z.strictObject({}),
  'count/other-campaign': z.strictObject({ name: z.string(), wanted: z.string() }),
  'count/grid-not-counted': z.strictObject({ name: z.string() }),
};
