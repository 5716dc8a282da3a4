import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseClient } from '#electron/database/client.ts';
import { SessionKeeper, type SessionDeps } from '#electron/kernel/session/session-keeper.ts';
import type { OpenKeys } from '#electron/kernel/session/vault.ts';
import { openVault } from '#electron/vault/vault.ts';
import { operations } from '#electron/ipc/dispatcher.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { databaseWorker } from './worker-once.ts';

type Ended = Parameters<SessionDeps['closed']>[0];

/** Everything behind the sign-in page but the window: vault, session, and the database in its real threads, in a folder of its own. */
export function openDesk(folder = mkdtempSync(join(tmpdir(), 'griddesk-desk-')), { connected = (database: DatabaseClient) => database } = {}) {
  let monotonic = 0;
  let lastName = '';
  const ended: Ended[] = [];
  const logged: string[] = [];
  const vault = openVault(folder, { kdf: { m: 64 * 1024, t: 3, p: 2 } });
  const connect = (keys: OpenKeys): DatabaseClient =>
    connected(new DatabaseClient(
      databaseWorker(),
      (role) => ({ role, file: join(folder, 'app.db'), dek: keys.dek(), anchorFile: join(folder, 'anchor.json'), anchorKey: keys.subKey('anchor'), migrationsFolder: resolve('electron/database/migrations'), copyTo: join(folder, 'before-migration.db'), bootId: 'boot' }),
      (line) => logged.push(line),
    ));
  const keeper = new SessionKeeper({
    vault,
    connect,
    locale: () => 'zh-CN',
    lastName: { get: () => lastName, set: (name) => void (lastName = name) },
    now: () => monotonic,
    opened: () => {},
    sheetMade: () => {},
    beforeClose: () => Promise.resolve(),
    closed: (reason) => {
      ended.push(reason);
      return Promise.resolve();
    },
  });
  const call = async (name: string, input: unknown = {}): Promise<unknown> => {
    const op = operations.get(name);
    const actor = keeper.actor();
    if (!op || !actor) throw new Error(`nobody can call ${name}`);
    const result = await keeper.call(op, actor, name, input);
    if (!result.ok) throw new AppError(result.error);
    return result.data;
  };
  return {
    folder,
    vault,
    keeper,
    ended,
    logged,
    call,
    passMinutes: (minutes: number): void => void (monotonic += minutes * 60_000),
    close: async (): Promise<void> => {
      await keeper.shutDown();
      vault.close();
    },
    remove: (): void => rmSync(folder, { recursive: true, force: true }),
  };
}
export type TestDesk = ReturnType<typeof openDesk>;

/** The code a refused call ends with. */
export async function codeOf(body: Promise<unknown>): Promise<string> {
  try {
    await body;
    return 'not refused';
  } catch (error) {
    return error instanceof AppError ? error.failure.code : String(error);
  }
}
