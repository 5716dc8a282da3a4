import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openVault } from '#electron/vault/vault.ts';
import { dataFolder, FAST, outcome, PASSWORD, UID } from './station.ts';

let station: ReturnType<typeof dataFolder>;
beforeEach(() => void (station = dataFolder()));
afterEach(() => station.remove());

const HOLDER = `
const Database = require(${JSON.stringify(resolve('node_modules/better-sqlite3'))});
const guard = new Database(process.argv[1]);
guard.exec('BEGIN EXCLUSIVE');
process.stdout.write('held');
setInterval(() => {}, 1000);
`;

it('a folder that another process holds is refused, and free again when that process was killed', async () => {
  const holder = spawn(process.execPath, ['-e', HOLDER, station.path('guard.db')], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  const vault = station.again();
  expect(await outcome(() => vault.create({ uid: UID, name: 'a', password: PASSWORD, locale: 'en' }))).toBe('session/second-instance');
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(await outcome(() => vault.create({ uid: UID, name: 'a', password: PASSWORD, locale: 'en' }))).toBe('done');
});

it('two vaults on one folder never both open', async () => {
  const first = station.again();
  await first.create({ uid: UID, name: 'a', password: PASSWORD, locale: 'en' });
  const second = openVault(station.folder, { kdf: FAST });
  expect(await outcome(() => second.open('a', PASSWORD))).toBe('session/second-instance');
  first.close();
  expect(await outcome(() => second.open('a', PASSWORD))).toBe('done');
  second.close();
});
