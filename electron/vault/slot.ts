import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { kdfSchema } from './key-derivation.ts';

const bytes = (length: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === length && Buffer.from(text, 'base64').toString('base64') === text);
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SALT_BYTES = 16;

/** Nonce, sealed key and tag in one piece. */
const wrapOf = (sealed: number) => bytes(NONCE_BYTES + sealed + TAG_BYTES);

/** A person's slot: the file's key wrapped with what only this person's password and this computer yield. */
export const slotSchema = z.strictObject({
  v: z.literal(1),
  uid: z.uuid(),
  name: z.string().min(1).max(200),
  kdf: kdfSchema,
  salt: bytes(SALT_BYTES),
  gen: z.int().min(1),
  wrap: wrapOf(32),
});
export type Slot = z.infer<typeof slotSchema>;

/**
 * The slot of the 24 words. It also holds the computer's secret: on another computer the words open the file and make everybody's
 * password work again.
 */
export const recoverySlotSchema = z.strictObject({ v: z.literal(1), uid: z.literal('recovery'), salt: bytes(SALT_BYTES), gen: z.int().min(1), wrap: wrapOf(64) });
export type RecoverySlot = z.infer<typeof recoverySlotSchema>;

export const newSalt = (): Buffer => randomBytes(SALT_BYTES);

/** Everything of a slot but its wrap, in a fixed order: a slot moved to another person or with changed parameters does not open. */
function headerOf(slot: Omit<Slot, 'wrap'> | Omit<RecoverySlot, 'wrap'>): Buffer {
  const fields = 'kdf' in slot ? [slot.v, slot.uid, slot.name, slot.kdf.m, slot.kdf.t, slot.kdf.p, slot.salt, slot.gen] : [slot.v, slot.uid, slot.salt, slot.gen];
  return Buffer.from(JSON.stringify(fields), 'utf8');
}

/** Wraps a secret under a key; AES-256-GCM with the header as associated data. */
export function seal<S extends Omit<Slot, 'wrap'> | Omit<RecoverySlot, 'wrap'>>(header: S, key: Buffer, secret: Buffer): S & { wrap: string } {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(headerOf(header));
  const sealed = Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  return { ...header, wrap: sealed.toString('base64') };
}

/** The wrapped secret, or null when the key, the header or the wrap is not the one it was sealed with. */
export function unseal(slot: Slot | RecoverySlot, key: Buffer): Buffer | null {
  const sealed = Buffer.from(slot.wrap, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(headerOf(slot));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const secret = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
  try {
    return Buffer.concat([secret, decipher.final()]);
  } catch {
    return null;
  } finally {
    secret.fill(0);
  }
}
