import { added, begunRemovable, current, rewritten, type RecordStore } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';

type Stored = { readonly id: string; readonly version: number; readonly updatedAt: string; readonly removedAt: string | null };
export { present, recordStore, type RecordStore } from '#electron/database/record-store.ts';
/** What a new record of the module begins with: all of them can be taken out. */
export const begun = begunRemovable;

/** The record as it stands, changed from the version it was read in. Errors: `record/not-found` also for one that was removed, `record/conflict`. */
export const standing = <R extends Stored>(work: Work, store: RecordStore<R>, from: { readonly id: string; readonly version: number }): R => current(work, store.table, store, from);
/** Puts a new record in; the answer belongs among the changes of the entry. */
export const put = <R extends Stored>(work: Work, store: RecordStore<R>, record: R): RecordChange => added(work, store.table, store, record);
/** Writes a record one version further; the answer belongs among the changes of the entry. */
export const rewrite = <R extends Stored>(work: Work, store: RecordStore<R>, record: R, values: Partial<R>): RecordChange => rewritten(work, store.table, store, record, values);
/** Takes a record out of the lists. */
export const takeOut = <R extends Stored>(work: Work, store: RecordStore<R>, record: R): RecordChange => rewrite(work, store, record, { removedAt: work.clock.now().toISOString() } as Partial<R>); // every record has the column
