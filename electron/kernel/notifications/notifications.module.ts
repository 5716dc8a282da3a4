import type { Work } from '#electron/database/unit-of-work.ts';
import { todaySources } from '#electron/modules.ts';
import { mayDo } from '#shared/contract/actor.ts';
import type { Handlers } from '#shared/contract/define.ts';
import type { notificationsContract, TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';

const ORDER: Readonly<Record<TodayItem['urgency'], number>> = { overdue: 0, near: 1, calm: 2 };

/** Everything that waits for the signed-in person, worst first, oldest first within the same urgency. */
const listToday = (work: Work): TodayItem[] =>
  todaySources
    .filter((source) => source.permission === undefined || mayDo(work.actor.roles, source.permission))
    .flatMap((source) => source.items(work))
    .sort((a, b) => ORDER[a.urgency] - ORDER[b.urgency] || (a.since ?? '').localeCompare(b.since ?? ''));

export const notificationsHandlers: Handlers<typeof notificationsContract, Work> = { listToday };
