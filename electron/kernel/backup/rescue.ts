import { join } from 'node:path';
import { readAnchor } from '#electron/kernel/audit/anchor-file.ts';
import type { OpenKeys, Vault } from '#electron/kernel/session/vault.ts';
import { activeAccountsIn } from '#electron/vault/accounts-in-copy.ts';
import { mayDo } from '#shared/contract/actor.ts';
import { AppError, fail } from '#shared/errors/app-error.ts';
import type { Rescue } from '#shared/kernel/session/session.contract.ts';
import type { Manifest } from './backup-folder.ts';
import { backupStation, type SessionPort } from './backup-station.ts';
import { restore } from './restore.ts';

type RescueDeps = {
  readonly dataFolder: string;
  readonly vault: Vault;
  readonly nativeBinding: string | undefined;
  /** The keys of a file that did not open; `SessionKeeper` has them after such a sign-in. */
  readonly keeper: { damaged(): { readonly keys: OpenKeys; readonly uid: string }; leaveDamaged(): void };
};

/**
 * The way back from a file that does not open any more. Nobody can sign in then, so the newest backup that proves whole says itself who
 * may agree to it: a second person whose account may restore, unless the backup knows no other. The damaged file is moved, not deleted.
 */
export function rescueStation({ dataFolder, vault, nativeBinding, keeper }: RescueDeps) {
  const port: SessionPort = {
    actor: () => ({ userId: keeper.damaged().uid, sessionId: '', displayName: '', roles: [], communityId: '', scope: [] }),
    keys: () => keeper.damaged().keys,
    database: () => fail('session/required', {}), // there is none; a copy of the present state is not possible
    close: () => Promise.resolve(keeper.leaveDamaged()),
  };
  const deps = { dataFolder, keeper: port, vault };
  const station = backupStation(deps);

  const newest = async (): Promise<Manifest | null> => {
    for (const { name } of station.list().filter((backup) => backup.verified)) {
      const manifest = await station.prove(name).catch(() => null);
      if (manifest) return manifest;
    }
    return null;
  };
  const lostSince = ({ auditSeq }: Manifest): number => {
    const key = port.keys().subKey('anchor');
    const anchor = readAnchor(join(dataFolder, 'anchor.json'), key);
    key.fill(0);
    return anchor && anchor !== 'forged' ? Math.max(0, anchor.seq - auditSeq) : 0;
  };
  /** Who but the signed-in person may agree; error `auth/forbidden` when nobody else may and the person may not either. */
  const approvers = ({ name }: Manifest): string[] => {
    const { keys, uid } = keeper.damaged();
    const accounts = activeAccountsIn(join(station.folder.pathOf(name), 'app.db'), keys.dek(), nativeBinding).filter((account) => mayDo(account.roles, 'backup.restore'));
    const others = accounts.filter(({ id }) => id !== uid).map(({ id }) => id);
    return others.length > 0 || accounts.length > 0 ? others : fail('auth/forbidden', { permission: 'backup.restore' });
  };

  return {
    /** What could be restored, or null when no backup is whole. */
    offer: async (): Promise<Rescue | null> => {
      const manifest = await newest();
      return manifest && { createdAt: manifest.createdAt, lostEntries: lostSince(manifest), needsApprover: approvers(manifest).length > 0 };
    },
    /** Errors: `backup/not-found`, `backup/approver-refused`, those of a restore. */
    restore: async (approverName: string, approverPassword: string): Promise<void> => {
      const manifest = (await newest()) ?? fail('backup/not-found', { name: '' });
      const allowed = approvers(manifest);
      const { uid } = keeper.damaged();
      const approver = allowed.length === 0 ? uid : await vault.identify(approverName, approverPassword).catch((error: unknown) => {
        if (error instanceof AppError && error.failure.code === 'session/wrong-credentials') return fail('backup/approver-refused', {});
        throw error;
      });
      if (allowed.length > 0 && !allowed.includes(approver)) fail('backup/approver-refused', {});
      await restore(deps, station, manifest, { by: uid, approver, lostEntries: lostSince(manifest) });
    },
  };
}
export type RescueStation = ReturnType<typeof rescueStation>;
