import { begunRemovable } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { CareChange, CareDraft, CareRow, ServiceChange, ServiceDraft, ServiceRow } from '#shared/modules/grid/register/care/care.schema.ts';
import type { CareRecord } from './care-groups.repository.ts';

type Versioned = { readonly id: string; readonly version: number };

const present = (work: Work, personId: string): string => {
  const person = work.persons.find(work.actor, personId);
  return person?.removedAt === null ? person.name : fail('record/not-found', {});
};
const careRow = (work: Work, id: string): CareRow => work.careGroups.row(work.actor, id) ?? fail('record/not-found', {});

/** Nobody is in the same group twice at a time. Error: `care/already-in-group`. */
function checkSingle(work: Work, draft: CareDraft, ownId: string | null): void {
  const name = present(work, draft.personId);
  const same = work.careGroups.ofPerson(draft.personId).find((other) => other.id !== ownId && other.kind === draft.kind && (other.untilOn ?? '9999') >= draft.fromOn && (draft.untilOn ?? '9999') >= other.fromOn);
  if (same) fail('care/already-in-group', { name, fromOn: same.fromOn });
}

export function addToCareGroup(work: Work, draft: CareDraft): CareRow {
  checkSingle(work, draft, null);
  const care = { ...begunRemovable(work), ...draft };
  work.careGroups.insert(care);
  work.record({ action: 'care-group.added', entity: 'care_group', entityId: care.id, changes: [work.rows.change('care_group', care.id, undefined)] });
  return careRow(work, care.id);
}

/** The stored group of a person the actor may see. */
function careOf(work: Work, { id, version }: Versioned): CareRecord {
  careRow(work, id);
  const care = work.careGroups.find(id) ?? fail('record/not-found', {});
  if (care.removedAt !== null) fail('record/not-found', {});
  checkVersion(work, 'care_group', care, version);
  return care;
}

function writeCare(work: Work, care: CareRecord, values: Partial<CareRecord>): RecordChange {
  const before = work.rows.read('care_group', care.id);
  work.careGroups.replace({ ...care, ...values, version: care.version + 1, updatedAt: work.clock.now().toISOString() });
  return work.rows.change('care_group', care.id, before);
}

/** A group stays with its person: only its dates, help and note change. */
export function updateCareGroup(work: Work, { id, version, ...draft }: CareChange): CareRow {
  const care = careOf(work, { id, version });
  if (care.personId !== draft.personId) fail('record/not-found', {});
  checkSingle(work, draft, id);
  work.record({ action: 'care-group.changed', entity: 'care_group', entityId: id, changes: [writeCare(work, care, draft)] });
  return careRow(work, id);
}

export function removeCareGroup(work: Work, one: Versioned): Record<string, never> {
  const change = writeCare(work, careOf(work, one), { removedAt: work.clock.now().toISOString() });
  work.record({ action: 'care-group.removed', entity: 'care_group', entityId: one.id, changes: [change] });
  return {};
}

const serviceRow = (work: Work, id: string): ServiceRow => work.services.row(work.actor, id) ?? fail('record/not-found', {});

/** A service that lies ahead has not happened. Error: `care/not-begun`. */
function checkDay(work: Work, servedOn: string): void {
  if (servedOn > work.today) fail('care/not-begun', { today: work.today });
}

/** Records what was done, and settles the visits that were due by then: all in one act, so that Today shows them no more. */
export function recordService(work: Work, { nextVisitOn, ...draft }: ServiceDraft): ServiceRow {
  checkDay(work, draft.servedOn);
  const personIds = [...new Set(draft.personIds)];
  for (const id of personIds) present(work, id);
  const service = { ...begunRemovable(work), ...draft, personIds };
  work.services.insert(service);
  const due = personIds.flatMap((id) => work.careGroups.ofPerson(id)).filter((care) => care.nextVisitOn !== null && care.nextVisitOn <= draft.servedOn);
  const settled = due.map((care) => writeCare(work, care, { nextVisitOn }));
  work.record({ action: 'service.recorded', entity: 'service_record', entityId: service.id, detail: { count: personIds.length }, changes: [work.rows.change('service_record', service.id, undefined), ...settled] });
  return serviceRow(work, service.id);
}

/** People the actor may not see stay in the record as they were. */
export function updateService(work: Work, { id, version, ...draft }: ServiceChange): ServiceRow {
  const seen = serviceRow(work, id);
  const service = work.services.find(id) ?? fail('record/not-found', {});
  if (service.removedAt !== null) fail('record/not-found', {});
  checkVersion(work, 'service_record', service, version);
  checkDay(work, draft.servedOn);
  for (const personId of draft.personIds) if (!service.personIds.includes(personId)) present(work, personId);
  const unseen = service.personIds.filter((personId) => !seen.personIds.includes(personId));
  const before = work.rows.read('service_record', id);
  work.services.replace({ ...service, ...draft, personIds: [...new Set([...draft.personIds, ...unseen])], version: version + 1, updatedAt: work.clock.now().toISOString() });
  work.record({ action: 'service.changed', entity: 'service_record', entityId: id, changes: [work.rows.change('service_record', id, before)] });
  return serviceRow(work, id);
}
