import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '#electron/database/connection.ts';
import { isSealed, verifyPages } from '#electron/vault/verify-pages.ts';
import { dataFolder } from './station.ts';

const PAGE = 4096;
const dek = randomBytes(32);
let station: ReturnType<typeof dataFolder>;
let file: string;
let whole: Buffer;

beforeEach(() => {
  station = dataFolder();
  file = station.path('app.db');
  const sqlite = openDatabase({ file, dek: Buffer.from(dek), mode: 'write', cacheKiB: 1024 });
  sqlite.exec('CREATE TABLE entry (id INTEGER PRIMARY KEY, body BLOB)');
  for (let n = 0; n < 400; n += 1) sqlite.prepare('INSERT INTO entry (body) VALUES (?)').run(randomBytes(3000));
  sqlite.close();
  whole = readFileSync(file);
});
afterEach(() => station.remove());

it('finds nothing in a whole file of several chunks, and hashes it', async () => {
  expect(await verifyPages(file, dek)).toEqual({ pages: whole.length / PAGE, bytes: whole.length, sha256: createHash('sha256').update(whole).digest('hex'), damaged: [] });
  expect(whole.length / PAGE).toBeGreaterThan(256);
});
it('names the page of every changed bit', async () => {
  for (let n = 0; n < 60; n += 1) {
    const at = n < 4 ? (n < 2 ? n * 15 : 16 + n) : Math.floor((whole.length * n) / 60);
    const changed = Buffer.from(whole);
    changed[at] = (changed[at] ?? 0) ^ (1 << n % 8);
    writeFileSync(file, changed);
    const { damaged } = await verifyPages(file, dek);
    if (at < 16) expect(damaged.length).toBe(20); // the salt: no page opens, and the list is cut
    else expect(damaged).toEqual([Math.floor(at / PAGE) + 1]);
  }
});
it('notices pages that changed places, a cut, an empty file and another key', async () => {
  writeFileSync(file, Buffer.concat([whole.subarray(0, PAGE * 5), whole.subarray(PAGE * 6, PAGE * 7), whole.subarray(PAGE * 5, PAGE * 6), whole.subarray(PAGE * 7)]));
  expect((await verifyPages(file, dek)).damaged).toEqual([6, 7]);
  writeFileSync(file, whole.subarray(0, PAGE * 9 + 100));
  expect((await verifyPages(file, dek)).damaged).toEqual([10]);
  writeFileSync(file, '');
  expect((await verifyPages(file, dek)).damaged).toEqual([1]);
  writeFileSync(file, whole);
  expect((await verifyPages(file, randomBytes(32))).damaged).toHaveLength(20);
});
it('asks no seal of the page that a file over 1 GiB keeps for its locks, and of no other', () => {
  const unsealed = Array.from({ length: 600_000 }, (_, index) => index + 1).filter((number) => !isSealed(number));
  expect(unsealed).toEqual([1_073_741_824 / PAGE + 1]);
});
