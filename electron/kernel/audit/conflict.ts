import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';

type Stored = { readonly id: string; readonly version: number; readonly updatedAt: string };

/** Ends the call because somebody else was faster, and says who and when. */
export function failConflict(work: Work, entity: string, stored: Stored): never {
  const last = work.auditEntries.lastChange(entity, stored.id);
  return fail('record/conflict', { by: last?.by ?? '', at: last?.at ?? stored.updatedAt });
}

/** The optimistic check: a change is taken only when it was made from the version that is still stored. */
export function checkVersion(work: Work, entity: string, stored: Stored, version: number): void {
  if (stored.version !== version) failConflict(work, entity, stored);
}
