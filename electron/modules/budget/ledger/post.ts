import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { EntryKind, LedgerAccount } from '#shared/modules/budget/ledger/ledger.rules.ts';

export type Movement = {
  readonly kind: EntryKind;
  readonly from: LedgerAccount;
  readonly to: LedgerAccount;
  readonly fen: number;
  readonly year: number;
  readonly on: string;
  readonly sourceId?: string | null;
  readonly lineId?: string | null;
  readonly requestId?: string | null;
  readonly voucherId?: string | null;
  readonly pledgeId?: string | null;
  readonly gridId?: string | null;
  /** The entry this one turns round. */
  readonly reversesId?: string | null;
  readonly memo?: string;
};

/** Refuses a year that is closed or was never opened. Errors: `budget/year-closed`, `budget/year-missing`. */
export function checkYearOpen(work: Work, year: number): void {
  const found = work.budgetYears.findYear(work.actor.communityId, year) ?? fail('budget/year-missing', { year });
  if (found.closedAt !== null) fail('budget/year-closed', { year });
}

/** A day that belongs to a budget year. Error: `budget/day-outside-year`. */
export function checkDayInYear(day: string, year: number): void {
  if (Number(day.slice(0, 4)) !== year) fail('budget/day-outside-year', { day, year });
}

/** Writes movements that belong together as one posting; movements of nothing are left out. Answers what the history keeps of each entry. Error: see checkYearOpen. */
export function post(work: Work, movements: readonly Movement[]): RecordChange[] {
  const moved = movements.filter(({ fen }) => fen > 0);
  for (const year of new Set(moved.map((movement) => movement.year))) checkYearOpen(work, year);
  const now = work.clock.now().toISOString();
  const postingId = work.clock.newId();
  return moved.map(({ kind, from, to, fen, year, on, sourceId = null, lineId = null, requestId = null, voucherId = null, pledgeId = null, gridId = null, reversesId = null, memo = '' }) =>
    work.rows.creation(
      work.budgetEntries.insert({
        id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, postingId, postedOn: on, year, kind, fromAccount: from, toAccount: to, fen,
        sourceId, lineId, requestId, voucherId, pledgeId, gridId, reversesId, actorId: work.actor.userId, actorName: work.actor.displayName, memo,
      }),
    ),
  );
}
