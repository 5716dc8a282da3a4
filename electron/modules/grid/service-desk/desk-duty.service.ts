import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion, failConflict } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import { isDeskOpen, periodsApart } from '#shared/modules/grid/service-desk/desk-visit.rules.ts';
import type { DeskHours, DutyDraft, DutyRow } from '#shared/modules/grid/service-desk/desk-visit.schema.ts';
import { begun, current, recordStore, rewritten } from '../record-store.ts';
import { wallClock } from './desk-visits.service.ts';
import { deskDuties, deskHours } from './service-desk.tables.ts';

type Versioned = { readonly id: string; readonly version: number };
type HoursRecord = typeof deskHours.$inferSelect;
type DutyRecord = typeof deskDuties.$inferSelect;

export const openDuty = (db: Db) => ({
  deskHours: {
    ...recordStore(db, deskHours),
    of: (communityId: string): HoursRecord | undefined => {
      const id = db.sqlite.prepare('SELECT id FROM desk_hours WHERE community_id = ?').pluck().get(communityId);
      return typeof id === 'string' ? recordStore(db, deskHours).find(id) : undefined;
    },
  },
  deskDuties: {
    ...recordStore(db, deskDuties),
    between: (from: string, until: string): DutyRow[] =>
      db.sqlite.prepare("SELECT id, version, on_day AS onDay, kind, name, phone, note FROM desk_duty WHERE removed_at IS NULL AND on_day >= ? AND on_day <= ? ORDER BY on_day, kind = 'desk', created_at, id").all(from, until) as DutyRow[], // columns named
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
  const change = hours ? rewritten<HoursRecord>(work, 'desk_hours', work.deskHours, hours, values) : work.rows.change('desk_hours', fresh.id, undefined);
  work.record({ action: 'desk-hours.saved', entity: 'desk_hours', entityId: change.entityId, changes: [change] });
  return { ...values, version: (hours?.version ?? 0) + 1 };
}

const shownDuty = ({ id, version, onDay, kind, name, phone, note }: DutyRecord): DutyRow => ({ id, version, onDay, kind, name, phone, note });

/** One officer answers for a day; at the desk there may be several. Error: `duty/officer-taken`. */
function checkOfficer(work: Work, { onDay, kind }: Pick<DutyDraft, 'onDay' | 'kind'>, ownId: string | null): void {
  const other = kind === 'officer' ? work.deskDuties.between(onDay, onDay).find((duty) => duty.kind === 'officer' && duty.id !== ownId) : undefined;
  if (other) fail('duty/officer-taken', { day: onDay, name: other.name });
}

export function addDuty(work: Work, draft: DutyDraft): DutyRow {
  checkOfficer(work, draft, null);
  const duty = { ...begun(work), removedAt: null, ...draft };
  work.deskDuties.insert(duty);
  work.record({ action: 'duty.added', entity: 'desk_duty', entityId: duty.id, detail: { day: duty.onDay }, changes: [work.rows.change('desk_duty', duty.id, undefined)] });
  return shownDuty(duty);
}

export function updateDuty(work: Work, { id, version, ...values }: Versioned & DutyDraft): DutyRow {
  const duty = current<DutyRecord>(work, 'desk_duty', work.deskDuties, { id, version });
  checkOfficer(work, values, id);
  const change = rewritten<DutyRecord>(work, 'desk_duty', work.deskDuties, duty, values);
  work.record({ action: 'duty.changed', entity: 'desk_duty', entityId: id, detail: { day: values.onDay }, changes: [change] });
  return shownDuty(work.deskDuties.find(id) ?? fail('record/not-found', {}));
}

export function removeDuty(work: Work, one: Versioned): Record<string, never> {
  const duty = current<DutyRecord>(work, 'desk_duty', work.deskDuties, one);
  const change = rewritten<DutyRecord>(work, 'desk_duty', work.deskDuties, duty, { removedAt: work.clock.now().toISOString() });
  work.record({ action: 'duty.removed', entity: 'desk_duty', entityId: one.id, detail: { day: duty.onDay }, changes: [change] });
  return {};
}

/** Who answers for a day, or undefined while nobody is named. */
export const officerOf = (work: Work, day: string): DutyRow | undefined => work.deskDuties.between(day, day).find(({ kind }) => kind === 'officer');

/** The rule an undo asks once everything is turned back. */
export function checkOfficerSettled(work: Work, id: string): void {
  const duty = work.deskDuties.find(id);
  if (duty && duty.removedAt === null) checkOfficer(work, duty, id);
}
