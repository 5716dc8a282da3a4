import { hkdfSync, randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import type { Stretch } from './stretch.ts';

/**
 * Argon2id parameters of a slot: `m` in KiB, `t` rounds, `p` lanes. The floor keeps a tampered file from weakening the derivation, the
 * ceiling keeps it from hanging the computer (security.md 2.4).
 */
export const kdfSchema = z.strictObject({
  m: z.int().min(64 * 1024).max(1024 * 1024),
  t: z.int().min(3).max(20),
  p: z.int().min(1).max(4),
});
export type Kdf = z.infer<typeof kdfSchema>;

const ladder: readonly Kdf[] = [
  { m: 64 * 1024, t: 3, p: 2 },
  { m: 128 * 1024, t: 3, p: 2 },
  { m: 128 * 1024, t: 4, p: 2 },
  { m: 256 * 1024, t: 3, p: 2 },
  { m: 256 * 1024, t: 4, p: 2 },
];
/** A sign-in may cost this much and still feels immediate. */
const LONGEST_MS = 600;
const KEY_BYTES = 32;

/** The strongest step of the ladder that this computer climbs in time; the first one even when it is slower. */
export async function measureKdf(stretch: Stretch, now: () => number = () => performance.now()): Promise<Kdf> {
  let chosen: Kdf | undefined;
  for (const step of ladder) {
    const begun = now();
    (await stretch('measure', randomBytes(16), step)).fill(0);
    if (chosen && now() - begun > LONGEST_MS) break;
    chosen = step;
  }
  return chosen ?? { m: 64 * 1024, t: 3, p: 2 };
}

/** A 32-byte key for one purpose out of key material; the material stays with the caller. */
export function derive(material: Buffer, salt: Buffer, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', material, salt, info, KEY_BYTES));
}

/**
 * The key that wraps a person's slot. It needs the password and this computer's secret, so that copied files alone cannot be guessed
 * elsewhere (security.md 2.4).
 */
export async function passwordKey(stretch: Stretch, password: string, deviceSecret: Buffer, slot: { readonly uid: string; readonly salt: Buffer; readonly kdf: Kdf }): Promise<Buffer> {
  const stretched = await stretch(password, slot.salt, slot.kdf);
  const material = Buffer.concat([stretched, deviceSecret]);
  try {
    return derive(material, slot.salt, `kek|${slot.uid}`);
  } finally {
    stretched.fill(0);
    material.fill(0);
  }
}

/** The key that wraps the recovery slot. The words are 256 uniform bits, so no stretching is needed. */
export const recoveryKey = (secret: Buffer, salt: Buffer): Buffer => derive(secret, salt, 'kek|recovery');
