import type { Work } from '#electron/database/unit-of-work.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { alarmOf, PERIODS } from '#shared/modules/grid/prevention/early-warning.rules.ts';
import type { GridAlarm } from '#shared/modules/grid/prevention/hot-spot.schema.ts';
import { PERIOD_DAYS, weeklyCounts } from '#shared/modules/grid/prevention/prevention.rules.ts';

/** Every grid that had matters lately, against its own past weeks; those that ring come first, the rest in the order of their codes. */
export function listGridAlarms(work: Work, { kind }: { readonly kind: string | null }): GridAlarm[] {
  const from = addDays(work.today, 1 - PERIODS * PERIOD_DAYS);
  const days = new Map<string, { day: string; count: number }[]>();
  for (const { gridId, day, count } of work.hotSpots.byGridAndDay(work.actor, from, kind)) {
    const known = days.get(gridId);
    if (known) known.push({ day, count });
    else days.set(gridId, [{ day, count }]);
  }
  const codes = new Map<string, string>();
  const alarms = [...days].flatMap(([gridId, counted]): GridAlarm[] => {
    const grid = work.grids.find(gridId);
    if (grid?.status !== 'active') return [];
    codes.set(gridId, grid.code);
    const counts = weeklyCounts(counted, work.today, PERIODS);
    return [{ gridId, gridName: grid.name, counts, ...alarmOf(counts), from: addDays(work.today, 1 - PERIOD_DAYS), until: work.today }];
  });
  const weight = ({ c1, c2, c3 }: GridAlarm): number => (c2 ? 4 : 0) + (c3 ? 2 : 0) + (c1 ? 1 : 0);
  return alarms.toSorted((a, b) => weight(b) - weight(a) || ((codes.get(a.gridId) ?? '') < (codes.get(b.gridId) ?? '') ? -1 : 1));
}
