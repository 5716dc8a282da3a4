import { begun, current, rewritten } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { localDay } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import { isDeskOpen, timesInOrder, waitMinutesOf, type WallClock } from '#shared/modules/grid/service-desk/desk-visit.rules.ts';
import type { DeskVisitChange, DeskVisitDraft, DeskVisitEnd, DeskVisitRow } from '#shared/modules/grid/service-desk/desk-visit.schema.ts';
import type { DeskVisitRecord } from './desk-visits.repository.ts';

type Versioned = { readonly id: string; readonly version: number };
const TABLE = 'desk_visit';
const SUNDAY = 7;

const rowOf = (work: Work, id: string): DeskVisitRow => work.deskVisits.row(work.actor, id) ?? fail('record/not-found', {});
const visitOf = (work: Work, one: Versioned): DeskVisitRecord => current<DeskVisitRecord>(work, work.deskVisits, one);

/** A moment as the station's own wall shows it. */
export function wallClock(work: Work, at: Date): WallClock {
  const two = (n: number): string => String(n).padStart(2, '0');
  return { weekday: at.getDay() === 0 ? SUNDAY : at.getDay(), clock: `${two(at.getHours())}:${two(at.getMinutes())}`, isHoliday: work.calendar.published().get(localDay(at)) === 'holiday' };
}

function isOutside(work: Work, at: Date): boolean {
  const hours = work.deskHours.of(work.actor.communityId);
  return hours !== undefined && hours.periods.length > 0 && !isDeskOpen(hours, wallClock(work, at));
}

/** A link only to a person the actor may see; the name stays as it was typed. Error: `record/not-found`. */
function checkPerson(work: Work, personId: string | null): void {
  if (personId !== null && work.persons.find(work.actor, personId)?.removedAt !== null) fail('record/not-found', {});
}

export function recordDeskVisit(work: Work, { isWaiting, ...draft }: DeskVisitDraft): DeskVisitRow {
  checkPerson(work, draft.personId);
  const now = work.clock.now();
  const at = now.toISOString();
  const visit = { ...begun(work), removedAt: null, ...draft, cameOn: work.today, no: work.deskVisits.nextNo(work.today), cameAt: at, servedAt: isWaiting ? null : at, leftAt: null, handedTo: '', result: '', isOutside: isOutside(work, now), waitMinutes: isWaiting ? null : 0 };
  work.deskVisits.insert(visit);
  work.record({ action: 'desk-visit.recorded', entity: TABLE, entityId: visit.id, detail: { no: visit.no }, changes: [work.rows.change(TABLE, visit.id, undefined)] });
  return rowOf(work, visit.id);
}

/** Errors: `desk-visit/already-attended`, `desk-visit/already-left`. */
export function attendDeskVisit(work: Work, one: Versioned): DeskVisitRow {
  const visit = visitOf(work, one);
  if (visit.leftAt !== null) fail('desk-visit/already-left', { name: visit.visitor });
  if (visit.servedAt !== null) fail('desk-visit/already-attended', { name: visit.visitor });
  const servedAt = work.clock.now().toISOString();
  const change = rewritten<DeskVisitRecord>(work, work.deskVisits, visit, { servedAt, waitMinutes: waitMinutesOf({ cameAt: visit.cameAt, servedAt }) });
  work.record({ action: 'desk-visit.attended', entity: TABLE, entityId: visit.id, detail: { no: visit.no }, changes: [change] });
  return rowOf(work, visit.id);
}

/** Ends a visit with what came of it; who leaves without being attended to has no waiting time. Error: `desk-visit/already-left`. */
export function endDeskVisit(work: Work, { id, version, ...end }: DeskVisitEnd): DeskVisitRow {
  const visit = visitOf(work, { id, version });
  if (visit.leftAt !== null) fail('desk-visit/already-left', { name: visit.visitor });
  const change = rewritten<DeskVisitRecord>(work, work.deskVisits, visit, { ...end, leftAt: work.clock.now().toISOString() });
  work.record({ action: 'desk-visit.ended', entity: TABLE, entityId: id, detail: { no: visit.no, result: end.result }, changes: [change] });
  return rowOf(work, id);
}

/** Corrects what was written, times included. Errors: `desk-visit/times-reversed`, `desk-visit/not-yet`. */
export function updateDeskVisit(work: Work, { id, version, ...values }: DeskVisitChange): DeskVisitRow {
  const visit = visitOf(work, { id, version });
  const now = work.clock.now().toISOString();
  if (values.personId !== visit.personId) checkPerson(work, values.personId);
  if (!timesInOrder(values)) fail('desk-visit/times-reversed', {});
  if ([values.cameAt, values.servedAt, values.leftAt].some((at) => at !== null && at > now)) fail('desk-visit/not-yet', {});
  const came = new Date(values.cameAt);
  const cameOn = localDay(came);
  const no = cameOn === visit.cameOn ? visit.no : work.deskVisits.nextNo(cameOn);
  const change = rewritten<DeskVisitRecord>(work, work.deskVisits, visit, { ...values, cameOn, no, isOutside: isOutside(work, came), waitMinutes: waitMinutesOf(values) });
  work.record({ action: 'desk-visit.changed', entity: TABLE, entityId: id, detail: { no }, changes: [change] });
  return rowOf(work, id);
}

export function removeDeskVisit(work: Work, one: Versioned): Record<string, never> {
  const visit = visitOf(work, one);
  const change = rewritten<DeskVisitRecord>(work, work.deskVisits, visit, { removedAt: work.clock.now().toISOString() });
  work.record({ action: 'desk-visit.removed', entity: TABLE, entityId: visit.id, detail: { no: visit.no }, changes: [change] });
  return {};
}
