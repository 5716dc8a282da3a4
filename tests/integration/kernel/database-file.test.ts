import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import Plain from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '#electron/database/connection.ts';
import { migrate, readMigrations } from '#electron/database/migrate.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

let desk: Workstation;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  await desk.done('grid.createGrid', { name: '暗号网格', type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' });
});
afterEach(() => desk.close());

const codeOf = (body: () => unknown): string => {
  try {
    body();
    return 'nothing';
  } catch (error) {
    return error instanceof AppError ? error.failure.code : String(error);
  }
};
const open = (file: string, key: Buffer, mode: 'read' | 'write' = 'write') => openDatabase({ file, dek: Buffer.from(key), mode, cacheKiB: 2048 });

describe('the file', () => {
  it('is noise without the key: no word of it, and bytes spread evenly', () => {
    desk.host().checkpoint();
    const bytes = readFileSync(desk.files.file);
    for (const word of ['SQLite', '暗号网格', '清波门社区', 'organisation']) expect(bytes.includes(Buffer.from(word))).toBe(false);
    const counts = new Uint32Array(256);
    for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
    const mean = bytes.length / 256;
    expect(counts.every((count) => Math.abs(count - mean) < mean / 4)).toBe(true);
  });
  it('opens with the key in an independent SQLCipher 4 reader', () => {
    desk.host().checkpoint();
    const copy = join(desk.folder, 'copy.db');
    copyFileSync(desk.files.file, copy);
    const { default: Cipher } = createRequire(import.meta.url)('@signalapp/sqlcipher') as { default: new (path: string) => { pragma(sql: string): unknown; prepare(sql: string): { all(): unknown[] }; close(): void } }; // the reader's own shape
    const reader = new Cipher(copy);
    reader.pragma(`key = "x'${desk.key.toString('hex')}'"`);
    expect(reader.prepare("SELECT name FROM grid").all()).toEqual([{ name: '暗号网格' }]);
    expect(reader.pragma('cipher_integrity_check')).toEqual([]);
    reader.close();
  });
  it('does not open with another key, and a plain file is not taken for ours', () => {
    desk.host().checkpoint();
    const copy = join(desk.folder, 'copy.db');
    copyFileSync(desk.files.file, copy);
    expect(codeOf(() => open(copy, Buffer.alloc(32, 7)))).toBe('database/cannot-open');
    const plain = join(desk.folder, 'plain.db');
    new Plain(plain).exec('CREATE TABLE t (a)').close();
    expect(codeOf(() => open(plain, desk.key))).toBe('database/not-encrypted');
  });
  it('of a newer version is refused and left untouched', () => {
    desk.sqlite().pragma('user_version = 99990');
    desk.host().checkpoint();
    const before = readFileSync(desk.files.file);
    const copy = join(desk.folder, 'newer.db');
    writeFileSync(copy, before);
    const sqlite = open(copy, desk.key);
    expect(codeOf(() => migrate(sqlite, readMigrations(resolve('electron/database/migrations')), 'now', () => {}))).toBe('database/newer-version');
    sqlite.close();
    expect(readFileSync(copy).equals(before)).toBe(true);
    desk.sqlite().pragma('user_version = 50');
  });
  it('migrates whole or not at all, with a copy made first', () => {
    const folder = join(desk.folder, 'migrations');
    mkdirSync(folder);
    writeFileSync(join(folder, '0010_first.sql'), 'CREATE TABLE a (x TEXT NOT NULL) STRICT;');
    const sqlite = open(join(desk.folder, 'm.db'), Buffer.alloc(32, 1));
    const copies: number[] = [];
    const run = () => migrate(sqlite, readMigrations(folder), 'now', () => void copies.push(1));
    run();
    expect(copies).toEqual([]);
    writeFileSync(join(folder, '0020_second.sql'), 'CREATE TABLE b (y TEXT) STRICT; INSERT INTO nowhere VALUES (1);');
    expect(run).toThrow();
    expect(copies).toEqual([1]);
    expect(sqlite.prepare("SELECT name FROM sqlite_schema WHERE name = 'b'").all()).toEqual([]);
    expect(sqlite.pragma('user_version', { simple: true })).toBe(10);
    writeFileSync(join(folder, '0010_first.sql'), 'CREATE TABLE a (z TEXT) STRICT;');
    expect(codeOf(run)).toBe('database/migration-edited');
    sqlite.close();
  });
  it('is opened with every protecting setting, for reading too', () => {
    desk.host().checkpoint();
    const reader = open(desk.files.file, desk.key, 'read');
    expect(['synchronous', 'temp_store', 'foreign_keys', 'secure_delete', 'trusted_schema'].map((name) => reader.pragma(name, { simple: true }))).toEqual([2, 2, 1, 1, 0]);
    expect(() => reader.exec("UPDATE grid SET name = 'x'")).toThrow(/readonly|query_only/i);
    reader.close();
  });
});
