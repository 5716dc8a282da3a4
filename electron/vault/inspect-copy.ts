import { setImmediate } from 'node:timers/promises';
import { openDatabase } from '#electron/database/connection.ts';
import { chainHead } from '#electron/kernel/audit/audit-chain.ts';
import { verifyPages } from './verify-pages.ts';

export type CopyFacts = {
  readonly bytes: number;
  readonly sha256: string;
  readonly auditSeq: number;
  readonly auditHead: string;
  readonly schemaVersion: number;
};

/**
 * Proves that a copy of the encrypted file is whole: every page's seal, then SQLite's own check table by table (so that the process
 * answers in between), then that the foreign keys hold. Null when anything is wrong. `dek` is zeroed.
 */
export async function inspectCopy(file: string, dek: Buffer, nativeBinding: string | undefined): Promise<CopyFacts | null> {
  try {
    const pages = await verifyPages(file, dek);
    if (pages.damaged.length > 0) return null;
    const sqlite = openDatabase({ file, dek: Buffer.from(dek), mode: 'read', cacheKiB: 8 * 1024, nativeBinding });
    try {
      const tables = sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'").pluck().all() as string[]; // names are text
      for (const table of tables) {
        if (sqlite.pragma(`quick_check("${table.replaceAll('"', '""')}")`, { simple: true }) !== 'ok') return null;
        await setImmediate();
      }
      if ((sqlite.pragma('foreign_key_check') as unknown[]).length > 0) return null; // rows of violations
      const { seq, head } = chainHead(sqlite);
      const schemaVersion = sqlite.pragma('user_version', { simple: true }) as number; // SQLite answers this pragma with an integer
      return { bytes: pages.bytes, sha256: pages.sha256, auditSeq: seq, auditHead: head, schemaVersion };
    } finally {
      sqlite.close();
    }
  } catch {
    return null;
  } finally {
    dek.fill(0);
  }
}
