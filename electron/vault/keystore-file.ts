import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fail } from '#shared/errors/app-error.ts';
import { writeDurably } from './durable-file.ts';
import { kdfSchema } from './key-derivation.ts';
import { recoverySlotSchema, slotSchema } from './slot.ts';

export const keystoreSchema = z.strictObject({
  v: z.literal(1),
  /** Generation of the file's key. */
  gen: z.int().min(1),
  /** What this computer was measured to afford; new slots use it, and an unknown name costs the same. */
  kdf: kdfSchema,
  slots: z.record(z.uuid(), slotSchema),
  recovery: recoverySlotSchema,
});
export type Keystore = z.infer<typeof keystoreSchema>;

const sumOf = (body: string): string => createHash('sha256').update(body).digest('hex');

/** The file's text: one line of JSON, then its SHA-256, so that damage anywhere is told apart from a wrong password. */
export function textOf(keystore: Keystore): string {
  const body = JSON.stringify(keystore);
  return `${body}\n${sumOf(body)}\n`;
}

/** The key store in a text, or null when anything about it is not as it was written. */
export function parseKeystore(text: string): Keystore | null {
  const [body = '', sum, end, ...more] = text.split('\n');
  if (sum !== sumOf(body) || end !== '' || more.length > 0) return null;
  try {
    const keystore = keystoreSchema.parse(JSON.parse(body));
    return Object.entries(keystore.slots).every(([uid, slot]) => slot.uid === uid) ? keystore : null;
  } catch {
    return null;
  }
}

export type Found = { readonly keystore: Keystore; readonly text: string; readonly fromCopy: boolean };

/**
 * `keystore.json` and its copy `.bak`. The copy is the state before a write until the new file was read back and opened; then it
 * becomes the same as the new one, so that an old password never outlives its change and a damaged file always has a twin.
 */
export function keystoreFile(dataFolder: string) {
  const file = join(dataFolder, 'keystore.json');
  const copy = `${file}.bak`;
  const load = (path: string): { keystore: Keystore; text: string } | null => {
    try {
      const text = readFileSync(path, 'utf8');
      const keystore = parseKeystore(text);
      return keystore && { keystore, text };
    } catch {
      return null;
    }
  };
  const find = (): Found | null => {
    const first = load(file);
    if (first) return { ...first, fromCopy: false };
    const second = load(copy);
    return second && { ...second, fromCopy: true };
  };
  return {
    exists: (): boolean => existsSync(file) || existsSync(copy),
    find,
    /** Error: `keystore/damaged` when neither the file nor its copy can be read. */
    read: (): Found => find() ?? fail('keystore/damaged', {}),
    /**
     * Replaces the key store. `opens` must unwrap with what was read back from the disk; when it cannot, the state before is put back
     * and `keystore/damaged` is thrown.
     */
    write: (keystore: Keystore, opens: (written: Keystore) => boolean): void => {
      const before = find();
      if (before) writeDurably(copy, before.text);
      writeDurably(file, textOf(keystore));
      const written = load(file);
      if (!written || !opens(written.keystore)) {
        if (before) writeDurably(file, before.text);
        else rmSync(file, { force: true });
        fail('keystore/damaged', {});
      }
      writeDurably(copy, written.text);
    },
    /** Puts the text of a key store where both files are damaged or gone; what is left of them is set aside. */
    replace: (text: string): void => {
      for (const path of [file, copy]) {
        if (existsSync(path)) renameSync(path, `${path}.damaged`);
        writeDurably(path, text);
      }
    },
    /** After a successful unlock: both files are made whole again; a damaged one is set aside, not overwritten. */
    mend: (): void => {
      const found = find();
      if (!found) return;
      if (found.fromCopy) {
        if (existsSync(file)) renameSync(file, `${file}.damaged`);
        writeDurably(file, found.text);
      } else if (load(copy)?.text !== found.text) writeDurably(copy, found.text);
    },
  };
}
export type KeystoreFile = ReturnType<typeof keystoreFile>;
