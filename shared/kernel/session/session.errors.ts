import { z } from 'zod';

/** What can go wrong between a person and the keys. One answer for an unknown name and a wrong password (security.md 2.13). */
export const sessionErrors = {
  'session/wrong-credentials': z.strictObject({}),
  /** The old password of a change was not right; the person is known, so nothing is hidden. */
  'session/wrong-password': z.strictObject({}),
  'session/throttled': z.strictObject({ seconds: z.int() }),
  'session/second-instance': z.strictObject({}),
  /** `reasons` are the codes of password.rules.ts, named `password.reason.<code>` in the locales. */
  'session/password-refused': z.strictObject({ reasons: z.array(z.string()) }),
  'session/words-differ': z.strictObject({}),
  'session/no-sheet': z.strictObject({}),
  'session/wrong-words': z.strictObject({}),
  'keystore/damaged': z.strictObject({}),
  /** Neither the key store nor any backup's is whole. */
  'keystore/no-backup': z.strictObject({}),
  /** A warning: the key store was read from its copy. */
  'keystore/used-copy': z.strictObject({}),
  /** This computer's own secret is gone, so no password opens; the recovery words do. */
  'keystore/device-missing': z.strictObject({}),
  /** Neither implementation of Argon2id works on this computer. */
  'keystore/derivation-failed': z.strictObject({}),
};
