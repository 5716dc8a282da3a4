import { z } from 'zod';

export const serviceDeskErrors = {
  'desk-visit/times-reversed': z.strictObject({}),
  'desk-visit/not-yet': z.strictObject({}),
  'desk-visit/already-attended': z.strictObject({ name: z.string() }),
  'desk-visit/already-left': z.strictObject({ name: z.string() }),
  'desk-hours/overlap': z.strictObject({}),
};
