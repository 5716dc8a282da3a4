import type { LedgerRecord, LedgerSource, SortOrder } from './ledger-list.ts';
import type { Selection } from './selection.ts';

type Kept = { readonly key: string; readonly top: number; readonly active: number; readonly selection: Selection<LedgerRecord> };

const places = new Map<string, Kept>();

/** Where a list stood when it was left, as long as the window lives; `key` is its filter and order, another one starts at the top. */
export const rememberPlace = (list: string, kept: Kept): void => {
  places.set(list, kept);
};
export const rememberedPlace = (list: string, key: string): Kept | undefined => {
  const kept = places.get(list);
  return kept?.key === key ? kept : undefined;
};

/** The list a sheet was opened from and the row's place in it, for "previous" and "next". */
export type Trail = { readonly list: string; readonly source: LedgerSource<LedgerRecord>; readonly sort: SortOrder; readonly count: number; readonly index: number; readonly id: string };

let trail: Trail | null = null;
export const leaveTrail = (next: Trail): void => {
  trail = next;
};
export const trailOf = (list: string, id: string): Trail | null => (trail?.list === list && trail.id === id ? trail : null);
