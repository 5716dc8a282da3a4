import type { Work } from '#electron/database/unit-of-work.ts';
import type { TodaySource } from '#electron/kernel/notifications/today-source.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import { mediationFilterSchema, type MediationFilter } from '#shared/modules/grid/mediation/mediation.schema.ts';

const AHEAD_DAYS = 7;
/** An agreement that nobody signed for so long is asked for. */
const UNSIGNED_DAYS = 7;

function items(work: Work): TodayItem[] {
  const of = (values: Partial<MediationFilter>): MediationFilter => mediationFilterSchema.parse(values);
  const count = (values: Partial<MediationFilter>): number => work.mediations.count(work.actor, of(values));
  const to = (values: Partial<MediationFilter>): string => `/grid/mediation?filter=${JSON.stringify(values)}`;
  const week = addDays(work.today, AHEAD_DAYS);
  const unsignedBefore = addDays(work.today, -UNSIGNED_DAYS);
  const due = count({ dueUntil: work.today });
  const soon = count({ dueUntil: week }) - due;
  const unsigned = count({ unsignedBefore });
  const first = due === 0 ? null : work.mediations.firstDue(work.actor, of({ dueUntil: work.today }));
  return [
    ...(due === 0 ? [] : [{ kind: 'mediation-due', column: 'due' as const, urgency: first !== null && first < work.today ? ('overdue' as const) : ('near' as const), params: { count: due }, to: to({ dueUntil: work.today }), since: null, dueOn: first }]),
    ...(soon === 0 ? [] : [{ kind: 'mediation-week', column: 'week' as const, urgency: 'calm' as const, params: { count: soon }, to: to({ dueUntil: week }), since: null, dueOn: null }]),
    ...(unsigned === 0 ? [] : [{ kind: 'mediation-unsigned', column: 'waiting' as const, urgency: 'near' as const, params: { count: unsigned, days: UNSIGNED_DAYS }, to: to({ unsignedBefore }), since: null, dueOn: null }]),
  ];
}

/** Follow-ups and sittings that are due or fall into the coming week, and agreements that wait for signatures. */
export const mediationToday: readonly TodaySource[] = [{ permission: 'mediation.edit', items }];
