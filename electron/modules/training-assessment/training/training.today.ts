import type { Work } from '#electron/database/unit-of-work.ts';
import type { TodaySource } from '#electron/kernel/notifications/today-source.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { KEPT_WITHIN_DAYS } from '#shared/modules/training-assessment/training/class.rules.ts';
import { quarterBefore, quarterDays, quarterOf, type Quarter } from '#shared/modules/training-assessment/training/quarter.rules.ts';
import { ownMemberIds } from './records.service.ts';

const WEEK = 7;
/** The quarter's form is spoken of so many days before it is due. */
const FORM_AHEAD_DAYS = 10;
const list = (screen: string, filter: Record<string, unknown>): string => `/training/${screen}?f=${JSON.stringify(filter)}`;

/** Sessions whose attendance nobody has kept: due at once, overdue after three days. */
function unkept(work: Work): TodayItem[] {
  const { count, firstOn } = work.trainingSchedule.unkept(work.today);
  if (count === 0 || firstOn === null) return [];
  const urgency = firstOn < addDays(work.today, -KEPT_WITHIN_DAYS) ? ('overdue' as const) : ('near' as const);
  return [{ kind: 'training-unkept', column: 'due', urgency, params: { count }, to: list('classes', { unkeptUntil: work.today }), since: null, dueOn: addDays(firstOn, KEPT_WITHIN_DAYS) }];
}

function makeUps(work: Work): TodayItem[] {
  const { count, firstOn } = work.trainingSheets.makeUpsDue(addDays(work.today, WEEK));
  if (count === 0 || firstOn === null) return [];
  const urgency = firstOn < work.today ? ('overdue' as const) : ('near' as const);
  return [{ kind: 'training-make-ups', column: 'due', urgency, params: { count }, to: list('classes', { makeUpUntil: addDays(work.today, WEEK) }), since: null, dueOn: firstOn }];
}

function needs(work: Work): TodayItem[] {
  const { count, due, firstDue } = work.trainingNeeds.waiting(work.today);
  if (count === 0) return [];
  const overdue = due > 0;
  return [{ kind: 'training-needs', column: overdue ? 'due' : 'waiting', urgency: overdue ? 'overdue' : 'calm', params: { count, due }, to: list('needs', { states: ['open'] }), since: null, dueOn: firstDue }];
}

/** The form of a quarter from ten days before the 25th until it was handed in; one of the quarter before only when there is something to hand in. */
function form(work: Work): TodayItem[] {
  const present = quarterOf(work.today);
  const isWaiting = (asked: Quarter): boolean => work.trainingRecords.filing(work.actor.communityId, asked.year, asked.quarter) === undefined;
  const before = quarterBefore(present);
  const { from, until } = quarterDays(before);
  const due = [...(isWaiting(before) && work.trainingRecords.lines(from, until).length > 0 ? [before] : []), ...(work.today >= addDays(quarterDays(present).dueOn, -FORM_AHEAD_DAYS) && isWaiting(present) ? [present] : [])];
  return due.map((asked) => {
    const { dueOn } = quarterDays(asked);
    return { kind: 'training-form', column: 'due', urgency: dueOn < work.today ? 'overdue' : 'near', params: { year: asked.year, quarter: asked.quarter }, to: `/training/record?year=${asked.year}&quarter=${asked.quarter}`, since: null, dueOn };
  });
}

function sessionsAhead(work: Work): TodayItem[] {
  const ahead = work.trainingSchedule.between(work.today, addDays(work.today, WEEK), WEEK);
  return ahead.map((session) => ({ kind: 'training-session', column: 'week', urgency: 'calm', params: { name: session.className, course: session.courseTitle, place: session.place, at: session.startsAt }, to: `/training/sessions/${session.id}`, since: null, dueOn: session.heldOn }));
}

/** Plans with rules that wait for the supervisor. */
function approvals(work: Work): TodayItem[] {
  return work.trainingPlans
    .list(work.actor.communityId)
    .filter(({ id, state, year }) => state === 'draft' && year >= Number(work.today.slice(0, 4)) && work.trainingCohorts.ofPlan(id).length > 0)
    .map(({ id, title, updatedAt }) => ({ kind: 'training-plan', column: 'due', urgency: 'calm', params: { title }, to: `/training/plans/${id}`, since: updatedAt, dueOn: null }));
}

/** The own next session of whoever is signed in. */
function ownSessions(work: Work): TodayItem[] {
  const ids = ownMemberIds(work);
  const [id] = ids;
  if (ids.length !== 1 || id === undefined) return [];
  const until = addDays(work.today, WEEK);
  return work.trainingRecords.sessionsAhead(id, work.today).filter(({ heldOn }) => heldOn <= until).map((session) => ({ kind: 'training-own', column: 'week', urgency: 'calm', params: { name: session.className, course: session.courseTitle, place: session.place, at: session.startsAt }, to: '/training/own', since: null, dueOn: session.heldOn }));
}

/** What waits in training: attendance, make-ups, needs, the quarter's form, approvals, sessions of the week. */
export const trainingToday: readonly TodaySource[] = [
  { permission: 'training.edit', items: (work) => [...unkept(work), ...makeUps(work), ...needs(work), ...form(work), ...sessionsAhead(work)] },
  { permission: 'training.approve', items: approvals },
  { permission: 'training.own', items: ownSessions },
];
