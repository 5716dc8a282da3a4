import type { StoredBatch, StoredRow } from './imports.repository.ts';

export type KeptRow = { readonly sheet: number; readonly row: number; readonly values: unknown };
export type KeptChecks = {
  /** What the checks rested on besides the rows and the records they were compared with. */
  readonly basis: string;
  /** The newest entry of the log at the checks. */
  readonly auditSeq: number;
  readonly fresh: readonly KeptRow[];
  readonly bad: readonly StoredRow[];
};

/** Larger files are checked again: their values would weigh too much beside everything else. */
const MOST_ROWS = 20_000;

/**
 * What the newest dry run of this connection made of its rows. A commit that follows with nothing edited in between need not check them
 * again. They live in memory only, and end with the connection when the desk is locked.
 */
export function keptChecks() {
  let kept: (KeptChecks & { readonly batchId: string; readonly version: number }) | null = null;
  return {
    keep: (batchId: string, version: number, checks: KeptChecks): void => void (kept = checks.fresh.length <= MOST_ROWS ? { ...checks, batchId, version } : null),
    /** The checks of exactly this state of the batch, once: an edited batch and another basis have none. */
    take: ({ id, version }: Pick<StoredBatch, 'id' | 'version'>, basis: string): KeptChecks | null => {
      const found = kept?.batchId === id && kept.version === version && kept.basis === basis ? kept : null;
      if (kept?.batchId === id) kept = null;
      return found;
    },
  };
}
