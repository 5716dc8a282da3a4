import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import type { Kept } from '#electron/kernel/imports/import-profile.ts';
import { balanceOf } from '#shared/modules/budget/ledger/ledger.rules.ts';
import { post } from '../ledger/post.ts';
import type { LineRecord, YearRecord } from '../year/year.repository.ts';

/** Ids of what an import wrote. */
type Brought = ReadonlySet<string>;

const NAMED = 3;

const openYear = (work: Work, year: number): YearRecord | undefined => {
  const found = work.budgetYears.findYear(work.actor.communityId, year);
  return found?.closedAt === null ? found : undefined;
};

/** Nothing is left on the line, and nobody asked for its money. */
function isUnused(work: Work, { id }: LineRecord): boolean {
  if (work.fundingRequests.isWanted(id)) return false;
  const flows = work.budgetEntries.ofLine(id);
  return (['asked', 'free', 'authority', 'adjustment', 'carried', 'reserved', 'committed', 'spent'] as const).every((account) => balanceOf(flows, account) === 0);
}

/** What stands in a year besides unused lines that the same import brought and nobody changed since: lines, and entries outside any line (receipts, volunteers' time). */
function standingIn(work: Work, { communityId, year }: YearRecord, brought: Brought): { readonly lines: readonly LineRecord[]; readonly entries: number } {
  const lines = work.budgetLines.ofYear(communityId, year).filter((line) => !brought.has(line.id) || line.version > 1 || !isUnused(work, line));
  return { lines, entries: work.budgetEntries.countOutsideLines(communityId, year) };
}

function yearGoes(work: Work, year: YearRecord, brought: Brought): boolean {
  if (!brought.has(year.id)) return false;
  const { lines, entries } = standingIn(work, year, brought);
  return lines.length === 0 && entries === 0;
}

/** A line goes with the import that brought it when it is unused. The year that the import opened goes with its standing lines, when nothing else stands in it meanwhile. */
export function mayTakeOut(work: Work, entity: string, id: string, brought: Brought): boolean {
  if (entity === 'budget_year') {
    const year = work.budgetYears.find(id);
    return year?.closedAt === null && yearGoes(work, year, brought);
  }
  const line = entity === 'budget_line' ? work.budgetLines.find(id) : undefined;
  const year = line && openYear(work, line.year);
  return line !== undefined && year !== undefined && isUnused(work, line) && (line.kind === 'project' || yearGoes(work, year, brought));
}

/** Why a year stays that the import opened: it was closed since, or what stands in it. */
export function whyKept(work: Work, entity: string, id: string, brought: Brought): Kept | undefined {
  const year = entity === 'budget_year' ? work.budgetYears.find(id) : undefined;
  if (!year) return undefined;
  if (year.closedAt !== null) return { code: 'budget-year-closed', params: { year: year.year } };
  const { lines, entries } = standingIn(work, year, brought);
  return { code: 'budget-year-used', params: { year: year.year, lines: lines.length, names: lines.slice(0, NAMED).map(({ name }) => name).join('、'), entries } };
}

/** An entry is never removed: the same sum goes back, naming it. What was approved and is bound by now stays, like everything of a closed year. */
export function againstEntry(work: Work, entity: string, id: string): readonly RecordChange[] | undefined {
  if (entity === 'budget_line') return openYear(work, work.budgetLines.find(id)?.year ?? 0) ? undefined : [];
  if (entity !== 'budget_entry') return undefined;
  const entry = work.budgetEntries.find(id);
  if (!entry || entry.lineId === null || !openYear(work, entry.year)) return [];
  const left = balanceOf(work.budgetEntries.ofLine(entry.lineId), entry.toAccount);
  if (entry.toAccount === 'free' && left < entry.fen) return [];
  return post(work, [{ kind: entry.kind, from: entry.toAccount, to: entry.fromAccount, fen: entry.fen, year: entry.year, on: work.today, sourceId: entry.sourceId, lineId: entry.lineId, reversesId: id, memo: entry.memo }]);
}
