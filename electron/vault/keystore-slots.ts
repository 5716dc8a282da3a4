import { randomBytes } from 'node:crypto';
import { fail } from '#shared/errors/app-error.ts';
import type { DeviceSecret } from './device-secret.ts';
import { passwordKey, recoveryKey, type Kdf } from './key-derivation.ts';
import type { Keystore, KeystoreFile } from './keystore-file.ts';
import { newSalt, seal, unseal, type RecoverySlot, type Slot } from './slot.ts';
import type { Stretch } from './stretch.ts';

export type SlotOwner = { readonly uid: string; readonly name: string; readonly password: string };

/** Names are the same whatever their case, spaces around them or the way an accent was typed. */
export const nameKey = (name: string): string => name.normalize('NFC').trim().toLowerCase();

export const slotNamed = (keystore: Keystore, name: string): Slot | undefined => Object.values(keystore.slots).find((slot) => nameKey(slot.name) === nameKey(name));

type Sealed<S> = { readonly slot: S; readonly opens: (written: S | undefined) => boolean; readonly forget: () => void };

/** A new slot for a password, with a way to prove that what was read back from the disk opens. `forget` zeroes its key. */
export async function sealForPassword(stretch: Stretch, owner: SlotOwner, dek: Buffer, device: Buffer, { kdf, gen }: { kdf: Kdf; gen: number }): Promise<Sealed<Slot>> {
  const salt = newSalt();
  const key = await passwordKey(stretch, owner.password, device, { uid: owner.uid, salt, kdf });
  const slot = seal({ v: 1, uid: owner.uid, name: owner.name.normalize('NFC').trim(), kdf, salt: salt.toString('base64'), gen }, key, dek);
  return { slot, opens: (written) => written !== undefined && opensTo(written, key, dek), forget: () => void key.fill(0) };
}

/** A new recovery slot and the secret behind its words. The secret stays with the caller. */
export function sealForWords(dek: Buffer, device: Buffer, gen: number): Sealed<RecoverySlot> & { readonly secret: Buffer } {
  const secret = randomBytes(32);
  const salt = newSalt();
  const key = recoveryKey(secret, salt);
  const content = Buffer.concat([dek, device]);
  const slot = seal({ v: 1, uid: 'recovery', salt: salt.toString('base64'), gen }, key, content);
  const forget = (): void => {
    for (const buffer of [key, content, secret]) buffer.fill(0);
  };
  return { slot, secret, opens: (written) => written !== undefined && opensTo(written, key, content), forget };
}

function opensTo(slot: Slot | RecoverySlot, key: Buffer, expected: Buffer): boolean {
  const opened = unseal(slot, key);
  const isSame = opened?.equals(expected) ?? false;
  opened?.fill(0);
  return isSame;
}

/** The file's key behind a slot, or null for a wrong password; the caller zeroes it. Without a slot the same work is done for nothing. */
export async function openWithPassword(stretch: Stretch, keystore: Keystore, slot: Slot | undefined, password: string, device: Buffer): Promise<Buffer | null> {
  const key = await passwordKey(stretch, password, device, { uid: slot?.uid ?? '', salt: slot ? Buffer.from(slot.salt, 'base64') : newSalt(), kdf: slot?.kdf ?? keystore.kdf });
  try {
    return slot ? unseal(slot, key) : null;
  } finally {
    key.fill(0);
  }
}

/** The file's key and the computer's secret behind the words' secret, or null; the caller zeroes both. */
export function openWithSecret({ recovery }: Keystore, secret: Buffer): { dek: Buffer; device: Buffer } | null {
  const key = recoveryKey(secret, Buffer.from(recovery.salt, 'base64'));
  const content = unseal(recovery, key);
  key.fill(0);
  return content && { dek: content.subarray(0, 32), device: content.subarray(32) };
}

/** Writes one person's slot. A name that another person's slot has is refused with `account/name-taken`. */
export async function putSlot(stretch: Stretch, file: KeystoreFile, device: DeviceSecret, owner: SlotOwner, dek: Buffer): Promise<void> {
  const { keystore } = file.read();
  const namesake = slotNamed(keystore, owner.name);
  if (namesake && namesake.uid !== owner.uid) fail('account/name-taken', { name: owner.name });
  const secret = device.read();
  const sealed = await sealForPassword(stretch, owner, dek, secret, keystore).finally(() => secret.fill(0));
  try {
    file.write({ ...keystore, slots: { ...keystore.slots, [owner.uid]: sealed.slot } }, (written) => sealed.opens(written.slots[owner.uid]));
  } finally {
    sealed.forget();
  }
}
