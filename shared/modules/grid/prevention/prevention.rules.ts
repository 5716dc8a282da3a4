import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import type { ExpiryState } from './prevention.schema.ts';

/** The day of the next inspection: the interval runs from the day on which it was really done, not from the day it was due. */
export const nextInspectionOn = (inspectedOn: string, everyDays: number): string => addDays(inspectedOn, everyDays);

/** How a thing that expires stands on a day: it still runs on its last day, and is near from `remindDays` before it. */
export function expiryStateOf({ expiresOn, remindDays }: { readonly expiresOn: string; readonly remindDays: number }, today: string): ExpiryState {
  if (expiresOn < today) return 'expired';
  return addDays(expiresOn, -remindDays) <= today ? 'near' : 'running';
}

/** Days of one period of the early warning. */
export const PERIOD_DAYS = 7;

/** Days and their counts put into periods of seven days that end on `today`, oldest first; days outside count nowhere. */
export function weeklyCounts(days: readonly { readonly day: string; readonly count: number }[], today: string, periods: number): number[] {
  const counts = Array.from({ length: periods }, () => 0);
  for (const { day, count } of days) {
    const back = Math.round((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / 86_400_000);
    const at = periods - 1 - Math.floor(back / PERIOD_DAYS);
    if (back >= 0 && at >= 0) counts[at] = (counts[at] ?? 0) + count;
  }
  return counts;
}
