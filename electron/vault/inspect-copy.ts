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
/** What is wrong with a copy: bytes on the disk, the records in it, or that it could not be looked at; `detail` names pages, tables or the error. */
export type CopyFault = { readonly fault: 'pages' | 'records' | 'unreadable'; readonly detail: string };
export type CopyVerdict = CopyFacts | CopyFault;
export type Inspection = { readonly file: string; /** Zeroed when the inspection ends. */ readonly dek: Buffer; readonly nativeBinding?: string | undefined };

/** In hundredths: the first half are the pages, the second the tables. */
const HALF = 50;
const WHOLE = 2 * HALF;

/**
 * Proves that a copy of the encrypted file is whole: every page's seal, then SQLite's own check table by table, then that the foreign keys
 * hold. Takes seconds for a large file and holds its thread, so the main thread has it done by `copyInspector`.
 */
export async function inspectCopy({ file, dek, nativeBinding }: Inspection, progress: (done: number, total: number) => void): Promise<CopyVerdict> {
  try {
    const pages = await verifyPages(file, dek, (part) => progress(Math.floor(part * HALF), WHOLE));
    if (pages.damaged.length > 0) return { fault: 'pages', detail: `pages ${pages.damaged.join(', ')} of ${pages.pages}` };
    const sqlite = openDatabase({ file, dek: Buffer.from(dek), mode: 'read', cacheKiB: 8 * 1024, nativeBinding });
    try {
      const tables = sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'").pluck().all() as string[]; // names are text
      for (const [index, table] of tables.entries()) {
        const found = sqlite.pragma(`quick_check("${table.replaceAll('"', '""')}")`, { simple: true });
        if (found !== 'ok') return { fault: 'records', detail: `${table}: ${String(found)}` };
        progress(HALF + Math.floor((HALF * (index + 1)) / tables.length), WHOLE);
      }
      const broken = sqlite.pragma('foreign_key_check') as { table: string }[]; // rows of violations
      if (broken[0]) return { fault: 'records', detail: `${broken[0].table}: ${broken.length} references lead nowhere` };
      const { seq, head } = chainHead(sqlite);
      const schemaVersion = sqlite.pragma('user_version', { simple: true }) as number; // SQLite answers this pragma with an integer
      return { bytes: pages.bytes, sha256: pages.sha256, auditSeq: seq, auditHead: head, schemaVersion };
    } finally {
      sqlite.close();
    }
  } catch (error) {
    return { fault: 'unreadable', detail: error instanceof Error ? error.message : String(error) };
  } finally {
    dek.fill(0);
  }
}
