import type { Db } from '#electron/database/database.ts';
import { begun, recordStore, rewritten } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion, failConflict } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import { isDeskOpen, periodsApart } from '#shared/modules/grid/service-desk/desk-visit.rules.ts';
import type { DeskHours, OnDuty } from '#shared/modules/grid/service-desk/desk-visit.schema.ts';
import { wallClock } from './desk-visits.service.ts';
import { deskHours } from './service-desk.tables.ts';

type HoursRecord = typeof deskHours.$inferSelect;

export const openDeskHours = (db: Db) => ({
  deskHours: {
    ...recordStore(db, deskHours),
    of: (communityId: string): HoursRecord | undefined => {
      const id = db.sqlite.prepare('SELECT id FROM desk_hours WHERE community_id = ?').pluck().get(communityId);
      return typeof id === 'string' ? recordStore(db, deskHours).find(id) : undefined;
    },
  },
});

const shownHours = ({ version, periods, isOpenOnHolidays, note }: HoursRecord): DeskHours => ({ version, periods, isOpenOnHolidays, note });

/** The opening hours and whether the desk is open at this moment; a station that never set any is closed. */
export function getDeskHours(work: Work): DeskHours & { readonly isOpenNow: boolean } {
  const hours = work.deskHours.of(work.actor.communityId);
  const shown = hours ? shownHours(hours) : { version: 0, periods: [], isOpenOnHolidays: false, note: '' };
  return { ...shown, isOpenNow: isDeskOpen(shown, wallClock(work, work.clock.now())) };
}

/** Errors: `desk-hours/overlap`, `record/conflict`. */
export function saveDeskHours(work: Work, { version, ...values }: DeskHours): DeskHours {
  if (!periodsApart(values.periods)) fail('desk-hours/overlap', {});
  const hours = work.deskHours.of(work.actor.communityId);
  if (hours && version === 0) failConflict(work, 'desk_hours', hours);
  if (hours) checkVersion(work, 'desk_hours', hours, version);
  const fresh = { ...begun(work), ...values };
  if (!hours) work.deskHours.insert(fresh);
  const change = hours ? rewritten<HoursRecord>(work, work.deskHours, hours, values) : work.rows.change('desk_hours', fresh.id, undefined);
  work.record({ action: 'desk-hours.saved', entity: 'desk_hours', entityId: change.entityId, changes: [change] });
  return { ...values, version: (hours?.version ?? 0) + 1 };
}

/** Who keeps the desk on a day, by the roster of its month; null while nobody is named or who was named has left. */
export function onDuty(work: Work, day: string): OnDuty | null {
  const turn = work.rosters.ofMonth(work.actor.communityId, day.slice(0, 7))?.days.find(({ on }) => on === day);
  const people = turn ? work.rosters.people(work.actor.communityId, day) : [];
  const person = people.find(({ id }) => id === turn?.memberId);
  return person ? { name: person.name, phone: person.phone, backupName: people.find(({ id }) => id === turn?.backupId)?.name ?? '' } : null;
}
