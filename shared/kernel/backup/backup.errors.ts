import { z } from 'zod';

export const backupErrors = {
  'backup/not-found': z.strictObject({ name: z.string() }),
  'backup/damaged': z.strictObject({ name: z.string() }),
  'backup/none': z.strictObject({}),
  'backup/running': z.strictObject({}),
  'backup/failed': z.strictObject({}),
  'backup/newer-version': z.strictObject({ name: z.string() }),
  'backup/approver-refused': z.strictObject({}),
};
