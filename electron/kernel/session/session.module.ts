import type { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import { publishedDays } from '#electron/kernel/calendar/published-days.ts';
import { fillDemo } from '#electron/kernel/demo/fill-community.ts';
import type { TodaySource } from '#electron/kernel/notifications/today-source.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { SessionAccount, sessionContract } from '#shared/kernel/session/session.contract.ts';

type FirstFacts = z.output<typeof sessionContract.initialise.input>;

/** The first commit of a new file: chain, station, own community, administrator, calendar. Runs once; a second time is refused. */
function initialise(work: Work, { communityName, account, demo, auditKey }: FirstFacts): { communityId: string } {
  if (work.accounts.list().length > 0) fail('session/already-set-up', {});
  const communityId = work.actor.communityId;
  const now = work.clock.now().toISOString();
  const write = () => ({ id: work.clock.newId(), communityId, now });
  work.auditLog.start(Buffer.from(auditKey, 'hex'));
  work.organisations.insertOwn({ id: communityId, communityId, name: communityName, now });
  const station = work.settings.setStation({ databaseId: work.clock.newId(), communityId, communityName, demo }, write());
  work.accounts.insert({ ...account, communityId, gridIds: [], version: 1, createdAt: now, updatedAt: now, status: 'active', mustChangePassword: false, passwordChangedAt: now, lastSignInAt: null });
  const sheet = work.settings.setSheet({ madeAt: now, confirmedAt: null }, write());
  const days = publishedDays(Number(work.today.slice(0, 4)) - 1).map((day) => work.calendar.put(day, write()));
  const changes = [
    work.rows.change('organisation', communityId, undefined),
    work.rows.change('setting', station, undefined),
    work.rows.change('setting', sheet, undefined),
    work.rows.change('account', account.id, undefined),
    ...days.map((id) => work.rows.change('calendar_day', id, undefined)),
  ];
  work.record({ action: 'station.set-up', entity: 'setting', entityId: station, detail: { community: communityName, demo, calendarDays: days.length }, changes });
  return { communityId };
}

function readAccount(work: Work, { userId }: { userId: string }): SessionAccount {
  const account = work.accounts.find(userId) ?? fail('record/not-found', {});
  const station = work.settings.station();
  const rules = work.settings.get();
  const oldest = rules.passwordMaxAgeDays === 0 ? null : new Date(work.clock.now().getTime() - rules.passwordMaxAgeDays * 86_400_000).toISOString();
  const isStale = oldest !== null && account.passwordChangedAt !== null && account.passwordChangedAt < oldest;
  const place = work.deskStates.list(userId, 'place', 'last')[0];
  return {
    name: account.name,
    displayName: account.displayName,
    roles: account.roles,
    gridIds: account.gridIds,
    status: account.status,
    mustChangePassword: account.mustChangePassword || isStale,
    communityId: station.communityId,
    communityName: station.communityName,
    demo: station.demo,
    idleLockMinutes: rules.idleLockMinutes,
    passwordComplexity: rules.passwordComplexity,
    lastPlace: place ? String(JSON.parse(place.value)) : '',
  };
}

/** The newest sheet was made, or its words were typed back; until then Today asks an administrator for a new one. */
function recordSheet(work: Work, { event }: { event: 'made' | 'confirmed' }): Record<string, never> {
  const now = work.clock.now().toISOString();
  const id = work.settings.idOf('recovery-sheet');
  const before = id === undefined ? undefined : work.rows.read('setting', id);
  const state = event === 'made' ? { madeAt: now, confirmedAt: null } : { ...work.settings.sheet(), confirmedAt: now };
  const entityId = work.settings.setSheet(state, { id: work.clock.newId(), communityId: work.actor.communityId, now });
  work.record({ action: `recovery-sheet.${event}`, entity: 'setting', entityId, changes: [work.rows.change('setting', entityId, before)] });
  return {};
}

export const sessionToday: readonly TodaySource[] = [
  {
    permission: 'recovery.renew',
    items: (work) => {
      const { madeAt, confirmedAt } = work.settings.sheet();
      return confirmedAt === null ? [{ kind: 'recovery-sheet-unconfirmed', column: 'due', urgency: 'overdue', params: {}, to: '/system/backup', since: madeAt, dueOn: null }] : [];
    },
  },
];

export const sessionHandlers: Handlers<typeof sessionContract, Work> = {
  initialise,
  fillDemo,
  readAccount,
  recordSheet,
  getSheetState: (work) => work.settings.sheet(),
  openSession: (work, { how }) => {
    const before = work.rows.read('account', work.actor.userId) ?? fail('record/not-found', {});
    work.accounts.update(work.actor.userId, Number(before['version']), { lastSignInAt: work.clock.now().toISOString() }, work.clock.now().toISOString());
    work.record({ action: 'session.opened', entity: 'account', entityId: work.actor.userId, detail: { how }, changes: [work.rows.change('account', work.actor.userId, before)] });
    return {};
  },
  closeSession: (work, { reason, place }) => {
    work.deskStates.put({ accountId: work.actor.userId, kind: 'place', key: 'last' }, JSON.stringify(place), { id: work.clock.newId(), communityId: work.actor.communityId, now: work.clock.now().toISOString() });
    work.record({ action: 'session.closed', entity: 'account', entityId: work.actor.userId, detail: { reason } });
    return {};
  },
};
