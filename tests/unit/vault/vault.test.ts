import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenKeys, Vault } from '#electron/kernel/session/vault.ts';
import { parseKeystore, textOf, type Keystore } from '#electron/vault/keystore-file.ts';
import { dataFolder, outcome, PASSWORD, SECOND_UID, UID } from './station.ts';

let station: ReturnType<typeof dataFolder>;
let vault: Vault;
let keys: OpenKeys;
let words: string[];

beforeEach(async () => {
  station = dataFolder();
  vault = station.again();
  ({ keys, words } = await vault.create({ uid: UID, name: 'Wang Fang', password: PASSWORD, locale: 'zh-CN' }));
});
afterEach(() => station.remove());

const opensTo = async (name: string, password: string, on: Vault = vault): Promise<string> => (await on.open(name, password)).keys.dek().toString('hex');
const stored = (): Keystore => parseKeystore(readFileSync(station.path('keystore.json'), 'utf8')) ?? (() => { throw new Error('unreadable'); })();
/** Writes a key store that is well formed, checksum and all: what a person with an editor and time would do. */
const forge = (change: (keystore: Keystore) => Keystore): void => {
  const text = textOf(change(stored()));
  for (const name of ['keystore.json', 'keystore.json.bak']) writeFileSync(station.path(name), text);
};

describe('signing in', () => {
  it('opens with the password, whatever the case of the name and the form of the letters', async () => {
    const dek = keys.dek().toString('hex');
    expect(await opensTo(' wang FANG ', PASSWORD)).toBe(dek);
    await vault.slots(() => keys).addUser({ uid: SECOND_UID, name: 'José', password: 'Café-noir-2026' });
    expect(await opensTo('JOSE\u0301', 'Cafe\u0301-noir-2026')).toBe(dek);
  });
  it('answers a wrong password and an unknown name alike', async () => {
    expect(await outcome(() => vault.open('Wang Fang', `${PASSWORD}!`))).toBe('session/wrong-credentials');
    expect(await outcome(() => vault.open('nobody', PASSWORD))).toBe('session/wrong-credentials');
  });
  it('spends the same time on an unknown name', async () => {
    const timeOf = async (name: string): Promise<number> => {
      const begun = performance.now();
      await outcome(() => vault.open(name, 'wrong'));
      return performance.now() - begun;
    };
    await timeOf('Wang Fang');
    const known = await timeOf('Wang Fang');
    const unknown = await timeOf('nobody');
    expect(unknown).toBeGreaterThan(known / 4);
  });
  it('keeps everything for the owner alone and no key in the clear', () => {
    for (const name of ['keystore.json', 'keystore.json.bak', 'device.bin', 'throttle.json', 'guard.db']) expect(statSync(station.path(name)).mode & 0o077, name).toBe(0);
    const all = readFileSync(station.path('keystore.json'), 'latin1') + readFileSync(station.path('device.bin'), 'latin1');
    expect(all.includes(keys.dek().toString('hex')) || all.includes(keys.dek().toString('base64'))).toBe(false);
  });
  it('gives keys that end with the session, and a key of its own for each purpose', () => {
    const [anchor, backup] = [keys.subKey('anchor'), keys.subKey('backup')];
    expect(anchor.equals(backup)).toBe(false);
    expect(anchor.equals(keys.subKey('anchor'))).toBe(true);
    keys.wipe();
    expect(() => keys.dek()).toThrow();
    expect(() => keys.subKey('anchor')).toThrow();
  });
  it('does not open on another computer with the files alone', async () => {
    rmSync(station.path('device.bin'));
    expect(await outcome(() => vault.open('Wang Fang', PASSWORD))).toBe('keystore/device-missing');
    expect(vault.warnings()).toEqual(['keystore/device-missing']);
  });
  it('uses the protection of the system and refuses without it', async () => {
    const flip = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
    const other = dataFolder();
    const guarded = other.again({ protect: { seal: flip, open: flip } });
    const made = await guarded.create({ uid: UID, name: 'a', password: PASSWORD, locale: 'en' });
    expect(await opensTo('a', PASSWORD, other.again({ protect: { seal: flip, open: flip } }))).toBe(made.keys.dek().toString('hex'));
    expect(await outcome(() => other.again().open('a', PASSWORD))).toBe('keystore/device-missing');
    other.remove();
  });
});

