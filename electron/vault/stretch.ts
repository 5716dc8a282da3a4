import { Worker } from 'node:worker_threads';
import { fail } from '#shared/errors/app-error.ts';
import type { Kdf } from './key-derivation.ts';

/** Argon2id 1.3 of `password` with `salt`: 32 bytes that the caller zeroes. `m` in KiB, `t` rounds, `p` lanes. */
export type Argon2id = (password: Buffer, salt: Buffer, kdf: Kdf) => Promise<Buffer>;
/** The same of a password in NFC. Error: `keystore/derivation-failed`. */
export type Stretch = (password: string, salt: Buffer, kdf: Kdf) => Promise<Buffer>;

const KEY_BYTES = 32;
const ARGON2ID = 2;
/** The dearest slot that is opened at all costs a slow computer about a minute; who is silent for longer will not answer any more. */
const LONGEST_MS = 180_000;

/**
 * Two lanes of the test vectors that come with the reference implementation of RFC 9106; the RFC's own vector needs associated data,
 * which neither implementation takes.
 */
const KNOWN = { password: 'password', salt: 'somesalt', kdf: { m: 256, t: 2, p: 2 }, answer: '6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037' } as const;

/** Off the main thread by itself. Its file needs parts of the system that a bare Windows lacks, so it is loaded only here. */
export async function native(): Promise<Argon2id> {
  const { hashRaw } = await import('@node-rs/argon2');
  return (password, salt, { m, t, p }) => hashRaw(password, { algorithm: ARGON2ID, memoryCost: m, timeCost: t, parallelism: p, outputLen: KEY_BYTES, salt });
}

/** The same in WebAssembly, two to three times slower, in a thread of its own for each derivation. */
export const portable = (workerFile: string): Argon2id => (password, salt, kdf) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: { password: Uint8Array.from(password), salt: Uint8Array.from(salt), kdf } });
    const late = setTimeout(() => reject(new Error('the derivation did not end')), LONGEST_MS);
    worker.once('message', (key: Uint8Array) => resolve(Buffer.from(key.buffer, key.byteOffset, key.byteLength)));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`the derivation ended with ${code}`)); // has no effect after an answer
    });
  });

async function isRight(argon2id: Argon2id): Promise<boolean> {
  const { password, salt, kdf, answer } = KNOWN;
  return (await argon2id(Buffer.from(password), Buffer.from(salt), kdf)).toString('hex') === answer;
}

/**
 * Chooses at the first use what computes Argon2id: the first of the implementations that loads and gives the known answer (security.md
 * 2.4). All give the same bytes, so a slot made with one opens with another.
 */
export function stretcher(implementations: readonly (() => Promise<Argon2id>)[] = [native], log: (line: string) => void = () => {}): Stretch {
  const choose = async (): Promise<Argon2id> => {
    for (const load of implementations) {
      try {
        const argon2id = await load();
        if (await isRight(argon2id)) return argon2id;
        log('an implementation of Argon2id does not give the known answer');
      } catch (error) {
        log(`an implementation of Argon2id cannot be used: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    return fail('keystore/derivation-failed', {});
  };
  let chosen: Promise<Argon2id> | null = null;
  return async (password, salt, kdf) => {
    const typed = Buffer.from(password.normalize('NFC'), 'utf8');
    try {
      chosen ??= choose();
      return await (await chosen)(typed, salt, kdf);
    } catch {
      chosen = null; // tried again from the beginning next time
      return fail('keystore/derivation-failed', {});
    } finally {
      typed.fill(0);
    }
  };
}
