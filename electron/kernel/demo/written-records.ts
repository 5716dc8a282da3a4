import type { InsertedRow } from '#electron/database/prepared-insert.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';

/** Collects what a fill writes, for the one entry it stands in. A record that was written more than once stands there as it is at the end, begun as it was at first. */
export function writtenRecords(work: Work) {
  const changes: RecordChange[] = [];
  return {
    add: (...more: readonly RecordChange[]): void => void changes.push(...more),
    written: (table: string, id: string): void => void changes.push(work.rows.change(table, id, undefined)),
    inserted: (row: InsertedRow): void => void changes.push(work.rows.creation(row)),
    all: (): RecordChange[] => {
      const last = new Map<string, RecordChange>();
      for (const change of changes) last.set(change.entityId, { ...change, fields: last.get(change.entityId)?.fields ?? change.fields });
      return [...last.values()];
    },
  };
}
