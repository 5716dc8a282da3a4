import { z } from 'zod';

export const accountsErrors = {
  'account/name-taken': z.strictObject({ name: z.string() }),
  'account/last-of-role': z.strictObject({ role: z.string() }),
  'account/auditor-stands-alone': z.strictObject({}),
  'account/not-yourself': z.strictObject({}),
  'account/second-person-needed': z.strictObject({}),
};
