import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Vault } from '#electron/kernel/session/vault.ts';
import { openVault, type VaultOptions } from '#electron/vault/vault.ts';
import { AppError } from '#shared/errors/app-error.ts';

/** The floor of the derivation, so that a test signs in in a fraction of a second. */
export const FAST = { m: 64 * 1024, t: 3, p: 2 } as const;
export const UID = '019c0000-0000-7000-8000-0000000000a1';
export const SECOND_UID = '019c0000-0000-7000-8000-0000000000b2';
export const PASSWORD = '清波门-Lake-2026';

/** Clocks that a test moves: the date, and the time that really passes. */
export function handClocks() {
  const now = { wall: Date.parse('2026-03-02T01:00:00Z'), mono: 0 };
  return { now, clocks: { wall: () => now.wall, mono: () => now.mono }, pass: (ms: number) => void ((now.wall += ms), (now.mono += ms)) };
}

/** A data folder of its own with the vaults that were opened on it; `again` opens it like a restarted program. */
export function dataFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'griddesk-vault-'));
  const open: Vault[] = [];
  const again = (options: VaultOptions = {}): Vault => {
    for (const vault of open.splice(0)) vault.close();
    const vault = openVault(folder, { kdf: FAST, ...options });
    open.push(vault);
    return vault;
  };
  return {
    folder,
    again,
    path: (name: string) => join(folder, name),
    remove: () => {
      for (const vault of open) vault.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The code a call was refused with, or `done`. */
export async function outcome(call: () => unknown): Promise<string> {
  try {
    await call();
    return 'done';
  } catch (error) {
    if (error instanceof AppError) return error.failure.code;
    throw error;
  }
}
