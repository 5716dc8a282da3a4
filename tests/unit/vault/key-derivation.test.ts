import { describe, expect, it } from 'vitest';
import { kdfSchema, measureKdf, passwordKey, stretch } from '#electron/vault/key-derivation.ts';
import { FAST, UID } from './station.ts';

describe('the derivation of keys', () => {
  it('is Argon2id 1.3 as its reference implementation computes it', async () => {
    const key = await stretch('password', Buffer.from('somesalt'), { m: 65_536, t: 2, p: 1 });
    expect(key.toString('hex')).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7');
  });
  it('needs the password, the computer, the salt and the person', async () => {
    const [salt, device] = [Buffer.alloc(16, 1), Buffer.alloc(32, 2)];
    const of = async (password: string, secret: Buffer, uid: string, by: Buffer) => (await passwordKey(password, secret, { uid, salt: by, kdf: FAST })).toString('hex');
    const all = await Promise.all([
      of('p', device, UID, salt),
      of('q', device, UID, salt),
      of('p', Buffer.alloc(32, 3), UID, salt),
      of('p', device, 'other', salt),
      of('p', device, UID, Buffer.alloc(16, 4)),
      of('p', device, UID, salt),
    ]);
    expect(new Set(all).size).toBe(5);
    expect(all[5]).toBe(all[0]);
  });
  it('climbs the ladder while it is quick and stays within floor and ceiling', async () => {
    const paced = (ms: number) => {
      let now = 0;
      return () => (now += ms / 2);
    };
    expect(await measureKdf(paced(2000))).toEqual({ m: 65_536, t: 3, p: 2 });
    expect(await measureKdf(paced(100))).toEqual({ m: 262_144, t: 4, p: 2 });
    expect(kdfSchema.safeParse(await measureKdf()).success).toBe(true);
  });
});
