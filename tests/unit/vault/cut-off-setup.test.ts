import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isSetUpCutOff } from '#electron/vault/cut-off-setup.ts';
import { dataFolder, outcome, PASSWORD, UID } from './station.ts';

const FIRST = { uid: UID, name: 'wangfang', password: PASSWORD, locale: 'zh-CN' } as const;
let station: ReturnType<typeof dataFolder>;
beforeEach(() => void (station = dataFolder()));
afterEach(() => station.remove());

/** A set-up that comes as far as its file and ends there. */
const killedWhileFilling = (content: string) =>
  outcome(() =>
    station.again().create(FIRST, () => {
      writeFileSync(station.path('app.db'), content);
      return Promise.reject(new Error('killed'));
    }).catch((error: unknown) => {
      if (!(error instanceof Error) || error.message !== 'killed') throw error;
    }),
  );

it('has no key store before its file is filled, so it never looks like a station', async () => {
  await killedWhileFilling('half a file');
  expect(existsSync(station.path('keystore.json'))).toBe(false);
  expect(isSetUpCutOff(station.folder)).toBe(true);
  expect(station.again().isEmpty()).toBe(true);
});
it('can begin again, and what it left is set aside whole', async () => {
  await killedWhileFilling('half a file');
  const vault = station.again();
  const { keys } = await vault.create(FIRST, () => Promise.resolve(writeFileSync(station.path('app.db'), 'the new file')));
  expect((await vault.open(FIRST.name, PASSWORD)).keys.dek().equals(keys.dek())).toBe(true);
  const [aside = ''] = readdirSync(station.path('quarantine'));
  expect(readFileSync(station.path(`quarantine/${aside}/app.db`), 'utf8')).toBe('half a file');
  expect(readFileSync(station.path('app.db'), 'utf8')).toBe('the new file');
  expect(isSetUpCutOff(station.folder)).toBe(false);
});
it('that had only its mark left is a station', async () => {
  await station.again().create(FIRST, () => Promise.resolve(writeFileSync(station.path('app.db'), 'register')));
  writeFileSync(station.path('setting-up'), '');
  const restarted = station.again();
  expect(restarted.isEmpty()).toBe(false);
  expect(await outcome(() => restarted.open(FIRST.name, PASSWORD))).toBe('done');
  expect(readFileSync(station.path('app.db'), 'utf8')).toBe('register');
  expect(existsSync(station.path('setting-up'))).toBe(false);
});
it('without a mark is none: a file without its keys stays where it is', async () => {
  await station.again().create(FIRST, () => Promise.resolve(writeFileSync(station.path('app.db'), 'register')));
  for (const name of ['keystore.json', 'keystore.json.bak']) writeFileSync(station.path(name), '{}');
  const restarted = station.again();
  expect(restarted.isEmpty()).toBe(false);
  expect(await outcome(() => restarted.create(FIRST))).toBe('session/already-set-up');
  expect(readFileSync(station.path('app.db'), 'utf8')).toBe('register');
});
