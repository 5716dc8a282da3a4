import { z } from 'zod';

export const emergencyErrors = {
  'emergency/plan-name-taken': z.strictObject({ name: z.string() }),
  'emergency/tree-broken': z.strictObject({ problem: z.string() }),
  'emergency/has-ended': z.strictObject({ title: z.string() }),
  'emergency/reported-already': z.strictObject({ name: z.string() }),
};
