import { z } from 'zod';

/** What the encrypted file can answer on its worst day (security.md 2.13). */
export const databaseErrors = {
  'database/not-encrypted': z.strictObject({}),
  'database/cannot-open': z.strictObject({}),
  'database/newer-version': z.strictObject({}),
  'database/migration-edited': z.strictObject({ name: z.string() }),
  'database/rolled-back': z.strictObject({ missing: z.int() }),
  'database/busy': z.strictObject({}),
  /** A page behind the first does not hold what was written to it. */
  'database/damaged': z.strictObject({}),
  /** The thread that holds the file did not start, or ended by itself. */
  'database/not-answering': z.strictObject({}),
};
