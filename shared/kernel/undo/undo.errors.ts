import { z } from 'zod';

export const undoErrors = {
  /** Something else was done since, which would have to be taken back first. */
  'undo/not-next': z.strictObject({}),
  /** A record was changed by somebody else, or by an import, since. */
  'undo/changed-since': z.strictObject({ name: z.string() }),
  /** Others belong to what would disappear. */
  'undo/in-use': z.strictObject({ name: z.string() }),
};
