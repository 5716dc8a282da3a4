import { describe, expect, it } from 'vitest';
import { kdfSchema, measureKdf, passwordKey } from '#electron/vault/key-derivation.ts';
import { stretcher } from '#electron/vault/stretch.ts';
import { FAST, UID } from './station.ts';

const stretch = stretcher();

describe('the derivation of keys', () => {
  it('needs the password, the computer, the salt and the person', async () => {
    const [salt, device] = [Buffer.alloc(16, 1), Buffer.alloc(32, 2)];
    const of = async (password: string, secret: Buffer, uid: string, by: Buffer) => (await passwordKey(stretch, password, secret, { uid, salt: by, kdf: FAST })).toString('hex');
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
    expect(await measureKdf(stretch, paced(2000))).toEqual({ m: 65_536, t: 3, p: 2 });
    expect(await measureKdf(stretch, paced(100))).toEqual({ m: 262_144, t: 4, p: 2 });
    expect(kdfSchema.safeParse(await measureKdf(stretch)).success).toBe(true);
  });
});
