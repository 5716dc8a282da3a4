import type { BackupStatus } from '#shared/kernel/backup/backup.contract.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';

/** From this age a backup is stale (backup.contract.ts); after a week a lost disk costs more than anybody remembers. */
const STALE_DAYS = 3;
const OVERDUE_DAYS = 7;

const backupItem = (kind: string, urgency: TodayItem['urgency'], params: TodayItem['params'], since: string | null): TodayItem => ({ kind, column: 'due', urgency, params, to: '/system/backup', since, dueOn: null });

/**
 * What the backups ask for. They lie outside the encrypted file, so the reading of the day's items knows nothing of them.
 * A failure is said before age; a station that has none yet makes its first within minutes and is not reminded.
 */
export function backupItems({ ageDays, lastGoodAt, lastFailure }: BackupStatus): TodayItem[] {
  const isStale = ageDays !== null && ageDays >= STALE_DAYS;
  if (lastFailure !== null) return [backupItem('backup-failed', isStale ? 'overdue' : 'near', {}, lastGoodAt)];
  return isStale ? [backupItem('backup-stale', ageDays >= OVERDUE_DAYS ? 'overdue' : 'near', { days: ageDays }, lastGoodAt)] : [];
}

const ORDER: Readonly<Record<TodayItem['urgency'], number>> = { overdue: 0, near: 1, calm: 2 };

/** Both sources in one order, worst first; a kind that main already tells is not told twice. */
export function joinItems(items: readonly TodayItem[], added: readonly TodayItem[]): TodayItem[] {
  const known = new Set(items.map((item) => item.kind));
  return [...items, ...added.filter((item) => !known.has(item.kind))].sort((a, b) => ORDER[a.urgency] - ORDER[b.urgency]);
}

/** A key for a list: two items of one kind differ in what they are about. */
export const itemKey = (item: TodayItem): string => JSON.stringify([item.kind, item.to, item.params]);
