import type { Work } from '#electron/database/unit-of-work.ts';
import type { TodaySource } from '#electron/kernel/notifications/today-source.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import { expiryFilterSchema, inspectionFilterSchema, type ExpiryState } from '#shared/modules/grid/prevention/prevention.schema.ts';

const AHEAD_DAYS = 7;

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

/** Inspections that are due or fall into the coming week, things that expired or soon will. */
export const preventionToday: readonly TodaySource[] = [
  { permission: 'prevention.edit', items: inspections },
  { permission: 'prevention.edit', items: expiries },
];
