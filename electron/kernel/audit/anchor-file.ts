import { createHmac, timingSafeEqual } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { z } from 'zod';
import type { Anchor } from './audit-verify.ts';

/**
 * The newest entry of the log, kept outside the encrypted file: an older file put back is behind it, and damage that swallowed
 * committed work is too (security.md decision 10). Sealed with a key derived from the file's key.
 */
const anchorSchema = z.strictObject({ seq: z.int(), head: z.string(), mac: z.string() });

const macOf = (key: Buffer, { seq, head }: Anchor): string => createHmac('sha256', key).update(JSON.stringify([seq, head])).digest('hex');

/** The anchor, null when there is none yet, or `forged` when it was not written with this file's key. */
export function readAnchor(file: string, key: Buffer): Anchor | 'forged' | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
  try {
    const { mac, ...anchor } = anchorSchema.parse(JSON.parse(text));
    const expected = Buffer.from(macOf(key, anchor));
    const given = Buffer.from(mac);
    return expected.length === given.length && timingSafeEqual(expected, given) ? anchor : 'forged';
  } catch {
    return 'forged';
  }
}

/** Replaces the anchor: whole or not at all. */
export function writeAnchor(file: string, key: Buffer, anchor: Anchor): void {
  const partial = `${file}.part`;
  const handle = openSync(partial, 'w', 0o600);
  try {
    writeSync(handle, JSON.stringify({ ...anchor, mac: macOf(key, anchor) }));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(partial, file);
}
