import { v7 as uuidv7 } from 'uuid';
import type { DatabaseClient } from '#electron/database/client.ts';
import type { Control } from '#electron/database/unit-of-work.ts';
import type { TownRequest } from '#electron/kernel/demo/fill-town.ts';
import { permissionsOf, type Actor } from '#shared/contract/actor.ts';
import { AppError, fail } from '#shared/errors/app-error.ts';
import { passwordProblems } from '#shared/kernel/session/password.rules.ts';
import type { CurrentSession, SessionAccount } from '#shared/kernel/session/session.contract.ts';
import type { OpenKeys } from './vault.ts';

/** The file, open as one person. */
export type Open = { readonly keys: OpenKeys; readonly database: DatabaseClient; readonly actor: Actor; readonly account: SessionAccount; readonly readOnly: boolean; readonly signedInAt: string };

/** Codes of a file that does not hold what was written to it; a backup may be put in its place. */
export const DAMAGED: ReadonlySet<string> = new Set(['database/cannot-open', 'database/damaged']);

/** An operation on the database side; what it refuses is thrown. */
export async function ask(database: DatabaseClient, kind: 'query' | 'command', actor: Actor, name: string, input: unknown): Promise<unknown> {
  const result = await database.call(kind, actor, name, input);
  if (!result.ok) throw new AppError(result.error);
  return result.data;
}

/** Fills an empty demo with a whole town; what it refuses is thrown. */
export async function fillTown(database: DatabaseClient, actor: Actor, request: TownRequest, control: Control): Promise<unknown> {
  const result = await database.fill(actor, request, control);
  if (!result.ok) throw new AppError(result.error);
  return result.data;
}

export const readAccount = async (database: DatabaseClient, actor: Actor): Promise<SessionAccount> => (await ask(database, 'query', actor, 'session.readAccount', { userId: actor.userId })) as SessionAccount; // the dispatcher parsed it

/**
 * Opens the file as a person; `first` runs before the person's account is read. Whatever fails, the workers are ended; the keys stay with
 * the caller. A person who was disabled is refused like a wrong password.
 */
export async function openFile(database: DatabaseClient, keys: OpenKeys, uid: string, first: () => Promise<unknown> = () => Promise.resolve()): Promise<Open> {
  try {
    const { missingEntries } = await database.open();
    await first();
    const nobody: Actor = { userId: uid, sessionId: uuidv7(), displayName: '', roles: [], communityId: '', scope: [] };
    const account = await readAccount(database, nobody);
    if (account.status !== 'active') fail('session/wrong-credentials', {});
    return { keys, database, account, actor: actorOf(nobody, account), readOnly: missingEntries > 0, signedInAt: new Date().toISOString() };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Ends the workers and wipes the keys, even if the workers do not end as they should. */
export async function shut({ database, keys }: Open): Promise<void> {
  try {
    await database.close();
  } finally {
    keys.wipe();
  }
}

export const actorOf = (who: Actor, account: SessionAccount): Actor => ({
  userId: who.userId,
  sessionId: who.sessionId,
  displayName: account.displayName,
  roles: account.roles,
  communityId: account.communityId,
  scope: account.gridIds.length === 0 ? 'all' : account.gridIds,
});

/** Waits for work, but no longer than `ms`; the work itself goes on. */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([work, new Promise((resolve) => (timer = setTimeout(resolve, ms)))]).finally(() => clearTimeout(timer));
}

/** What the window is told of the session. */
export const currentOf = ({ actor, account, readOnly, signedInAt }: Open): CurrentSession => ({
  userId: actor.userId,
  name: account.name,
  displayName: account.displayName,
  roles: account.roles,
  permissions: permissionsOf(account.roles),
  communityId: account.communityId,
  communityName: account.communityName,
  demo: account.demo,
  mustChangePassword: account.mustChangePassword,
  readOnly,
  signedInAt,
  lastPlace: account.lastPlace,
});

/** Error: `session/password-refused` with every reason. */
export function checkPassword(password: string, names: readonly string[], complexity: boolean): void {
  const reasons = passwordProblems(password, { names, complexity });
  if (reasons.length > 0) fail('session/password-refused', { reasons });
}
