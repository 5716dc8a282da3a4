import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { native, portable, stretcher, type Argon2id } from '#electron/vault/stretch.ts';
import { dataFolder, FAST, outcome, PASSWORD, UID } from './station.ts';

const inWorker = () => Promise.resolve(portable(resolve('electron/vault/stretch-worker.ts')));
const missing = () => Promise.reject<Argon2id>(new Error('The specified module could not be found.'));
const wrong = () => Promise.resolve<Argon2id>(() => Promise.resolve(Buffer.alloc(32, 7)));

const stations: ReturnType<typeof dataFolder>[] = [];
afterEach(() => {
  for (const station of stations.splice(0)) station.remove();
});

describe('Argon2id', () => {
  it('is version 1.3 as its reference implementation computes it, native and portable alike', async () => {
    for (const load of [native, inWorker]) {
      const argon2id = await load();
      const of = async (m: number, t: number, p: number) => (await argon2id(Buffer.from('password'), Buffer.from('somesalt'), { m, t, p })).toString('hex');
      expect(await of(65_536, 2, 1)).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7');
      expect(await of(256, 2, 1)).toBe('9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe');
      expect(await of(256, 2, 2)).toBe('6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037');
    }
  });
  it('falls back where the native file does not load or does not give the known answer, and says so', async () => {
    const key = (await stretcher()(PASSWORD, Buffer.alloc(16, 5), FAST)).toString('hex');
    for (const broken of [missing, wrong]) {
      const log: string[] = [];
      expect((await stretcher([broken, inWorker], (line) => log.push(line))(PASSWORD, Buffer.alloc(16, 5), FAST)).toString('hex')).toBe(key);
      expect(log).toHaveLength(1);
    }
  });
  it('is refused where nothing gives the known answer, and tried anew the next time', async () => {
    let loads = 0;
    const later = () => ((loads += 1) === 1 ? missing() : native());
    const stretch = stretcher([later, wrong]);
    expect(await outcome(() => stretch(PASSWORD, Buffer.alloc(16), FAST))).toBe('keystore/derivation-failed');
    expect(await outcome(() => stretch(PASSWORD, Buffer.alloc(16), FAST))).toBe('done');
  });
  it('fails with a code when its thread dies', async () => {
    const dying = () => Promise.resolve(portable(resolve('tests/unit/vault/no-such-worker.ts')));
    expect(await outcome(() => stretcher([dying])(PASSWORD, Buffer.alloc(16), FAST))).toBe('keystore/derivation-failed');
  });
});

describe('a slot', () => {
  it('made by one implementation is opened by the other', async () => {
    for (const [maker, opener] of [[native, inWorker], [inWorker, native]] as const) {
      const station = dataFolder();
      stations.push(station);
      const made = await station.again({ stretch: stretcher([maker]) }).create({ uid: UID, name: 'wangfang', password: PASSWORD, locale: 'zh-CN' });
      const opened = await station.again({ stretch: stretcher([opener]) }).open('wangfang', PASSWORD);
      expect(opened.keys.dek().equals(made.keys.dek())).toBe(true);
    }
  });
});
