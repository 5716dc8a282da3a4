import type { Database as SqliteDatabase } from 'better-sqlite3';
import type { AuditVerdict } from '#shared/kernel/audit/audit.contract.ts';
import { evolve, hashOfChanges, hashOfRow, sealOf, type StoredChange, type StoredEntry } from './audit-chain.ts';

export type Anchor = { readonly seq: number; readonly head: string };
type Problem = AuditVerdict['problems'][number];
type Step = (done: number, total: number) => void;

const MAX_PROBLEMS = 200;
const TABLE_NAME = /^[a-z_]+$/;

/**
 * Reads the whole log and says what does not fit (security.md 2.7): gaps, seals (only with the printed first key), the state of the
 * next key, the anchor outside the file, every entry's record changes, and each changed record's present row against its last
 * recorded hash. A check that could not be made is reported as not made, never as passed.
 */
export function verifyChain(sqlite: SqliteDatabase, entries: Iterable<StoredEntry>, firstKey: Buffer | null, anchor: Anchor | null, step: Step = () => {}): AuditVerdict {
  const problems: Problem[] = [];
  const report = (kind: Problem['kind'], seq: number, entity = '', entityId = '') => {
    if (problems.length < MAX_PROBLEMS) problems.push({ kind, seq, entity, entityId });
  };
  const total = (sqlite.prepare('SELECT count(*) AS n FROM audit_entry').get() as { n: number }).n;
  const changesOf = sqlite.prepare('SELECT entity, entity_id AS entityId, version, fields, after_hash AS afterHash FROM record_change WHERE audit_seq = ? ORDER BY entity_id, version');

  let expected = 1;
  let key = firstKey;
  let before = '';
  let anchored = anchor === null || anchor.seq === 0;
  for (const entry of entries) {
    if (entry.seq !== expected) report('gap', expected);
    expected = entry.seq + 1;
    if (key) {
      if (sealOf(key, before, entry.seq, entry) !== entry.mac) report('mac', entry.seq, entry.entity, entry.entityId);
      key = evolve(key);
    }
    if (hashOfChanges(changesOf.all(entry.seq) as StoredChange[]) !== entry.changesHash) report('changes', entry.seq, entry.entity, entry.entityId);
    if (anchor && entry.seq === anchor.seq) anchored = entry.mac === anchor.head;
    before = entry.mac;
    if (entry.seq % 1000 === 0) step(entry.seq, total);
  }
  if (!anchored) report('anchor', anchor?.seq ?? 0);
  const seal = sqlite.prepare('SELECT next_seq AS nextSeq, key FROM audit_seal WHERE id = 1').get() as { nextSeq: number; key: Buffer } | undefined;
  if (!seal || seal.nextSeq !== expected || (key && !key.equals(seal.key))) report('seal', expected);
  for (const { entity, entityId, seq } of changedBehind(sqlite)) report('row', seq, entity, entityId);
  step(total, total);
  return { entries: total, head: before.slice(0, 8), problems, checks: { order: true, seals: firstKey !== null, anchor: anchor !== null, changes: true, rows: true } };
}

/** Records whose present row is not what the log last recorded of them: edited past the program, or gone without a recorded removal. */
function* changedBehind(sqlite: SqliteDatabase): Generator<{ entity: string; entityId: string; seq: number }> {
  const entities = (sqlite.prepare('SELECT DISTINCT entity FROM record_change').all() as { entity: string }[]).map((row) => row.entity);
  for (const entity of entities) {
    if (!TABLE_NAME.test(entity)) {
      yield { entity, entityId: '', seq: 0 };
      continue;
    }
    const row = sqlite.prepare(`SELECT * FROM ${entity} WHERE id = ?`);
    const latest = sqlite.prepare('SELECT entity_id AS entityId, after_hash AS afterHash, max(audit_seq) AS seq FROM record_change WHERE entity = ? GROUP BY entity_id').all(entity) as { entityId: string; afterHash: string; seq: number }[];
    for (const { entityId, afterHash, seq } of latest) {
      const present = row.get(entityId) as Record<string, unknown> | undefined;
      if (hashOfRow(present ?? {}) !== afterHash) yield { entity, entityId, seq };
    }
  }
}
