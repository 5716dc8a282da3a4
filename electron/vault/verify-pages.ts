import { createHash, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { open } from 'node:fs/promises';

const PAGE = 4096;
const SALT = 16;
const MAC = 64;
const SALT_MASK = 0x3a;
/** Pages read at a time; between two readings other work of the process gets its turn. */
const CHUNK_PAGES = 256;

/** SQLite keeps the page at 1 GiB for its locks and never writes it, so it bears no seal: larger files have this one hole. */
const LOCK_PAGE = 2 ** 30 / PAGE + 1;

/** Whether the page with this number (from 1) bears a seal. */
export const isSealed = (number: number): boolean => number !== LOCK_PAGE;

export type PageVerdict = { readonly pages: number; readonly bytes: number; readonly sha256: string; /** Numbers of the first damaged pages. */ readonly damaged: readonly number[] };

/**
 * Checks the seal of every page of a SQLCipher 4 file from outside, without opening it, and hashes the file on the way: HMAC-SHA512 over
 * content, IV and page number; its key is PBKDF2-SHA512 of the raw key over the masked salt, 2 rounds (security.md 2.3). A file that
 * is no whole number of pages is damaged at its last one. `dek` stays with the caller; `progress` hears what part of the file is done.
 */
export async function verifyPages(file: string, dek: Buffer, progress: (part: number) => void = () => {}): Promise<PageVerdict> {
  const handle = await open(file, 'r');
  const { size } = await handle.stat();
  const chunk = Buffer.alloc(PAGE * CHUNK_PAGES);
  const hash = createHash('sha256');
  const damaged: number[] = [];
  let key: Buffer | null = null;
  let bytes = 0;
  try {
    for (;;) {
      const length = await fill(handle, chunk, bytes);
      if (length === 0) break;
      hash.update(chunk.subarray(0, length));
      key ??= pbkdf2Sync(dek, Buffer.from(chunk.subarray(0, SALT).map((byte) => byte ^ SALT_MASK)), 2, 32, 'sha512');
      for (let at = 0; at < length && damaged.length < 20; at += PAGE) {
        const number = (bytes + at) / PAGE + 1;
        if (length - at < PAGE || (isSealed(number) && !isWhole(chunk.subarray(at, at + PAGE), number, key))) damaged.push(number);
      }
      bytes += length;
      progress(Math.min(1, bytes / size));
    }
  } finally {
    key?.fill(0);
    await handle.close();
  }
  if (bytes === 0) damaged.push(1);
  return { pages: Math.ceil(bytes / PAGE), bytes, sha256: hash.digest('hex'), damaged };
}

/** Reads until the chunk is full or the file ends; a single read may be short. */
async function fill(handle: Awaited<ReturnType<typeof open>>, chunk: Buffer, position: number): Promise<number> {
  let length = 0;
  while (length < chunk.length) {
    const { bytesRead } = await handle.read(chunk, length, chunk.length - length, position + length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return length;
}

function isWhole(page: Buffer, number: number, key: Buffer): boolean {
  const counter = Buffer.alloc(4);
  counter.writeUInt32LE(number);
  const sealed = page.subarray(number === 1 ? SALT : 0, PAGE - MAC); // page content and IV; the file's salt is not sealed
  const mac = createHmac('sha512', key).update(sealed).update(counter).digest();
  return timingSafeEqual(mac, page.subarray(PAGE - MAC));
}
