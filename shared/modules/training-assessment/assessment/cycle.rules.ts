import { addWorkingDays } from '#shared/kernel/calendar/working-days.rules.ts';

/** Where a sheet stands (domain.md 3.4): enabled and open for self-assessment, reported and locked, scored by the superior, returned, archived. */
export const sheetStates = ['self', 'returned', 'reported', 'scored', 'archived', 'excluded'] as const;
export type SheetState = (typeof sheetStates)[number];
export const sheetActs = ['self-assess', 'report', 'return', 'score', 'rate', 'archive', 'appeal', 'reopen', 'set-days'] as const;
export type SheetAct = (typeof sheetActs)[number];

/**
 * Every act and what becomes of the sheet by it; what is not listed is refused. `report` locks the sheet and freezes its indicators, `return`
 * opens it again with a reason, `reopen` is an appeal that was upheld: the superior scores anew. Nobody edits what is archived.
 */
const moves: Readonly<Record<SheetState, Partial<Readonly<Record<SheetAct, SheetState>>>>> = {
  self: { 'self-assess': 'self', report: 'reported', rate: 'self', 'set-days': 'self' },
  returned: { 'self-assess': 'returned', report: 'reported', rate: 'returned', 'set-days': 'returned' },
  reported: { return: 'returned', score: 'scored', rate: 'reported' },
  scored: { return: 'returned', score: 'scored', archive: 'archived' },
  archived: { appeal: 'archived', reopen: 'reported' },
  excluded: { 'set-days': 'self' },
};

/** The state after an act; null when the act is not possible now. */
export const afterAct = (state: SheetState, act: SheetAct): SheetState | null => moves[state][act] ?? null;
/** Indicators no longer follow the records. */
export const isLocked = (state: SheetState): boolean => state === 'reported' || state === 'scored' || state === 'archived';
/** Results may be seen: before, a rating that arrives could be read from the difference. */
export const isClosedForPeers = (state: SheetState): boolean => state === 'scored' || state === 'archived';

/** The last day on which an appeal is heard: so many working days after the day of the result. */
export const lastDayToAppeal = (archivedOn: string, appealDays: number, published: Parameters<typeof addWorkingDays>[2]): string => addWorkingDays(archivedOn, appealDays, published);
