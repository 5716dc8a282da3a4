import type { Work } from '#electron/database/unit-of-work.ts';
import type { TodaySource } from '#electron/kernel/notifications/today-source.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import { requestFilterSchema, type RequestFilter } from '#shared/modules/budget/requests/request.schema.ts';

const count = (work: Work, filter: Partial<RequestFilter>): number => work.fundingRequests.count(work.actor, work.today, requestFilterSchema.parse(filter));
const place = (filter: Partial<RequestFilter>): string => `/budget/requests?filter=${JSON.stringify(filter)}`;

/** Requests at a step that somebody has to move, red when one is past its limit, amber near it. */
function waiting(work: Work, kind: string, column: TodayItem['column'], filter: Partial<RequestFilter>): TodayItem[] {
  const all = count(work, filter);
  if (all === 0) return [];
  const overdue = count(work, { ...filter, clock: 'overdue' });
  const near = overdue > 0 ? 0 : count(work, { ...filter, clock: 'near' });
  const urgency = overdue > 0 ? 'overdue' : near > 0 ? 'near' : 'calm';
  return [{ kind, column, urgency, params: { count: all, overdue }, to: place(filter), since: null, dueOn: null }];
}

/** What waits for whoever reviews, pays, or wants money. */
export const budgetToday: readonly TodaySource[] = [
  { permission: 'funding.review', items: (work) => [...waiting(work, 'requests-to-review', 'due', { steps: ['review'] }), ...waiting(work, 'requests-to-publish', 'week', { steps: ['settled'] })] },
  { permission: 'funding.disburse', items: (work) => [...waiting(work, 'requests-to-pay', 'due', { steps: ['approved'] }), ...waiting(work, 'requests-to-settle', 'week', { steps: ['accepted'] })] },
  { permission: 'funding.request', items: (work) => [...waiting(work, 'requests-returned', 'due', { steps: ['returned'], mine: true }), ...waiting(work, 'requests-rejected', 'due', { steps: ['rejected'], mine: true }), ...waiting(work, 'requests-under-way', 'waiting', { steps: ['review', 'approved'], mine: true })] },
];
