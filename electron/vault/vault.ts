import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { randomBytes } from 'node:crypto';
import type { OpenKeys, Vault } from '#electron/kernel/session/vault.ts';
import { fail } from '#shared/errors/app-error.ts';
import { secretOfWords, wordsOf } from '#shared/kernel/session/recovery-words.rules.ts';
import { newestKeystoreText } from './backup-keystore.ts';
import { beginSetUp, clearCutOffSetUp, finishSetUp, isSetUpCutOff, removeCutOffSetUp } from './cut-off-setup.ts';
import { deviceSecret, type Protection } from './device-secret.ts';
import { folderGuard } from './guard.ts';
import { copyInspector } from './copy-inspector.ts';
import { measureKdf, type Kdf } from './key-derivation.ts';
import { keystoreFile } from './keystore-file.ts';
import { openWithPassword, openWithSecret, putSlot, sealForPassword, sealForWords, slotNamed, type SlotOwner } from './keystore-slots.ts';
import { openKeys } from './open-keys.ts';
import { completeRestore, isRestorePending } from './pending-restore.ts';
import { serial } from './serial.ts';
import { stretcher, type Stretch } from './stretch.ts';
import { throttle, type Clocks } from './throttle.ts';

export type VaultOptions = {
  readonly nativeBinding?: string | undefined;
  /** Built file of the thread that proves copies. */
  readonly inspectWorker?: string | undefined;
  /** The system's protection of this computer's secret; without it the file's owner alone can read it. */
  readonly protect?: Protection | undefined;
  readonly clocks?: Clocks;
  /** What computes Argon2id; without it the native implementation alone. */
  readonly stretch?: Stretch;
  /** Fixed derivation parameters instead of measured ones. */
  readonly kdf?: Kdf;
  /** Whether everything here is invented: what a set-up that was cut off left is then removed instead of set aside. */
  readonly isInvented?: boolean;
};

const systemClocks: Clocks = { wall: () => Date.now(), mono: () => performance.now() };

/**
 * The key store of a data folder: who may open the file, with which password (security.md 2.4). Operations run one after the other;
 * the first that opens or creates takes the folder for this process. A restore that was cut off is finished first,
 * a set-up that was cut off is cleared away.
 */
