import { localDay, type Work } from '#electron/database/unit-of-work.ts';
import type { TodaySource } from '#electron/kernel/notifications/today-source.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import { careFilterSchema } from '#shared/modules/grid/register/care/care.schema.ts';

const AHEAD_DAYS = 7;

function visits(work: Work): TodayItem[] {
  const dueBy = (visitUntil: string) => careFilterSchema.parse({ visitUntil });
  const ahead = work.clock.now();
  ahead.setDate(ahead.getDate() + AHEAD_DAYS);
  const week = localDay(ahead);
  const due = work.careGroups.count(work.actor, work.today, dueBy(work.today));
  const soon = work.careGroups.count(work.actor, work.today, dueBy(week)) - due;
  const first = due === 0 ? null : work.careGroups.firstVisit(work.actor, work.today, dueBy(work.today));
  const to = (day: string) => `/grid/care?filter={"visitUntil":"${day}"}`;
  return [
    ...(due === 0 ? [] : [{ kind: 'visits-due', column: 'due' as const, urgency: first !== null && first < work.today ? ('overdue' as const) : ('near' as const), params: { count: due }, to: to(work.today), since: null, dueOn: first }]),
    ...(soon === 0 ? [] : [{ kind: 'visits-week', column: 'week' as const, urgency: 'calm' as const, params: { count: soon }, to: to(week), since: null, dueOn: null }]),
  ];
}

/** Visits that were promised: those due by today, and those of the coming seven days. */
export const careToday: readonly TodaySource[] = [{ permission: 'care.read', items: visits }];
