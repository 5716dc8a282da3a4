import { v7 as uuidv7 } from 'uuid';
import { noControl, type Control } from '#electron/database/unit-of-work.ts';
import type { Role } from '#shared/contract/roles.ts';
import type { DemoSize } from '#shared/kernel/session/demo-size.schema.ts';
import type { SessionKeeper } from './session-keeper.ts';
import type { Vault } from './vault.ts';

/** Printed in the README and on the demo's sign-in page: the demo holds only invented people. */
export const DEMO_PASSWORD = 'GridDesk-2026';
const FIRST = { communityName: '柳荫社区', name: 'demo', displayName: '演示站长' };
const OTHERS: readonly { name: string; displayName: string; roles: readonly Role[] }[] = [
  { name: 'clerk', displayName: '演示文员', roles: ['clerk'] },
  { name: 'trainer', displayName: '演示培训专员', roles: ['trainer'] },
  { name: 'finance', displayName: '演示财务', roles: ['finance'] },
  { name: 'auditor', displayName: '演示审计员', roles: ['auditor'] },
];
/** The same invented community at every first start. */
const SEED = 20_261_123;

/** Opens the demo without a question: the first time it sets the station up and fills it, afterwards it signs in. Errors: those of both; `task/cancelled`. */
export async function openDemoStation(keeper: SessionKeeper, vault: Vault, size: DemoSize, control: Control = noControl): Promise<void> {
  if (!vault.isEmpty()) return keeper.signIn(FIRST.name, DEMO_PASSWORD);
  const others = OTHERS.map((other) => ({ id: uuidv7(), ...other }));
  const sheet = await keeper.setUp({ ...FIRST, password: DEMO_PASSWORD }, true, async ({ ask, fill }) => {
    for (const other of others) await ask('accounts.insertAccount', { ...other, gridIds: [], mustChangePassword: false });
    await (size === 'community' ? ask('session.fillDemo', { seed: SEED }) : fill({ seed: SEED, size }, control));
  });
  await keeper.whileUnconfirmed(async (keys) => {
    for (const { id, name } of others) await vault.slots(() => keys).addUser({ uid: id, name, password: DEMO_PASSWORD });
  });
  await keeper.confirmSheet(sheet.challenge.map((position) => ({ position, word: sheet.words[position - 1] ?? '' })));
}
