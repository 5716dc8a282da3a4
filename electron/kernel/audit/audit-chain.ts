import { createHash, createHmac, hash } from 'node:crypto';
import type { Database as SqliteDatabase } from 'better-sqlite3';

/** An entry before it is sealed. `detail` holds masked parameters only. */
export type EntryFields = {
  readonly id: string;
  readonly communityId: string;
  readonly at: string;
  readonly mono: number;
  readonly bootId: string;
  readonly sessionId: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly detail: string;
  readonly changesHash: string;
  readonly result: 'done' | 'refused';
};
export type StoredEntry = EntryFields & { readonly seq: number; readonly mac: string };

/** What a change did to a record; `afterHash` is the hash of the whole table row as it stands now. */
export type RecordChange = {
  readonly entity: string;
  readonly entityId: string;
  readonly version: number;
  readonly fields: Readonly<Record<string, readonly [unknown, unknown]>>;
  readonly afterHash: string;
};
export type StoredChange = { readonly entity: string; readonly entityId: string; readonly version: number; readonly fields: string; readonly afterHash: string };

/** Changes hashed in one step: many small steps cost more than the hashing. */
const HASHED_AT_ONCE = 500;
const COLUMNS = 'id, community_id, at, mono, boot_id, session_id, actor_id, actor_name, action, entity, entity_id, detail, changes_hash, result';

/** The key after `key`: one way, so that who holds today's key cannot seal yesterday's entries anew (security.md 2.7). */
export const evolve = (key: Buffer): Buffer => createHash('sha256').update('evolve').update(key).digest();

/** The seal of entry `seq`: over the seal before it and every field, lengths included by JSON. */
export function sealOf(key: Buffer, before: string, seq: number, entry: EntryFields): string {
  const { id, communityId, at, mono, bootId, sessionId, actorId, actorName, action, entity, entityId, detail, changesHash, result } = entry;
  const body = JSON.stringify([seq, id, communityId, at, mono, bootId, sessionId, actorId, actorName, action, entity, entityId, detail, changesHash, result]);
  return createHmac('sha256', key).update(before).update('\n').update(body).digest('hex');
}

/** Places of columns in the order of their names, in which they are hashed. One list stands for all rows of a table, so it is sorted once. */
const orders = new WeakMap<readonly string[], readonly number[]>();
function inOrder(columns: readonly string[]): readonly number[] {
  const known = orders.get(columns);
  if (known) return known;
  const order = columns.map((name, at) => ({ name, at })).sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ at }) => at);
  orders.set(columns, order);
  return order;
}

/** `hashOfRow` of a row that comes as the names of its columns and, in the same places, their values. */
export function hashOfValues(columns: readonly string[], values: readonly unknown[]): string {
  const filled: unknown[] = [];
  for (const at of inOrder(columns)) {
    const value = values[at];
    if (value !== null && value !== '' && value !== undefined) filled.push(columns[at], value);
  }
  return hash('sha256', JSON.stringify(filled));
}

/** The one list that stands for every row with the same columns. */
const columnLists = new Map<string, readonly string[]>();
function columnsOf(row: Readonly<Record<string, unknown>>): readonly string[] {
  const columns = Object.keys(row);
  const key = columns.join();
  const known = columnLists.get(key);
  if (!known) columnLists.set(key, columns);
  return known ?? columns;
}

/**
 * The hash of a record: SHA-256 of its columns, name and value in turn, as a JSON list in the order of the names. Empty values (null, '') are left out, so a column that a later migration adds with such a default
 * leaves every older hash valid.
 */
export function hashOfRow(row: Readonly<Record<string, unknown>>): string {
  const columns = columnsOf(row);
  return hashOfValues(columns, columns.map((name) => row[name]));
}

/** One hash for all changes of an entry, in the order they are stored; empty when the entry changed no record. */
export function hashOfChanges(changes: readonly StoredChange[]): string {
  if (changes.length === 0) return '';
  const digest = createHash('sha256');
  for (let at = 0; at < changes.length; at += HASHED_AT_ONCE) {
    const lines = changes.slice(at, at + HASHED_AT_ONCE).map((change) => `${JSON.stringify([change.entity, change.entityId, change.version, change.fields, change.afterHash])}\n`);
    digest.update(lines.join(''));
  }
  return digest.digest('hex');
}

const byIdAndVersion = (a: StoredChange, b: StoredChange): number =>
  a.entityId < b.entityId ? -1 : a.entityId > b.entityId ? 1 : a.version - b.version;

/** Puts the first key in place; `firstKey` is printed on the recovery sheet and stored nowhere. */
export function startChain(sqlite: SqliteDatabase, firstKey: Buffer): void {
  sqlite.prepare('INSERT INTO audit_seal (id, next_seq, key) VALUES (1, 1, ?)').run(firstKey);
}

/**
 * Appends one sealed entry with its record changes and moves the key on, inside the caller's transaction: if this fails, the
 * change it describes does not happen either.
 */
export function appendEntry(sqlite: SqliteDatabase, fields: Omit<EntryFields, 'changesHash'>, changes: readonly RecordChange[]): { seq: number; mac: string } {
  const seal = sqlite.prepare('SELECT next_seq AS nextSeq, key FROM audit_seal WHERE id = 1').get() as { nextSeq: number; key: Buffer } | undefined;
  if (!seal) throw new Error('the audit chain has not been started');
  const seq = seal.nextSeq;
  const before = (sqlite.prepare('SELECT mac FROM audit_entry WHERE seq = ?').get(seq - 1) as { mac: string } | undefined)?.mac ?? '';
  const stored = changes
    .map((change): StoredChange => ({ entity: change.entity, entityId: change.entityId, version: change.version, fields: JSON.stringify(change.fields), afterHash: change.afterHash }))
    .sort(byIdAndVersion);
  const entry: EntryFields = { ...fields, changesHash: hashOfChanges(stored) };
  const mac = sealOf(seal.key, before, seq, entry);
  sqlite.prepare(`INSERT INTO audit_entry (seq, ${COLUMNS}, mac) VALUES (@seq, @id, @communityId, @at, @mono, @bootId, @sessionId, @actorId, @actorName, @action, @entity, @entityId, @detail, @changesHash, @result, @mac)`)
    .run({ seq, ...entry, mac });
  const insert = sqlite.prepare('INSERT INTO record_change (audit_seq, entity, entity_id, version, fields, after_hash) VALUES (?, ?, ?, ?, ?, ?)');
  for (const change of stored) insert.run(seq, change.entity, change.entityId, change.version, change.fields, change.afterHash);
  sqlite.prepare('UPDATE audit_seal SET next_seq = ?, key = ? WHERE id = 1').run(seq + 1, evolve(seal.key));
  return { seq, mac };
}

/** Number and seal of the newest entry; `0` and empty before the first. */
export function chainHead(sqlite: SqliteDatabase): { seq: number; head: string } {
  const row = sqlite.prepare('SELECT seq, mac AS head FROM audit_entry ORDER BY seq DESC LIMIT 1').get() as { seq: number; head: string } | undefined;
  return row ?? { seq: 0, head: '' };
}
