import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { balanceOf } from '#shared/modules/budget/ledger/ledger.rules.ts';
import { post } from '../ledger/post.ts';

const isOpen = (work: Work, year: number): boolean => work.budgetYears.findYear(work.actor.communityId, year)?.closedAt === null;

/** A line goes with the import that brought it when nothing is left on it and nobody asked for its money; the standing lines and the year stay. */
export function mayTakeOut(work: Work, entity: string, id: string): boolean {
  const line = entity === 'budget_line' ? work.budgetLines.find(id) : undefined;
  if (!line || line.kind !== 'project' || !isOpen(work, line.year) || work.fundingRequests.isWanted(id)) return false;
  const flows = work.budgetEntries.ofLine(id);
  return (['asked', 'free', 'authority', 'adjustment', 'carried', 'reserved', 'committed', 'spent'] as const).every((account) => balanceOf(flows, account) === 0);
}

/** An entry is never removed: the same sum goes back, naming it. What was approved and is bound by now stays, like everything of a closed year. */
export function againstEntry(work: Work, entity: string, id: string): readonly RecordChange[] | undefined {
  if (entity === 'budget_line') return isOpen(work, work.budgetLines.find(id)?.year ?? 0) ? undefined : [];
  if (entity !== 'budget_entry') return undefined;
  const entry = work.budgetEntries.find(id);
  if (!entry || entry.lineId === null || !isOpen(work, entry.year)) return [];
  const left = balanceOf(work.budgetEntries.ofLine(entry.lineId), entry.toAccount);
  if (entry.toAccount === 'free' && left < entry.fen) return [];
  return post(work, [{ kind: entry.kind, from: entry.toAccount, to: entry.fromAccount, fen: entry.fen, year: entry.year, on: work.today, sourceId: entry.sourceId, lineId: entry.lineId, reversesId: id, memo: entry.memo }]);
}