describe('slots', () => {
  it('are bound to their person: a moved slot does not open', async () => {
    await vault.slots(() => keys).addUser({ uid: SECOND_UID, name: 'clerk', password: 'Clerk-own-2026' });
    expect(await outcome(() => vault.open('clerk', 'Clerk-own-2026'))).toBe('done');
    forge((keystore) => ({ ...keystore, slots: { ...keystore.slots, [UID]: { ...keystore.slots[SECOND_UID], uid: UID, name: 'Wang Fang' } as Keystore['slots'][string] } })); // present by the line above
    expect(await outcome(() => vault.open('Wang Fang', 'Clerk-own-2026'))).toBe('session/wrong-credentials');
    expect(await outcome(() => vault.open('clerk', 'Clerk-own-2026'))).toBe('done');
  });
  it('are bound to their name and their generation', async () => {
    for (const change of [{ name: 'chief' }, { gen: 2 }]) {
      const before = readFileSync(station.path('keystore.json'));
      forge((keystore) => ({ ...keystore, slots: { [UID]: { ...keystore.slots[UID], ...change } as Keystore['slots'][string] } })); // the first person's slot
      expect(await outcome(() => vault.open('name' in change ? 'chief' : 'Wang Fang', PASSWORD))).toBe('session/wrong-credentials');
      writeFileSync(station.path('keystore.json'), before);
    }
  });
  it('refuse parameters below the floor and above the ceiling', async () => {
    for (const kdf of [{ m: 8192, t: 3, p: 2 }, { m: 64 * 1024, t: 1, p: 2 }, { m: 8 * 1024 * 1024, t: 3, p: 2 }, { m: 64 * 1024, t: 5000, p: 2 }]) {
      const before = readFileSync(station.path('keystore.json'));
      forge((keystore) => ({ ...keystore, slots: { [UID]: { ...keystore.slots[UID], kdf } as Keystore['slots'][string] } })); // the first person's slot
      expect(await outcome(() => vault.open('Wang Fang', PASSWORD))).toBe('keystore/damaged');
      writeFileSync(station.path('keystore.json'), before);
    }
  });
  it('go with their person and keep names apart', async () => {
    const slots = vault.slots(() => keys);
    await slots.addUser({ uid: SECOND_UID, name: 'clerk', password: 'Clerk-own-2026' });
    expect(await outcome(() => slots.addUser({ uid: '019c0000-0000-7000-8000-0000000000c3', name: 'CLERK', password: 'x' }))).toBe('account/name-taken');
    await slots.removeUser(SECOND_UID);
    expect(vault.uidOf('clerk')).toBeUndefined();
    expect(await outcome(() => vault.open('clerk', 'Clerk-own-2026'))).toBe('session/wrong-credentials');
  });
});

describe('a password change', () => {
  it('needs the old password, changes only the slot, and leaves no way in for the old one', async () => {
    const dek = keys.dek().toString('hex');
    const change = (oldPassword: string) => vault.changePassword(keys, { uid: UID, name: 'Wang Fang', oldPassword, newPassword: 'Newer-lake-2027' });
    expect(await outcome(() => change('not it'))).toBe('session/wrong-password');
    expect(await opensTo('Wang Fang', PASSWORD)).toBe(dek);
    await change(PASSWORD);
    expect(await opensTo('Wang Fang', 'Newer-lake-2027')).toBe(dek);
    expect(await outcome(() => vault.open('Wang Fang', PASSWORD))).toBe('session/wrong-credentials');
    writeFileSync(station.path('keystore.json'), 'cut off');
    expect(await outcome(() => vault.open('Wang Fang', PASSWORD))).toBe('session/wrong-credentials');
    expect(await opensTo('Wang Fang', 'Newer-lake-2027')).toBe(dek);
  });
  it('keeps the old one when it is killed before the new one lies in place', async () => {
    const before = readFileSync(station.path('keystore.json'));
    await vault.changePassword(keys, { uid: UID, name: 'Wang Fang', oldPassword: PASSWORD, newPassword: 'Newer-lake-2027' });
    // the states a kill leaves: half a new file beside the old one; the old one only as the copy
    writeFileSync(station.path('keystore.json.part'), readFileSync(station.path('keystore.json')).subarray(0, 100));
    writeFileSync(station.path('keystore.json'), before);
    expect(await outcome(() => station.again().open('Wang Fang', PASSWORD))).toBe('done');
    writeFileSync(station.path('keystore.json.bak'), before);
    rmSync(station.path('keystore.json'));
    expect(await outcome(() => station.again().open('Wang Fang', PASSWORD))).toBe('done');
  });
});

