import { added, begunRemovable, current, rewritten, takenOut } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import { addDays, workingDaysBetween } from '#shared/kernel/calendar/working-days.rules.ts';
import type { BurdenChange, BurdenDraft, BurdenRow, Period, RefusalChange, RefusalDraft, RefusalRow } from '#shared/modules/grid/admission/burden.schema.ts';
import { departmentOf } from './admissions.service.ts';

type Versioned = { readonly id: string; readonly version: number };
const BURDEN = 'burden_record';
const REFUSAL = 'door_refusal';

const burdenRow = (work: Work, id: string): BurdenRow => work.burden.row(id) ?? fail('record/not-found', {});
const refusalRow = (work: Work, id: string): RefusalRow => work.doorRefusals.row(id) ?? fail('record/not-found', {});

/** Work that lies ahead has cost nothing. Error: `admission/day-ahead`. */
function checkDay(work: Work, day: string): void {
  if (day > work.today) fail('admission/day-ahead', { today: work.today });
}

/** Hours are booked on a task of the same department that was admitted. Errors: `admission/not-admitted`, `record/not-found`. */
function checked(work: Work, draft: BurdenDraft): BurdenDraft {
  checkDay(work, draft.doneOn);
  if (draft.bodyId !== null && !work.bodies.find(draft.bodyId)) fail('record/not-found', {});
  if (draft.gridMemberId !== null && !work.gridMembers.find(draft.gridMemberId)) fail('record/not-found', {});
  if (draft.admissionId === null) return draft;
  const task = work.admissions.find(draft.admissionId) ?? fail('record/not-found', {});
  if (!['admitted', 'paused', 'exited'].includes(task.state)) fail('admission/not-admitted', { no: task.no });
  return { ...draft, bodyId: task.bodyId };
}

export function recordBurden(work: Work, draft: BurdenDraft): BurdenRow {
  const record = { ...begunRemovable(work), ...checked(work, draft) };
  work.record({ action: 'burden.recorded', entity: BURDEN, entityId: record.id, detail: { minutes: record.minutes }, changes: [added(work, work.burden, record)] });
  return burdenRow(work, record.id);
}

export function updateBurden(work: Work, { id, version, ...draft }: BurdenChange): BurdenRow {
  const record = current(work, work.burden, { id, version });
  work.record({ action: 'burden.changed', entity: BURDEN, entityId: id, changes: [rewritten(work, work.burden, record, checked(work, draft))] });
  return burdenRow(work, id);
}

export function removeBurden(work: Work, one: Versioned): Record<string, never> {
  const record = current(work, work.burden, one);
  work.record({ action: 'burden.removed', entity: BURDEN, entityId: one.id, changes: [takenOut(work, work.burden, record)] });
  return {};
}

/** One press: what was asked before is entered again for today, with the same hours until somebody corrects them. */
export function repeatBurden(work: Work, { id }: { readonly id: string }): BurdenRow {
  const before = work.burden.find(id);
  if (before?.removedAt !== null) return fail('record/not-found', {});
  const admissionId = before.admissionId !== null && work.admissions.isRunning(before.admissionId, work.today) ? before.admissionId : null;
  const record = { ...before, ...begunRemovable(work), doneOn: work.today, admissionId, note: '' };
  work.record({ action: 'burden.repeated', entity: BURDEN, entityId: record.id, detail: { minutes: record.minutes }, changes: [added(work, work.burden, record)] });
  return burdenRow(work, record.id);
}

/** Two periods side by side, with their working days, so that months of different length can be compared. */
export function compareBurden(work: Work, { before, after }: { readonly before: Period; readonly after: Period }) {
  const published = work.calendar.published();
  const of = (period: Period) => ({ ...work.burden.sums(period), workingDays: workingDaysBetween(addDays(period.from, -1), period.until, published) });
  return { before: of(before), after: of(after) };
}

function refusalChecked(work: Work, draft: RefusalDraft): RefusalDraft {
  checkDay(work, draft.refusedOn);
  departmentOf(work, draft.bodyId);
  if (draft.listItemId !== null && !work.admissionLists.item(draft.listItemId)) fail('record/not-found', {});
  return draft;
}

export function refuseAtDoor(work: Work, draft: RefusalDraft): RefusalRow {
  const record = { ...begunRemovable(work), ...refusalChecked(work, draft), no: work.doorRefusals.nextNo(work.today), refusedBy: work.actor.displayName };
  work.record({ action: 'door-refusal.recorded', entity: REFUSAL, entityId: record.id, detail: { no: record.no }, changes: [added(work, work.doorRefusals, record)] });
  return refusalRow(work, record.id);
}

export function updateDoorRefusal(work: Work, { id, version, ...draft }: RefusalChange): RefusalRow {
  const record = current(work, work.doorRefusals, { id, version });
  work.record({ action: 'door-refusal.changed', entity: REFUSAL, entityId: id, detail: { no: record.no }, changes: [rewritten(work, work.doorRefusals, record, refusalChecked(work, draft))] });
  return refusalRow(work, id);
}
