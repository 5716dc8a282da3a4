import { randomInt } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { TaskContext } from '#electron/ipc/task-context.ts';
import type { TaskHandlers } from '#shared/contract/define.ts';
import type { accountsContract } from '#shared/kernel/accounts/accounts.contract.ts';

/** The key store's half of an account: the slot that opens the file with a person's own password. */
export type KeySlots = {
  addUser(slot: { uid: string; name: string; password: string }): Promise<void>;
  setPassword(slot: { uid: string; name: string; password: string }): Promise<void>;
  removeUser(uid: string): Promise<void>;
};

/** No 0 O 1 l I: the password is read from a screen and typed by somebody else. Four groups of four, about 92 bits. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const SMALL = 'abcdefghijkmnpqrstuvwxyz';
const DIGITS = '23456789';
function oneTimePassword(): string {
  const pick = (letters: string) => letters[randomInt(letters.length)] ?? '';
  const group = () => pick(LETTERS) + pick(SMALL) + pick(DIGITS) + pick(LETTERS + SMALL + DIGITS);
  return [group(), group(), group(), group()].join('-');
}

/**
 * The tasks that touch both halves of an account. The slot is written first: an account without a slot could not sign in, while a slot
 * without an account is refused at sign-in, and is taken out again when the database says no.
 */
export const accountsTasks = (slots: KeySlots): TaskHandlers<typeof accountsContract, TaskContext> => ({
  createAccount: async ({ call }, draft) => {
    const id = uuidv7();
    const password = oneTimePassword();
    await slots.addUser({ uid: id, name: draft.name, password });
    try {
      await call('accounts', 'insertAccount', { id, ...draft, mustChangePassword: true });
    } catch (error) {
      await slots.removeUser(id);
      throw error;
    }
    return { id, oneTimePassword: password };
  },
  resetPassword: async ({ call }, account) => {
    const { name } = await call('accounts', 'setAccountAccess', { ...account, change: 'reset-password' });
    const password = oneTimePassword();
    await slots.setPassword({ uid: account.id, name, password });
    return { id: account.id, oneTimePassword: password };
  },
  disableAccount: async ({ call }, account) => {
    await call('accounts', 'setAccountAccess', { ...account, change: 'disable' });
    await slots.removeUser(account.id);
    return {};
  },
  enableAccount: async ({ call }, account) => {
    const { name } = await call('accounts', 'setAccountAccess', { ...account, change: 'enable' });
    const password = oneTimePassword();
    await slots.addUser({ uid: account.id, name, password });
    return { id: account.id, oneTimePassword: password };
  },
});
