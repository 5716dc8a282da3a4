import type { Db } from '#electron/database/database.ts';
import type { auditFilterSchema } from '#shared/kernel/audit/audit.contract.ts';
import type { z } from 'zod';
import { chainHead, type StoredEntry } from './audit-chain.ts';

export type AuditFilter = z.output<typeof auditFilterSchema>;
type Window = { readonly offset: number; readonly limit: number };
type ChangeRow = { seq: number; at: string; actorName: string; action: string; version: number; fields: string };

const COLUMNS = `seq, id, community_id AS communityId, at, mono, boot_id AS bootId, session_id AS sessionId, actor_id AS actorId,
  actor_name AS actorName, action, entity, entity_id AS entityId, detail, changes_hash AS changesHash, result, mac`;

/** So many entries back an act can still be undone. */
const LOOKED_BACK = 2000;

/** The midnight that begins, or with `days` 1 ends, a local calendar day, as a UTC instant. */
const instantOf = (day: string, days = 0): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + days).toISOString();
};

function conditions(filter: AuditFilter): { where: string; values: string[] } {
  const parts: [string, string | undefined][] = [
    ['actor_id = ?', filter.actorId],
    ['action = ?', filter.action],
    ['entity = ?', filter.entity],
    ['entity_id = ?', filter.entityId],
    ['at >= ?', filter.from && instantOf(filter.from)],
    ['at < ?', filter.until && instantOf(filter.until, 1)],
  ];
  const used = parts.filter((part): part is [string, string] => part[1] !== undefined);
  return { where: used.length ? `WHERE ${used.map(([sql]) => sql).join(' AND ')}` : '', values: used.map(([, value]) => value) };
}

export function auditRepository(db: Db) {
  const { sqlite } = db;
  return {
    list: (filter: AuditFilter, { offset, limit }: Window): StoredEntry[] => {
      const { where, values } = conditions(filter);
      return sqlite.prepare(`SELECT ${COLUMNS} FROM audit_entry ${where} ORDER BY seq DESC LIMIT ? OFFSET ?`).all(...values, limit, offset) as StoredEntry[]; // columns named above
    },
    count: (filter: AuditFilter): number => {
      const { where, values } = conditions(filter);
      return (sqlite.prepare(`SELECT count(*) AS n FROM audit_entry ${where}`).get(...values) as { n: number }).n;
    },
    /** Entries in their order, read lazily: a log of a million entries never stands in memory. */
    eachInOrder: (): IterableIterator<StoredEntry> => sqlite.prepare(`SELECT ${COLUMNS} FROM audit_entry ORDER BY seq`).iterate() as IterableIterator<StoredEntry>,
    head: () => chainHead(sqlite),
    /** Whether any record became different after an entry: every change of a record is in the log. */
    hasChangedSince: (seq: number): boolean => sqlite.prepare('SELECT 1 FROM record_change WHERE audit_seq > ? LIMIT 1').get(seq) !== undefined,
    changes: (entity: string, id: string): ChangeRow[] =>
      sqlite.prepare(`SELECT a.seq, a.at, a.actor_name AS actorName, a.action, c.version, c.fields FROM record_change c JOIN audit_entry a ON a.seq = c.audit_seq
        WHERE c.entity_id = ? AND c.entity = ? ORDER BY a.seq DESC LIMIT 500`).all(id, entity) as ChangeRow[],
    /** Who changed a record last, and when; the words of a conflict. */
    lastChange: (entity: string, id: string): { by: string; at: string } | null =>
      (sqlite.prepare(`SELECT a.actor_name AS by, a.at FROM record_change c JOIN audit_entry a ON a.seq = c.audit_seq
        WHERE c.entity_id = ? AND c.entity = ? ORDER BY a.seq DESC LIMIT 1`).get(id, entity) as { by: string; at: string } | undefined) ?? null,
    /** What one session did to the named tables, oldest first, with records changed; only the last entries are looked at, so the log may grow. */
    actsOfSession: (sessionId: string, entities: readonly string[]): { seq: number; action: string; entity: string; detail: string }[] =>
      sqlite.prepare(`SELECT seq, action, entity, detail FROM audit_entry a WHERE seq > ? AND session_id = ? AND entity IN (${entities.map(() => '?').join(', ')}) AND result = 'done'
        AND EXISTS (SELECT 1 FROM record_change c WHERE c.audit_seq = a.seq) ORDER BY seq`).all(chainHead(sqlite).seq - LOOKED_BACK, sessionId, ...entities) as { seq: number; action: string; entity: string; detail: string }[],
    entry: (seq: number): StoredEntry | undefined => sqlite.prepare(`SELECT ${COLUMNS} FROM audit_entry WHERE seq = ?`).get(seq) as StoredEntry | undefined,
    changesOf: (seq: number): { entity: string; entityId: string; version: number; fields: string }[] =>
      sqlite.prepare('SELECT entity, entity_id AS entityId, version, fields FROM record_change WHERE audit_seq = ?').all(seq) as { entity: string; entityId: string; version: number; fields: string }[],
    /** How often an actor did something on a local day; quotas count with it. */
    countOnDay: (actorId: string, action: string, day: string): number =>
      (sqlite.prepare("SELECT count(*) AS n FROM audit_entry WHERE actor_id = ? AND action = ? AND at >= ? AND at < ? AND result = 'done'")
        .get(actorId, action, instantOf(day), instantOf(day, 1)) as { n: number }).n,
  };
}
