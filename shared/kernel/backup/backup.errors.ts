import { z } from 'zod';

export const backupErrors = {
  'backup/not-found': z.strictObject({ name: z.string() }),
  'backup/damaged': z.strictObject({ name: z.string() }),
  'backup/none': z.strictObject({}),
  'backup/running': z.strictObject({}),
  /** What was written does not read back as it was: the disk. `detail` names the pages. */
  'backup/copy-damaged': z.strictObject({ detail: z.string() }),
  /** The copy is as it was written, but records in it are not sound: the data file itself. `detail` names the table. */
  'backup/records-damaged': z.strictObject({ detail: z.string() }),
  'backup/failed': z.strictObject({ detail: z.string() }),
  'backup/newer-version': z.strictObject({ name: z.string() }),
  'backup/approver-refused': z.strictObject({}),
};
