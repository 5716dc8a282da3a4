import { z } from 'zod';

export const processErrors = {
  'process/title-taken': z.strictObject({ title: z.string() }),
  'process/steps-broken': z.strictObject({ problem: z.string(), place: z.number() }),
  'process/not-a-draft': z.strictObject({ title: z.string() }),
  'process/not-in-force': z.strictObject({ title: z.string() }),
  'process/draft-exists': z.strictObject({ title: z.string() }),
  'process/too-far': z.strictObject({ day: z.string() }),
  'process/lies-ahead': z.strictObject({ today: z.string() }),
  'process/too-early': z.strictObject({ day: z.string() }),
};
