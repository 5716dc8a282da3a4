import type { QueryClient } from '@tanstack/react-query';
import type { LedgerRecord } from './ledger-list.ts';
import type { Selection } from './selection.ts';

type Kept = { readonly key: string; readonly top: number; readonly rowHeight: number; readonly active: number; readonly selection: Selection<LedgerRecord> };

const places = new Map<string, Kept>();

/** Where a list stood when it was left, as long as the window lives; `key` is its filter and order, another one starts at the top. */
export const rememberPlace = (list: string, kept: Kept): void => {
  places.set(list, kept);
};
export const rememberedPlace = (list: string, key: string): Kept | undefined => {
  const kept = places.get(list);
  return kept?.key === key ? kept : undefined;
};

/** The list a sheet was opened from and the row's place in it, for "previous" and "next". `read` answers one window of the list's rows. */
export type Trail = {
  readonly list: string;
  readonly read: (client: QueryClient, window: number) => Promise<readonly LedgerRecord[]>;
  readonly count: number;
  readonly index: number;
  readonly id: string;
};

let trail: Trail | null = null;
export const leaveTrail = (next: Trail): void => {
  trail = next;
};
export const trailOf = (list: string, id: string): Trail | null => (trail?.list === list && trail.id === id ? trail : null);

/** Follows the trail to another row: the list behind the sheet comes along, so that "back" stands on the row seen last. */
export function moveTrail(from: Trail, index: number, id: string): void {
  trail = { ...from, index, id };
  const kept = places.get(from.list);
  if (kept) places.set(from.list, { ...kept, active: index, top: Math.max(0, kept.top + (index - from.index) * kept.rowHeight) });
}
