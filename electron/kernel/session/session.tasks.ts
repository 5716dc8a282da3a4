import type { Control } from '#electron/database/unit-of-work.ts';
import type { TaskContext } from '#electron/ipc/task-context.ts';
import type { RescueStation } from '#electron/kernel/backup/rescue.ts';
import type { TaskHandlers } from '#shared/contract/define.ts';
import type { sessionContract } from '#shared/kernel/session/session.contract.ts';
import type { DemoSize } from '#shared/kernel/session/demo-size.schema.ts';
import type { SessionKeeper } from './session-keeper.ts';
import type { Vault } from './vault.ts';

type Deps = { readonly keeper: SessionKeeper; readonly vault: Vault; readonly demo: DemoSize | null; readonly makeDemo: (control: Control) => Promise<void>; readonly printSheet: () => Promise<void>; readonly rescue: RescueStation; readonly copy: (text: string) => Promise<void> };

export const sessionTasks = ({ keeper, vault, demo, makeDemo, printSheet, rescue, copy }: Deps): TaskHandlers<typeof sessionContract, TaskContext> => ({
  getStation: () => keeper.station(demo),
  setUp: (_context, first) => keeper.setUp(first, demo !== null),
  makeDemo: async ({ control }) => {
    await makeDemo(control);
    return {};
  },
  confirmRecoverySheet: async (_context, { words }) => {
    await keeper.confirmSheet(words);
    return {};
  },
  getRecoverySheet: () => keeper.sheet(),
  renewRecoverySheet: async (_context, { password }) => {
    await keeper.renewSheet(password);
    return {};
  },
  getRescue: () => rescue.offer(),
  restoreNewest: async (_context, { approverName, approverPassword }) => {
    await rescue.restore(approverName, approverPassword);
    return {};
  },
  useBackupKeystore: async () => {
    await vault.useBackupKeystore();
    return {};
  },
  copyInPassing: async (_context, { text }) => {
    await copy(text);
    return {};
  },
  printRecoverySheet: async () => {
    await printSheet();
    return {};
  },
  signIn: async (_context, { name, password }) => {
    await keeper.signIn(name, password);
    return {};
  },
  recover: (_context, { words, name, newPassword }) => keeper.recover(words, name, newPassword),
  getCurrent: () => keeper.current(),
  lock: async (_context, { place }) => {
    await keeper.close('manual', place);
    return {};
  },
  signOut: async () => {
    await keeper.close('signed-out', '');
    return {};
  },
  touch: () => {
    keeper.touch();
    return {};
  },
  changePassword: async (_context, { oldPassword, newPassword }) => {
    await keeper.changePassword(oldPassword, newPassword);
    return {};
  },
});
