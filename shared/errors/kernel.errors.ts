import { z } from 'zod';

/** Failures no module owns. A code is also its locale key: `error.<code>`. */
export const kernelErrors = {
  'auth/forbidden': z.strictObject({ permission: z.string() }),
  'session/already-set-up': z.strictObject({}),
  'session/required': z.strictObject({}),
  'call/unknown-operation': z.strictObject({}),
  'call/untrusted-sender': z.strictObject({}),
  'call/too-large': z.strictObject({ limitKiB: z.int() }),
  'validation/failed': z.strictObject({ issues: z.array(z.strictObject({ path: z.string(), code: z.string() })) }),
  'record/not-found': z.strictObject({}),
  'record/conflict': z.strictObject({ by: z.string(), at: z.string() }),
  'task/cancelled': z.strictObject({}),
  /** A notice: the computer's date was moved while somebody worked. */
  'clock/jumped': z.strictObject({ minutes: z.int() }),
  'disk/full': z.strictObject({}),
  'file/not-readable': z.strictObject({ name: z.string() }),
  'file/locked': z.strictObject({ name: z.string() }),
  'file/not-writable': z.strictObject({ name: z.string() }),
  'file/picture-unknown': z.strictObject({}),
  'database/read-only': z.strictObject({}),
  'internal/unexpected': z.strictObject({ reference: z.string() }),
};
