import type { Work } from '#electron/database/unit-of-work.ts';
import type { TodaySource } from '#electron/kernel/notifications/today-source.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import { matterFilterSchema, type MatterFilter } from '#shared/modules/grid/matters/matter.schema.ts';
import { mayDo } from '#shared/contract/actor.ts';
import { overdueBefore } from './matters.service.ts';

type Asked = Partial<MatterFilter>;
const linkOf = (asked: Asked): string => `/grid/matters?filter=${JSON.stringify(asked)}`;
const countOf = (work: Work, asked: Asked): number => {
  const filter = matterFilterSchema.parse(asked);
  return work.matters.count(work.actor, filter, overdueBefore(work, filter));
};

function item(work: Work, kind: string, asked: Asked, rest: Pick<TodayItem, 'column' | 'urgency'>): TodayItem[] {
  const count = countOf(work, asked);
  return count === 0 ? [] : [{ kind, ...rest, params: { count }, to: linkOf(asked), since: null, dueOn: null }];
}

/** What I hold, what nobody took, what other units have too long, what the ladder has to do, and what was typed and not brought. */
function waiting(work: Work): TodayItem[] {
  const mine = { mine: true };
  const overdue = countOf(work, { ...mine, overdueDays: 0 });
  const due = countOf(work, { ...mine, dueUntil: work.today }) - overdue;
  return [
    ...(overdue === 0 ? [] : [{ kind: 'matters-overdue', column: 'due' as const, urgency: 'overdue' as const, params: { count: overdue }, to: linkOf({ ...mine, overdueDays: 0 }), since: null, dueOn: null }]),
    ...(due <= 0 ? [] : [{ kind: 'matters-due', column: 'due' as const, urgency: 'near' as const, params: { count: due }, to: linkOf({ ...mine, dueUntil: work.today }), since: null, dueOn: work.today }]),
    ...item(work, 'matters-untouched', { untouched: true, states: ['reported'] }, { column: 'due', urgency: 'near' }),
    ...item(work, 'matters-to-verify', { states: ['to-verify'] }, { column: 'due', urgency: 'calm' }),
    ...item(work, 'matters-unsigned', { states: ['dispatched'], overdueDays: 0 }, { column: 'waiting', urgency: 'overdue' }),
    ...item(work, 'matters-elsewhere-late', { states: ['handling', 'rework'], overdueDays: 0 }, { column: 'waiting', urgency: 'overdue' }),
    ...item(work, 'matters-red', { cards: ['red'] }, { column: 'waiting', urgency: 'overdue' }),
    ...item(work, 'matters-drafts', { life: 'draft' }, { column: 'week', urgency: 'calm' }),
  ];
}

function ladder(work: Work): TodayItem[] {
  if (!mayDo(work.actor.roles, 'matters.edit')) return [];
  const count = work.matters.overdue(work.actor, work.today, 'yellow', 500).length + work.matters.overdue(work.actor, work.today, 'red', 500).length;
  return count === 0 ? [] : [{ kind: 'matters-ladder', column: 'due', urgency: 'overdue', params: { count }, to: linkOf({ overdueDays: 0 }), since: null, dueOn: null }];
}

export const mattersToday: readonly TodaySource[] = [{ permission: 'matters.read', items: waiting }, { permission: 'matters.edit', items: ladder }];
