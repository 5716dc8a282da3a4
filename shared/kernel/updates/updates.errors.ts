import { z } from 'zod';

const name = z.string();
export const updatesErrors = {
  'update/no-key': z.strictObject({}),
  'update/no-manifest': z.strictObject({ name }),
  /** UPD-01 of security.md 2.13. */
  'update/signature': z.strictObject({}),
  'update/unknown-format': z.strictObject({}),
  'update/not-newer': z.strictObject({ version: z.string(), current: z.string() }),
  'update/step-missing': z.strictObject({ from: z.string(), current: z.string() }),
  'update/not-for-this-system': z.strictObject({}),
  'update/file-missing': z.strictObject({ name }),
  'update/file-altered': z.strictObject({ name }),
  'update/too-large': z.strictObject({ name, limitMib: z.int() }),
  'update/not-prepared': z.strictObject({}),
};
