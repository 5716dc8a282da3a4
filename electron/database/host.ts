import { hrtime } from 'node:process';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { dispatcher, failureOf } from '#electron/ipc/dispatcher.ts';
import { readAnchor, writeAnchor } from '#electron/kernel/audit/anchor-file.ts';
import { chainHead } from '#electron/kernel/audit/audit-chain.ts';
import { setAnchorSource } from '#electron/kernel/audit/audit.module.ts';
import { fillTown, type TownRequest } from '#electron/kernel/demo/fill-town.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { Result } from '#shared/errors/app-error.ts';
import { openDatabase } from './connection.ts';
import type { Clock } from './database.ts';
import { migrate, readMigrations } from './migrate.ts';
import { unitOfWork, type Control } from './unit-of-work.ts';

export type HostOptions = {
  readonly role: 'write' | 'read' | 'report';
  readonly file: string;
  /** Zeroed by the opener. */
  readonly dek: Uint8Array;
  readonly anchorFile: string;
  readonly anchorKey: Uint8Array;
  readonly migrationsFolder: string;
  /** Folder for the copy that is made before a migration changes an existing file. */
  readonly copyTo: string;
  readonly bootId: string;
  readonly nativeBinding?: string | undefined;
};

export type Opened = {
  /** Entries of the log that the anchor knows and the file does not: the file is older than its last recorded state. */
  readonly missingEntries: number;
};

export type Host = Opened & {
  call(actor: Actor, name: string, input: unknown, control?: Control): Promise<Result<unknown>>;
  /** Fills an empty demo with a town of many transactions; what stops it leaves a file that is worth nothing. */
  fill(actor: Actor, request: TownRequest, control?: Control): Result<unknown>;
  /** For a writer at rest: the log is emptied into the file, its memory given back. */
  checkpoint(): void;
  close(): void;
  readonly sqlite: ReturnType<typeof openDatabase>;
};

/**
 * Page cache by role. The cache decides what encryption costs (stack.md 8a): lists live in the reader's, and a long import that outgrows the
 * writer's writes, seals and opens its pages several times. The writer gives its cache back when it rests.
 */
export const CACHE_KIB = { write: 64 * 1024, read: 64 * 1024, report: 32 * 1024 } as const;

/** The log is written into the file when it has this many pages: damage to a long one swallows committed work (security.md 2.3). */
const LOG_PAGES = 200;

/**
 * Keeps the writer's log short as SQLite does by itself, but after the answer instead of within the commit: after an import that takes
 * half as long as the commit, and nothing is at stake, because a commit is on the disk before its call is answered.
 */
function logKeeper(sqlite: ReturnType<typeof openDatabase>, log: (error: unknown, reference: string) => void): () => void {
  sqlite.pragma('wal_autocheckpoint = 0');
  const shorten = (): void => {
    if (!sqlite.open) return;
    try {
      const [state] = sqlite.pragma('wal_checkpoint(NOOP)') as { log: number; checkpointed: number }[]; // SQLite's one row of these names
      if (state && state.log - state.checkpointed >= LOG_PAGES) sqlite.pragma('wal_checkpoint(PASSIVE)');
    } catch (error) {
      log(error, 'checkpoint'); // nothing is lost: the log stays as it is until the next call
    }
  };
  return () => void setImmediate(shorten);
}

export const systemClock: Clock = { now: () => new Date(), newId: () => uuidv7() };

/**
 * One connection with its door: opens, migrates (writer only), compares the file with its anchor and answers calls. While entries
 * are missing the writer takes nothing but a supervisor's decision.
 */
export function openHost(options: HostOptions, log: (error: unknown, reference: string) => void, clock: Clock = systemClock): Host {
  const { role, file, anchorFile, migrationsFolder } = options;
  const anchorKey = Buffer.from(options.anchorKey);
  const sqlite = openDatabase({ file, dek: Buffer.from(options.dek.buffer, options.dek.byteOffset, options.dek.byteLength), mode: role === 'write' ? 'write' : 'read', cacheKiB: CACHE_KIB[role], nativeBinding: options.nativeBinding });
  try {
    if (role === 'write') migrate(sqlite, readMigrations(migrationsFolder), clock.now().toISOString(), () => void sqlite.prepare('VACUUM INTO ?').run(options.copyTo));
    const anchor = () => {
      const found = readAnchor(anchorFile, anchorKey);
      return found === 'forged' ? { seq: Number.MAX_SAFE_INTEGER, head: '' } : found;
    };
    setAnchorSource(anchor);

    const behind = role === 'write' ? missingEntries(sqlite, anchor()) : 0;
    const state = { missing: behind };
    const work = unitOfWork({ orm: drizzle(sqlite), sqlite }, clock, { bootId: options.bootId, mono: () => Number(hrtime.bigint() / 1_000_000n) }, ({ seq, mac }) => {
      try {
        writeAnchor(anchorFile, anchorKey, { seq, head: mac });
      } catch (error) {
        log(error, 'anchor'); // the change is in the file and stays there; the next one brings the anchor along
      }
    });
    const dispatch = dispatcher(work, log);
    const keepLogShort = role === 'write' ? logKeeper(sqlite, log) : () => {};
    return {
      sqlite,
      missingEntries: behind,
      call: async (actor, name, input, control) => {
        const settles = name === 'audit.settleRollback';
        if (role === 'write' && state.missing > 0 && !settles) return { ok: false, error: { code: 'database/rolled-back', params: { missing: state.missing } } };
        const result = await dispatch(actor, name, input, control);
        if (settles && result.ok) state.missing = 0;
        keepLogShort();
        return result;
      },
      fill: (actor, request, control) => {
        try {
          return { ok: true, data: fillTown({ unit: work, sqlite, actor }, request, control) };
        } catch (error) {
          return { ok: false, error: failureOf(error, log) };
        }
      },
      checkpoint: () => {
        if (role !== 'write') return; // who only reads cannot write the log into the file, and fails where the writer is still at work
        sqlite.pragma('wal_checkpoint(TRUNCATE)');
        sqlite.pragma('shrink_memory');
      },
      close: () => {
        if (role === 'write') sqlite.pragma('wal_checkpoint(TRUNCATE)');
        sqlite.close();
      },
    };
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** How far the file is behind its anchor. A file ahead of it is normal: the power may go between a commit and its anchor. */
function missingEntries(sqlite: ReturnType<typeof openDatabase>, anchor: { seq: number; head: string } | null): number {
  const head = chainHead(sqlite);
  if (!anchor) return head.seq === 0 ? 0 : 1; // who puts an older file back may take the anchor away as well
  if (anchor.seq > head.seq) return anchor.seq === Number.MAX_SAFE_INTEGER ? 1 : anchor.seq - head.seq;
  const entry = sqlite.prepare('SELECT mac FROM audit_entry WHERE seq = ?').get(anchor.seq) as { mac: string } | undefined;
  return anchor.seq === 0 || entry?.mac === anchor.head ? 0 : 1;
}
