import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { openHost } from '#electron/database/host.ts';
import type { OpenKeys } from '#electron/kernel/session/vault.ts';
import { openKeys } from '#electron/vault/open-keys.ts';
import { openVault } from '#electron/vault/vault.ts';
import { buildCity, CITY_ACTOR } from '#tests/support/city.ts';
import { answered } from './city-samples.ts';
import { cityOptions } from './city-size.ts';

export const PERSON = { name: 'supervisor', password: 'GridDesk-2026' } as const;
const PERSON_ID = '019c0000-0000-7000-8000-0000000000b1';
const SPARE_ID = '019c0000-0000-7000-8000-0000000000b2';

/** The city's fixed and public key (tests/support/city.ts). */
const cityKeys = (): OpenKeys => openKeys(Buffer.alloc(32, 0x67));

/** A key store that opens the city's key with the person's password. A new store has a key of its own; the slot of that one goes again. */
async function writeKeystore(folder: string, keys: OpenKeys): Promise<void> {
  const vault = openVault(folder);
  try {
    const own = await vault.create({ uid: SPARE_ID, name: 'spare', password: PERSON.password, locale: 'zh-CN' });
    own.keys.wipe();
    const slots = vault.slots(() => keys);
    await slots.addUser({ uid: PERSON_ID, ...PERSON });
    await slots.removeUser(SPARE_ID);
  } finally {
    vault.close();
  }
}

/** The account behind the slot, in the file itself: who may both administer and see the register. */
async function writeAccount(folder: string, keys: OpenKeys): Promise<void> {
  const host = openHost(
    {
      role: 'write',
      file: join(folder, 'app.db'),
      dek: keys.dek(),
      anchorFile: join(folder, 'anchor.json'),
      anchorKey: keys.subKey('anchor'),
      migrationsFolder: resolve('electron/database/migrations'),
      copyTo: join(folder, 'before-migration.db'),
      bootId: 'bench',
    },
    (error) => console.error(error),
  );
  try {
    await answered(host.call(CITY_ACTOR, 'audit.settleRollback', { reason: 'the copy comes without the anchor of its city' }));
    await answered(host.call(CITY_ACTOR, 'accounts.insertAccount', { id: PERSON_ID, name: PERSON.name, displayName: '测量员', roles: ['administrator', 'supervisor'], gridIds: [], mustChangePassword: false }));
  } finally {
    host.close();
  }
}

/**
 * Sets a desk up on a copy of the city: `folder` is afterwards a data folder that `PERSON` can sign in to. A folder that was broken off is
 * not found under its name, so the next run makes it anew.
 */
export async function makeCityDesk(folder: string): Promise<void> {
  const city = await buildCity(cityOptions);
  const part = `${folder}.part`;
  for (const old of [part, folder]) rmSync(old, { recursive: true, force: true });
  mkdirSync(part, { recursive: true, mode: 0o700 });
  const keys = cityKeys();
  await writeKeystore(part, keys);
  copyFileSync(city.file, join(part, 'app.db'), constants.COPYFILE_FICLONE);
  await writeAccount(part, keys);
  keys.wipe();
  renameSync(part, folder);
}

/** The desk of the measures that only look: made once for each city file and kept beside it; those of earlier cities go. */
export async function cityDesk(): Promise<string> {
  const { file } = await buildCity(cityOptions);
  const name = `desk-${basename(file, '.db')}`;
  const beside = resolve(dirname(file));
  const folder = join(beside, name);
  if (existsSync(folder)) return folder;
  for (const old of readdirSync(beside).filter((entry) => entry.startsWith('desk-'))) rmSync(join(beside, old), { recursive: true, force: true });
  await makeCityDesk(folder);
  return folder;
}
