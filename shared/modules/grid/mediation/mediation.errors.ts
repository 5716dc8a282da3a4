import { z } from 'zod';

export const mediationErrors = {
  'mediation/not-possible-now': z.strictObject({ no: z.string(), state: z.string() }),
  'mediation/grid-needed': z.strictObject({}),
  'mediation/lies-ahead': z.strictObject({ today: z.string() }),
  'mediation/days-reversed': z.strictObject({}),
};
