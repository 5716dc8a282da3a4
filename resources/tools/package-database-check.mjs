import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDatabase } from '#electron/database/connection.ts';
import { migrate, readMigrations } from '#electron/database/migrate.ts';

/*
 * The parts of the desk that rest on native modules, as one bundle that any Node can run: packaging runs it on the modules for Windows.
 * The folder of migrations is named on the command line, followed by `no-password-module` where that module cannot be loaded for want of a
 * part of Windows.
 */

const [, , migrationsFolder, withoutModule] = process.argv;
const migrations = readMigrations(migrationsFolder);
const dek = () => Buffer.from('0123456789abcdef0123456789abcdef', 'latin1');
const cacheKiB = 8192;

function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), '网格工作站 数据 '));
  try {
    work(join(folder, '居民登记.db'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const filled = (file) => {
  const sqlite = openDatabase({ file, dek: dek(), mode: 'write', cacheKiB });
  migrate(sqlite, migrations, '2026-11-22T08:00:00.000Z', () => assert.fail('a new file needs no copy'));
  sqlite.exec('CREATE TABLE person_probe (name TEXT NOT NULL) STRICT');
  sqlite.prepare('INSERT INTO person_probe (name) VALUES (?)').run('欧阳𠮷娜');
  return sqlite;
};

void test('a file on a Chinese path is encrypted, in WAL mode, and brought to the newest schema', () =>
  inFolder((file) => {
    const sqlite = filled(file);
    assert.equal(sqlite.pragma('journal_mode', { simple: true }), 'wal');
    assert.equal(sqlite.pragma('user_version', { simple: true }), migrations.at(-1).number);
    assert.deepEqual(sqlite.pragma('foreign_key_check'), []);
    sqlite.close();
    const bytes = readFileSync(file);
    assert.equal(bytes.includes('SQLite format 3'), false);
    assert.equal(bytes.includes('欧阳𠮷娜'), false);
  }));

void test('what was written is read by a second connection while the first stays open', () =>
  inFolder((file) => {
    const writer = filled(file);
    const reader = openDatabase({ file, dek: dek(), mode: 'read', cacheKiB });
    assert.deepEqual(reader.prepare('SELECT name FROM person_probe').all(), [{ name: '欧阳𠮷娜' }]);
    assert.throws(() => reader.prepare("INSERT INTO person_probe (name) VALUES ('x')").run(), { code: 'SQLITE_READONLY' });
    reader.close();
    writer.close();
  }));

void test('a second run of the migrations changes nothing', () =>
  inFolder((file) => {
    const sqlite = filled(file);
    migrate(sqlite, migrations, '2026-11-23T08:00:00.000Z', () => assert.fail('nothing is pending'));
    assert.equal(sqlite.prepare('SELECT count(*) AS n FROM schema_migration').get().n, migrations.length);
    sqlite.close();
  }));

void test('another key does not open the file', () =>
  inFolder((file) => {
    filled(file).close();
    assert.throws(() => openDatabase({ file, dek: Buffer.alloc(32, 7), mode: 'read', cacheKiB }), (error) => error.failure.code === 'database/cannot-open');
  }));

void test('a password becomes the same key on every system', { skip: withoutModule === 'no-password-module' }, async () => {
  const { stretcher } = await import('#electron/vault/stretch.ts');
  const key = await stretcher()('网格 Password 1', Buffer.from('griddesk-package'), { m: 64 * 1024, t: 3, p: 2 });
  assert.equal(key.toString('hex'), '68d37a727d19220237bca95ab48ebb851cc2abfbad4a551203ae77fe47dcf246');
});