describe('damage', () => {
  it('of any byte is refused without the copy and recovered with it', async () => {
    const whole = readFileSync(station.path('keystore.json'));
    const noticed: number[] = [];
    for (let at = 0; at < whole.length; at += 1) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << at % 8);
      if (parseKeystore(damaged.toString('utf8')) === null) noticed.push(at);
    }
    expect(noticed.length).toBe(whole.length);
    for (let length = 0; length < whole.length; length += 7) expect(parseKeystore(whole.subarray(0, length).toString('utf8'))).toBeNull();
  });
  it('of the file is mended from its copy, with a warning before', async () => {
    const whole = readFileSync(station.path('keystore.json'), 'utf8');
    writeFileSync(station.path('keystore.json'), whole.replace('"gen":1', '"gen":2'));
    const restarted = station.again();
    expect(restarted.warnings()).toEqual(['keystore/used-copy']);
    expect(await opensTo('Wang Fang', PASSWORD, restarted)).toBe(keys.dek().toString('hex'));
    expect(readFileSync(station.path('keystore.json'), 'utf8')).toBe(whole);
    expect(existsSync(station.path('keystore.json.damaged'))).toBe(true);
  });
  it('of both gives way to the newest whole one of the backups, and nothing of it is deleted', async () => {
    const put = (name: string, text: string): void => {
      mkdirSync(station.path(`backups/${name}`), { recursive: true });
      writeFileSync(station.path(`backups/${name}/keystore.json`), text);
    };
    const first = readFileSync(station.path('keystore.json'), 'utf8');
    await vault.slots(() => keys).addUser({ uid: SECOND_UID, name: 'clerk', password: 'Clerk-own-2026' });
    put('backup-90-20260101T000000000Z', first);
    put('backup-7-20260301T000000000Z', readFileSync(station.path('keystore.json'), 'utf8'));
    put('backup-8-20260302T000000000Z', 'cut off');
    expect(await outcome(() => vault.useBackupKeystore())).toBe('session/already-set-up');
    for (const name of ['keystore.json', 'keystore.json.bak']) writeFileSync(station.path(name), '{}');
    const restarted = station.again();
    await restarted.useBackupKeystore();
    expect(await opensTo('clerk', 'Clerk-own-2026', restarted)).toBe(keys.dek().toString('hex'));
    expect(readFileSync(station.path('keystore.json.damaged'), 'utf8')).toBe('{}');
    expect(restarted.warnings()).toEqual([]);
  });
  it('of both, with no whole one in any backup, stays a refusal', async () => {
    for (const name of ['keystore.json', 'keystore.json.bak']) writeFileSync(station.path(name), '{}');
    expect(await outcome(() => station.again().useBackupKeystore())).toBe('keystore/no-backup');
    expect(readFileSync(station.path('keystore.json'), 'utf8')).toBe('{}');
  });
  it('of both is refused, and is no first run', async () => {
    for (const name of ['keystore.json', 'keystore.json.bak']) writeFileSync(station.path(name), '{}');
    const restarted = station.again();
    expect(await outcome(() => restarted.open('Wang Fang', PASSWORD))).toBe('keystore/damaged');
    expect([restarted.isEmpty(), restarted.warnings()[0]]).toEqual([false, 'keystore/damaged']);
  });
  it('is not answered with a first run when only the file is left', async () => {
    writeFileSync(station.path('app.db'), 'register');
    for (const name of ['keystore.json', 'keystore.json.bak']) rmSync(station.path(name));
    const restarted = station.again();
    expect(restarted.isEmpty()).toBe(false);
    expect(await outcome(() => restarted.create({ uid: UID, name: 'a', password: PASSWORD, locale: 'en' }))).toBe('session/already-set-up');
    expect(existsSync(station.path('app.db'))).toBe(true);
  });
});

describe('the recovery words', () => {
  it('open without password and without this computer, and then everybody signs in again', async () => {
    const dek = keys.dek().toString('hex');
    const other = dataFolder();
    other.again().close();
    copyFileSync(station.path('keystore.json'), other.path('keystore.json'));
    const elsewhere = other.again();
    expect(await outcome(() => elsewhere.open('Wang Fang', PASSWORD))).toBe('keystore/device-missing');
    expect((await elsewhere.openWithWords(words.join(''))).dek().toString('hex')).toBe(dek);
    expect(await opensTo('Wang Fang', PASSWORD, elsewhere)).toBe(dek);
    other.remove();
  });
  it('in either language; renewed words replace the old ones', async () => {
    expect(words.every((word) => /^\p{Script=Han}$/u.test(word))).toBe(true);
    const renewed = await vault.renewWords(keys, 'en');
    expect((await vault.openWithWords(`  ${renewed.join(' \n ').toUpperCase()} `)).dek().equals(keys.dek())).toBe(true);
    expect(await outcome(() => vault.openWithWords(words.join(' ')))).toBe('session/wrong-words');
  });
  it('are refused when one is wrong or two change places', async () => {
    const english = await vault.renewWords(keys, 'en');
    const [first = '', second = '', ...rest] = english;
    expect(await outcome(() => vault.openWithWords([first === 'zoo' ? 'zone' : 'zoo', second, ...rest].join(' ')))).toBe('session/wrong-words');
    expect(await outcome(() => vault.openWithWords(english.slice(1).join(' ')))).toBe('session/wrong-words');
    expect(await outcome(() => vault.openWithWords(''))).toBe('session/wrong-words');
  });
});
