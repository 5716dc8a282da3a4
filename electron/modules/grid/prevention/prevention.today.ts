import type { Work } from '#electron/database/unit-of-work.ts';
import type { TodaySource } from '#electron/kernel/notifications/today-source.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import { hotSpotInputSchema } from '#shared/modules/grid/prevention/hot-spot.schema.ts';
import { expiryFilterSchema, inspectionFilterSchema, type ExpiryState } from '#shared/modules/grid/prevention/prevention.schema.ts';
import { listGridAlarms } from './grid-alarms.service.ts';

const AHEAD_DAYS = 7;
/** So many ringing grids are named; more are told as a number. */
const NAMED_GRIDS = 3;

function inspections(work: Work): TodayItem[] {
  const dueBy = (dueUntil: string) => inspectionFilterSchema.parse({ dueUntil });
  const week = addDays(work.today, AHEAD_DAYS);
  const due = work.inspections.count(work.actor, dueBy(work.today));
  const soon = work.inspections.count(work.actor, dueBy(week)) - due;
  const first = due === 0 ? null : work.inspections.firstDue(work.actor, dueBy(work.today));
  const to = (day: string): string => `/grid/inspections?filter=${JSON.stringify({ dueUntil: day })}`;
  return [
    ...(due === 0 ? [] : [{ kind: 'inspections-due', column: 'due' as const, urgency: first !== null && first < work.today ? ('overdue' as const) : ('near' as const), params: { count: due }, to: to(work.today), since: null, dueOn: first }]),
    ...(soon === 0 ? [] : [{ kind: 'inspections-week', column: 'week' as const, urgency: 'calm' as const, params: { count: soon }, to: to(week), since: null, dueOn: null }]),
  ];
}

function expiries(work: Work): TodayItem[] {
  return (['expired', 'near'] as const satisfies readonly ExpiryState[]).flatMap((state) => {
    const count = work.expiries.count(work.actor, work.today, expiryFilterSchema.parse({ states: [state] }));
    return count === 0 ? [] : [{ kind: `expiries-${state}`, column: 'due' as const, urgency: state === 'expired' ? ('overdue' as const) : ('near' as const), params: { count }, to: `/grid/expiries?filter=${JSON.stringify({ states: [state] })}`, since: null, dueOn: null }];
  });
}

/** Grids whose last seven days leap above their own past by the method of early-warning.rules.ts, each with the matters that were counted. */
function alarms(work: Work): TodayItem[] {
  const ringing = listGridAlarms(work, { kind: null }).filter(({ c1, c2, c3 }) => c1 || c2 || c3);
  const rest = { column: 'due' as const, urgency: 'near' as const, since: null, dueOn: null };
  return [
    ...ringing.slice(0, NAMED_GRIDS).map(({ gridId, gridName, counts, expected, from, until }): TodayItem => ({
      ...rest, kind: 'grid-alarm', params: { name: gridName, count: counts.at(-1) ?? 0, expected: Math.round(expected ?? 0) },
      to: `/grid/matters?filter=${JSON.stringify({ life: 'all', figure: 'single', gridIds: [gridId], reportedFrom: from, reportedUntil: until })}`,
    })),
    ...(ringing.length <= NAMED_GRIDS ? [] : [{ ...rest, kind: 'grid-alarms-more', params: { count: ringing.length - NAMED_GRIDS }, to: '/grid/hot-spots' }]),
  ];
}

/** Places that came up again and again and still have something open. */
function hotSpots(work: Work): TodayItem[] {
  const { by, days, least } = hotSpotInputSchema.parse({ by: 'place' });
  const spots = work.hotSpots.list(work.actor, by, { from: addDays(work.today, 1 - days), least }).filter(({ open }) => open > 0);
  const [hottest] = spots;
  return hottest === undefined ? [] : [{ kind: 'hot-spots', column: 'week', urgency: 'calm', params: { count: spots.length, days, place: hottest.place, times: hottest.count }, to: '/grid/hot-spots', since: null, dueOn: null }];
}

/** Inspections that are due or fall into the coming week, things that expired or soon will, grids that ring and places that come up again and again. */
export const preventionToday: readonly TodaySource[] = [
  { permission: 'prevention.edit', items: inspections },
  { permission: 'prevention.edit', items: expiries },
  { permission: 'prevention.edit', items: alarms },
  { permission: 'prevention.edit', items: hotSpots },
];
