import type { Work } from '#electron/database/unit-of-work.ts';
import type { TodaySource } from '#electron/kernel/notifications/today-source.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import { sheetFilterSchema, type SheetFilter } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';

const AHEAD_DAYS = 7;
const MOST = { offset: 0, limit: 1 };
const FIRST = { field: 'updatedAt', direction: 'asc' } as const;

/** Sheets that wait at one stage, with the day until which; late units are urged by their line turning red. */
function waiting(work: Work, kind: string, states: SheetFilter['states']): TodayItem[] {
  return work.assessmentPlans.list(null).filter(({ state, sheets, archived }) => state === 'enabled' && archived < sheets).flatMap((plan): TodayItem[] => {
    const filter = sheetFilterSchema.parse({ planId: plan.id, states });
    const count = work.assessmentSheets.count(work.actor, filter);
    if (count === 0) return [];
    const dueOn = states.includes('self') ? plan.selfUntil : plan.superiorUntil;
    const urgency = dueOn < work.today ? 'overdue' : dueOn <= addDays(work.today, AHEAD_DAYS) ? 'near' : 'calm';
    const only = count === 1 ? work.assessmentSheets.list(work.actor, filter, FIRST, MOST)[0] : undefined;
    return [{ kind, column: urgency === 'calm' ? 'week' : 'due', urgency, params: { count, plan: plan.title }, to: only ? `/assessment/sheets/${only.id}` : `/assessment/sheets?filter=${encodeURIComponent(JSON.stringify({ planId: plan.id, states }))}`, since: null, dueOn }];
  });
}

function peers(work: Work): TodayItem[] {
  const count = work.assessmentPeers.left(work.actor);
  return count === 0 ? [] : [{ kind: 'assessment-peers', column: 'week', urgency: 'calm', params: { count }, to: '/assessment/peers', since: null, dueOn: null }];
}

function decisions(work: Work): TodayItem[] {
  const appeals = work.assessmentResults.count('assessment_appeal', 'open');
  const follows = work.assessmentResults.count('assessment_follow', 'proposed');
  const urgency = appeals.first !== null && appeals.first < work.today ? 'overdue' : 'near';
  return [
    ...(appeals.count === 0 ? [] : [{ kind: 'assessment-appeals', column: 'due' as const, urgency: urgency as TodayItem['urgency'], params: { count: appeals.count }, to: '/assessment/decisions', since: null, dueOn: appeals.first }]), // one of the two above
    ...(follows.count === 0 ? [] : [{ kind: 'assessment-follows', column: 'waiting' as const, urgency: 'calm' as const, params: { count: follows.count }, to: '/assessment/decisions', since: null, dueOn: null }]),
  ];
}

export const assessmentToday: readonly TodaySource[] = [
  { permission: 'assessment.self', items: (work) => waiting(work, 'assessment-self', ['self', 'returned']) },
  { permission: 'assessment.self', items: peers },
  { permission: 'assessment.score', items: (work) => waiting(work, 'assessment-superior', ['reported', 'scored']) },
  { permission: 'assessment.score', items: decisions },
];
