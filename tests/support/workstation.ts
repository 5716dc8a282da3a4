import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Clock } from '#electron/database/database.ts';
import { openHost, type Host } from '#electron/database/host.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { Role } from '#shared/contract/roles.ts';
import type { ErrorCode, Result } from '#shared/errors/app-error.ts';
import { copiedKey, copyMigrated } from './migrated-once.ts';

const START = Date.parse('2026-03-02T01:00:00.000Z');
export const COMMUNITY_ID = '019c0000-0000-7000-8000-00000000c001';
export const ADMINISTRATOR_ID = '019c0000-0000-7000-8000-0000000000a1';

/** Ids count up; time stands still until a test moves it. */
export function steppingClock() {
  let ids = 0;
  let now = START;
  const clock: Clock = { now: () => new Date(now), newId: () => `019c0000-0000-7000-9000-${(ids += 1).toString(16).padStart(12, '0')}` };
  return { clock, advance: (ms: number) => void (now += ms) };
}

export type WorkstationOptions = { readonly roles?: readonly Role[]; readonly scope?: Actor['scope']; readonly demo?: boolean };

/**
 * The real database side minus the window: an encrypted file in a folder of its own with all migrations (run once for a whole test run), set up with a
 * community and an administrator, behind the real dispatcher. `call` acts as a person with the given roles.
 */
export async function openWorkstation({ roles = ['supervisor'], scope = 'all', demo = false }: WorkstationOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'griddesk-test-'));
  const auditKey = randomBytes(32).toString('hex');
  const { clock, advance } = steppingClock();
  const logged: unknown[] = [];
  const files = { file: join(folder, 'app.db'), anchorFile: join(folder, 'anchor.json'), copyTo: join(folder, 'before-migration.db') };
  const key = copyMigrated(files.file) ? copiedKey() : randomBytes(32);
  const open = (): Host =>
    openHost({ role: 'write', ...files, dek: Buffer.from(key), anchorKey: Buffer.from(key), migrationsFolder: resolve('electron/database/migrations'), bootId: 'boot' }, (error) => logged.push(error), clock);
  const state = { host: open() };
  const actorOf = (who: { roles?: readonly Role[]; scope?: Actor['scope']; userId?: string; sessionId?: string }): Actor => ({
    userId: who.userId ?? ADMINISTRATOR_ID,
    sessionId: who.sessionId ?? '019c0000-0000-7000-8000-000000005e55',
    displayName: '王芳',
    roles: who.roles ?? roles,
    communityId: COMMUNITY_ID,
    scope: who.scope ?? scope,
  });
  const callAs = (who: Parameters<typeof actorOf>[0], name: string, input: unknown): Promise<Result<unknown>> => state.host.call(actorOf(who), name, structuredClone(input));
  const call = (name: string, input: unknown = {}) => callAs({}, name, input);

  const ready = await callAs({}, 'session.initialise', { communityName: '清波门社区', demo, auditKey, account: { id: ADMINISTRATOR_ID, name: 'admin', displayName: '王芳', roles: ['administrator'] } });
  if (!ready.ok) throw new Error(`set-up refused: ${JSON.stringify(ready.error)} ${logged.map(String).join('\n')}`);

  return {
    folder,
    files,
    key,
    auditKey,
    clock,
    advance,
    logged,
    actorOf,
    call,
    callAs,
    host: () => state.host,
    sqlite: () => state.host.sqlite,
    /** The data of a call that must succeed. */
    done: async <T = unknown>(name: string, input: unknown = {}): Promise<T> => {
      const result = await call(name, input);
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)} ${logged.map((e) => (e instanceof Error ? e.stack : String(e))).join('\n')}`);
      return result.data as T; // the caller names the operation's output
    },
    /** The error code of a call that must fail. */
    refused: async (name: string, input: unknown = {}): Promise<ErrorCode> => {
      const result = await call(name, input);
      if (result.ok) throw new Error(`${name} was not refused`);
      return result.error.code;
    },
    count: (table: string, where = '1'): number => (state.host.sqlite.prepare(`SELECT count(*) AS n FROM ${table} WHERE ${where}`).get() as { n: number }).n,
    reopen: (): Host => {
      state.host.close();
      return (state.host = open());
    },
    close: (): void => {
      state.host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type Workstation = Awaited<ReturnType<typeof openWorkstation>>;
