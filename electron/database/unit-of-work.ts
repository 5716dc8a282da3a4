import { appendEntry, type RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { openRepositories } from '#electron/modules.ts';
import type { Actor } from '#shared/contract/actor.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { Clock, Db } from './database.ts';

export type Repositories = ReturnType<typeof openRepositories>;

/** What a command puts on record about itself. `entity` is the table's name; `detail` holds nothing that is masked elsewhere. */
export type Entry = {
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
  readonly changes?: readonly RecordChange[];
  readonly result?: 'done' | 'refused';
};

/** How a long call tells how far it is (`what` names the part, where there are several), and learns that the person cancelled it. */
export type Control = { readonly progress: (done: number, total: number, what?: string) => void; readonly cancelled: () => boolean };
export const noControl: Control = { progress: () => {}, cancelled: () => false };

export type Work = Repositories & {
  readonly actor: Actor;
  readonly clock: Clock;
  /** Today in the station's own time zone, as `YYYY-MM-DD`. */
  readonly today: string;
  record(entry: Entry): { readonly seq: number };
  /** Reports progress; ends the call with `task/cancelled` when the person cancelled, which rolls everything back. */
  step(done: number, total: number): void;
};

export type UnitOfWork = {
  readonly command: <T>(actor: Actor, body: (work: Work) => T, control?: Control) => T;
  readonly query: <T>(actor: Actor, body: (work: Work) => T, control?: Control) => T;
  /** A read that may wait between its statements and still sees one state of the file. One at a time on a connection. */
  readonly report: <T>(actor: Actor, body: (work: Work) => T | Promise<T>, control?: Control) => Promise<T>;
};

export type Station = { readonly bootId: string; readonly mono: () => number };

/** `YYYY-MM-DD` of an instant in the computer's own time zone; a station works by its wall clock. */
export function localDay(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/**
 * One call, one transaction: every write and its audit entry commit together or not at all. A command that records nothing is a
 * mistake in the program and is rolled back. `committed` runs after each commit of a command (anchor, WAL).
 */
export function unitOfWork(db: Db, clock: Clock, station: Station, committed: (head: { seq: number; mac: string }) => void = () => {}): UnitOfWork {
  const repositories = openRepositories(db);
  const inTransaction = db.sqlite.transaction((body: () => unknown) => body());

  const open = (actor: Actor, control: Control, sealed: { head: { seq: number; mac: string } | null }): Work => ({
    ...repositories,
    actor,
    clock,
    today: localDay(clock.now()),
    record: ({ action, entity, entityId, detail = {}, changes = [], result = 'done' }) =>
      (sealed.head = appendEntry(
        db.sqlite,
        {
          id: clock.newId(),
          communityId: actor.communityId,
          at: clock.now().toISOString(),
          mono: station.mono(),
          bootId: station.bootId,
          sessionId: actor.sessionId,
          actorId: actor.userId,
          actorName: actor.displayName,
          action,
          entity,
          entityId,
          detail: JSON.stringify(detail),
          result,
        },
        changes,
      )),
    step: (done, total) => {
      if (control.cancelled()) fail('task/cancelled', {});
      control.progress(done, total);
    },
  });

  return {
    command: <T>(actor: Actor, body: (work: Work) => T, control: Control = noControl): T => {
      const sealed: { head: { seq: number; mac: string } | null } = { head: null };
      const result = inTransaction.immediate(() => {
        const out = body(open(actor, control, sealed));
        if (!sealed.head) throw new Error('a command ended without an audit entry');
        return out;
      }) as T; // `inTransaction` hands back what the body returned
      if (sealed.head) committed(sealed.head);
      return result;
    },
    query: <T>(actor: Actor, body: (work: Work) => T, control: Control = noControl): T =>
      inTransaction.deferred(() => body(open(actor, control, { head: null }))) as T, // as above
    report: async <T>(actor: Actor, body: (work: Work) => T | Promise<T>, control: Control = noControl): Promise<T> => {
      db.sqlite.exec('BEGIN');
      try {
        return await body(open(actor, control, { head: null }));
      } finally {
        if (db.sqlite.inTransaction) db.sqlite.exec('ROLLBACK');
      }
    },
  };
}