export function openVault(dataFolder: string, { nativeBinding, inspectWorker, protect, clocks = systemClocks, kdf, isInvented = false, stretch = stretcher() }: VaultOptions = {}): Vault {
  process.umask(0o077); // also what SQLite creates beside the file belongs to its owner alone
  mkdirSync(join(dataFolder, 'backups'), { recursive: true, mode: 0o700 });
  const guard = folderGuard(dataFolder, nativeBinding);
  const file = keystoreFile(dataFolder);
  const device = deviceSecret(dataFolder, protect);
  const tries = throttle(dataFolder, clocks);
  const inTurn = serial();
  const inspect = copyInspector(inspectWorker);

  /** Holds the folder, with one whole state in it: a restore that was cut off is finished before anything is opened. */
  const takeFolder = (): void => {
    guard.take();
    completeRestore(dataFolder);
    if (isInvented) removeCutOffSetUp(dataFolder);
    else clearCutOffSetUp(dataFolder);
  };
  if (isRestorePending(dataFolder)) takeFolder();

  const isEmpty = (): boolean => isSetUpCutOff(dataFolder) || (!file.exists() && !existsSync(join(dataFolder, 'app.db'))); // a file without its keys is no first run

  /** One try with a password: throttled, at the same cost for a name that nobody has. `refuse` names the refusal. */
  const attempt = async (slotOf: (keystore: ReturnType<typeof file.read>['keystore']) => ReturnType<typeof slotNamed>, password: string, refuse: () => never): Promise<{ dek: Buffer; uid: string }> => {
    takeFolder();
    const { keystore } = file.read();
    const secret = device.read();
    try {
      const slot = slotOf(keystore);
      const succeeded = tries.charge(secret, slot?.uid);
      const dek = await openWithPassword(stretch, keystore, slot, password, secret);
      if (!slot || !dek) return refuse();
      succeeded();
      file.mend();
      return { dek, uid: slot.uid };
    } finally {
      secret.fill(0);
    }
  };
  const wrongCredentials = (): never => fail('session/wrong-credentials', {});

  const withDek = async <T>(keys: OpenKeys, body: (dek: Buffer) => T | Promise<T>): Promise<T> => {
    const dek = keys.dek();
    try {
      return await body(dek);
    } finally {
      dek.fill(0);
    }
  };
  const put = (keys: OpenKeys, owner: SlotOwner): Promise<void> => withDek(keys, (dek) => putSlot(stretch, file, device, owner, dek));

  return {
    isEmpty,
    warnings: () => {
      if (!file.exists()) return isEmpty() ? [] : ['keystore/damaged'];
      const found = file.find();
      const secret = device.find();
      secret?.fill(0);
      return [...(found ? [] : ['keystore/damaged']), ...(found?.fromCopy ? ['keystore/used-copy'] : []), ...(secret ? [] : ['keystore/device-missing'])];
    },
    create: ({ locale, ...owner }, fill = () => Promise.resolve()) =>
      inTurn(async () => {
        takeFolder();
        if (!isEmpty()) return fail('session/already-set-up', {});
        const dek = randomBytes(32);
        const keys = openKeys(dek);
        try {
          beginSetUp(dataFolder);
          const chosen = kdf ?? (await measureKdf(stretch));
          const secret = device.create();
          const person = await sealForPassword(stretch, owner, dek, secret, { kdf: chosen, gen: 1 });
          const recovery = sealForWords(dek, secret, 1);
          const words = wordsOf(recovery.secret, locale);
          tries.restart(secret);
          await fill(keys);
          file.write({ v: 1, gen: 1, kdf: chosen, slots: { [owner.uid]: person.slot }, recovery: recovery.slot }, ({ slots, recovery: written }) => person.opens(slots[owner.uid]) && recovery.opens(written));
          for (const sealed of [person, recovery]) sealed.forget();
          secret.fill(0);
          finishSetUp(dataFolder);
          return { keys, words };
        } catch (error) {
          keys.wipe();
          throw error;
        }
      }),
    open: (name, password) =>
      inTurn(async () => {
        const { dek, uid } = await attempt((keystore) => slotNamed(keystore, name), password, wrongCredentials);
        return { keys: openKeys(dek), uid };
      }),
    identify: (name, password) =>
      inTurn(async () => {
        const { dek, uid } = await attempt((keystore) => slotNamed(keystore, name), password, wrongCredentials);
        dek.fill(0);
        return uid;
      }),
    openWithWords: (words) =>
      inTurn(async () => {
        takeFolder();
        const { keystore } = file.read();
        const secret = Buffer.from(secretOfWords(words) ?? fail('session/wrong-words', {}));
        const opened = openWithSecret(keystore, secret);
        secret.fill(0);
        if (!opened) return fail('session/wrong-words', {});
        device.adopt(opened.device);
        tries.restart(opened.device);
        opened.device.fill(0);
        file.mend();
        return openKeys(opened.dek);
      }),
    uidOf: (name) => {
      const found = file.find();
      return found ? slotNamed(found.keystore, name)?.uid : undefined;
    },
    renewWords: (keys, locale) =>
      inTurn(() =>
        withDek(keys, (dek) => {
          const { keystore } = file.read();
          const secret = device.read();
          const recovery = sealForWords(dek, secret, keystore.gen);
          secret.fill(0);
          const words = wordsOf(recovery.secret, locale);
          try {
            file.write({ ...keystore, recovery: recovery.slot }, (written) => recovery.opens(written.recovery));
          } finally {
            recovery.forget();
          }
          return words;
        }),
      ),
    changePassword: (keys, { uid, name, oldPassword, newPassword }) =>
      inTurn(async () => {
        const { dek } = await attempt((keystore) => keystore.slots[uid], oldPassword, () => fail('session/wrong-password', {}));
        dek.fill(0);
        await put(keys, { uid, name, password: newPassword });
      }),
    slots: (keys) => ({
      addUser: (slot) => inTurn(() => put(keys(), slot)),
      setPassword: (slot) => inTurn(() => put(keys(), slot)),
      removeUser: (uid) =>
        inTurn(async () => {
          const { keystore } = file.read();
          const { [uid]: removed, ...slots } = keystore.slots;
          if (!removed) return;
          file.write({ ...keystore, slots }, (written) => !(uid in written.slots));
          const secret = device.read();
          tries.forget(secret, uid);
          secret.fill(0);
        }),
    }),
    useBackupKeystore: () =>
      inTurn(() => {
        takeFolder();
        if (file.find() || isEmpty()) return fail('session/already-set-up', {});
        file.replace(newestKeystoreText(dataFolder) ?? fail('keystore/no-backup', {}));
        return Promise.resolve();
      }),
    keystoreText: () => file.read().text,
    inspectCopy: (keys, copy, progress) => inspect({ file: copy, dek: keys.dek(), nativeBinding }, progress),
    exclusively: inTurn,
    close: () => guard.release(),
  };
}
