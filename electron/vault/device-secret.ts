import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fail } from '#shared/errors/app-error.ts';
import { writeDurably } from './durable-file.ts';

/** The system's own protection of a small secret (DPAPI, keyring), where there is one. */
export type Protection = { readonly seal: (secret: Buffer) => Buffer; readonly open: (sealed: Buffer) => Buffer };

const SECRET_BYTES = 32;
const deviceFileSchema = z.strictObject({ v: z.literal(1), sealed: z.boolean(), secret: z.base64() });

/**
 * 32 bytes that belong to this computer and go into every password's key. Under the system's protection where there is one, otherwise
 * readable by the file's owner only.
 */
export function deviceSecret(dataFolder: string, protect?: Protection) {
  const file = join(dataFolder, 'device.bin');
  const put = (secret: Buffer): void => {
    const stored = protect ? protect.seal(secret) : secret;
    writeDurably(file, JSON.stringify({ v: 1, sealed: protect !== undefined, secret: stored.toString('base64') }));
  };
  const load = (): Buffer | null => {
    try {
      const { sealed, secret } = deviceFileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
      const stored = Buffer.from(secret, 'base64');
      const opened = sealed ? protect?.open(stored) : stored;
      return opened?.length === SECRET_BYTES ? opened : null;
    } catch {
      return null;
    }
  };
  return {
    /** A copy that the caller zeroes; null when the file is missing or the system does not open it (another computer or account). */
    find: load,
    /** As `find`. Error: `keystore/device-missing`. */
    read: (): Buffer => load() ?? fail('keystore/device-missing', {}),
    create: (): Buffer => {
      const secret = randomBytes(SECRET_BYTES);
      put(secret);
      return secret;
    },
    /** Takes over the secret that the recovery slot holds; a file that could not be read is kept beside it. */
    adopt: (secret: Buffer): void => {
      const present = load();
      const isSame = present?.equals(secret) ?? false;
      present?.fill(0);
      if (isSame) return;
      if (existsSync(file)) renameSync(file, `${file}.unreadable`);
      put(secret);
    },
  };
}
export type DeviceSecret = ReturnType<typeof deviceSecret>;
