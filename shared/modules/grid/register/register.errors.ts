import { z } from 'zod';

export const registerErrors = {
  'person/id-number-taken': z.strictObject({ name: z.string(), personId: z.string() }),
  'person/id-number-invalid': z.strictObject({ rule: z.string() }),
  'person/grid-out-of-scope': z.strictObject({}),
  'dwelling/grid-of-building': z.strictObject({ building: z.string(), grid: z.string() }),
  'household/register-no-taken': z.strictObject({ registerNo: z.string() }),
  'household/head-not-a-member': z.strictObject({ name: z.string() }),
  'household/head-has-others': z.strictObject({ members: z.int() }),
};
