import type { KeySlots } from '#electron/kernel/accounts/accounts.tasks.ts';
import type { CopyVerdict } from '#electron/vault/inspect-copy.ts';

/** The keys of the open file, in memory only. Every getter hands out a copy that its user zeroes. */
export type OpenKeys = {
  readonly dek: () => Buffer;
  readonly subKey: (label: 'anchor' | 'backup') => Buffer;
  /** Afterwards every getter throws. */
  readonly wipe: () => void;
};

export type Locale = 'zh-CN' | 'en';

/** What a session needs of the key store; `electron/vault` is its one implementation. Refusals are `AppError`s with a code. */
export type Vault = {
  readonly isEmpty: () => boolean;
  /** Codes a person should see before signing in, e.g. a key store restored from its copy. */
  readonly warnings: () => string[];
  /**
   * A new station. The key store is written last, after `fill` made the file: until then the station does not exist, and a set-up that is
   * killed or fails on the way can begin again. `fill` calls none of the vault's operations and closes what it opened when it fails.
   */
  readonly create: (first: { uid: string; name: string; password: string; locale: Locale }, fill?: (keys: OpenKeys) => Promise<void>) => Promise<{ keys: OpenKeys; words: string[] }>;
  /** Throttled. One and the same refusal for an unknown name and a wrong password. */
  readonly open: (name: string, password: string) => Promise<{ keys: OpenKeys; uid: string }>;
  readonly openWithWords: (words: string) => Promise<OpenKeys>;
  readonly uidOf: (name: string) => string | undefined;
  readonly renewWords: (keys: OpenKeys, locale: Locale) => Promise<string[]>;
  readonly changePassword: (keys: OpenKeys, change: { uid: string; name: string; oldPassword: string; newPassword: string }) => Promise<void>;
  readonly slots: (keys: () => OpenKeys) => KeySlots;
  /** Whose name and password these are, without handing out keys; throttled and refused like a sign-in. */
  readonly identify: (name: string, password: string) => Promise<string>;
  /** Takes the key store of the newest backup where the present one and its copy are damaged. Errors: `keystore/no-backup`; `session/already-set-up` when the present one is whole. */
  readonly useBackupKeystore: () => Promise<void>;
  /** The key store as it lies on the disk, for a backup. */
  readonly keystoreText: () => string;
  /** What a copy of the encrypted file holds, or what is wrong when it is not whole in every page and record. */
  readonly inspectCopy: (keys: OpenKeys, copy: string, progress?: (done: number, total: number) => void) => Promise<CopyVerdict>;
  /** Runs while nobody can sign in or change a slot; the body calls none of the vault's other operations. */
  readonly exclusively: <T>(body: () => Promise<T>) => Promise<T>;
  /** Gives the data folder free for another process. */
  readonly close: () => void;
};
