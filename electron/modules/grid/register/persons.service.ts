import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import { normaliseIdNumber } from '#shared/modules/grid/register/citizen-id.rules.ts';
import { maskIdNumber, maskPhone } from '#shared/modules/grid/register/masking.rules.ts';
import type { Block } from '#shared/modules/grid/register/blocks/block.schema.ts';
import type { PersonChange, PersonDraft, PersonRow, PersonWithBlock, PersonsChange, PersonSheet, removalKinds } from '#shared/modules/grid/register/person.schema.ts';
import { saveBlock } from './blocks/blocks.service.ts';
import { checkedDraft, checkGrid } from './person-checks.ts';
import { isGridInScope } from './scope.ts';
import type { PersonRecord, PersonValues } from './persons.repository.ts';

type Versioned = { readonly id: string; readonly version: number };

const personOf = (work: Work, id: string): PersonRecord => work.persons.find(work.actor, id) ?? fail('record/not-found', {});

/** The sheet as it leaves main: number and phone only masked. */
export function personSheet(work: Work, person: PersonRecord): PersonSheet {
  const { rowNo: _r, sortKey: _s, pinyin: _p, initials: _i, idReversed: _d, phoneReversed: _e, communityId: _c, importBatchId: _b, removedKind: _k, ...fields } = person;
  return {
    ...fields,
    idNumber: null,
    phone: null,
    idNumberMasked: maskIdNumber(person.idNumber),
    phoneMasked: maskPhone(person.phone),
    gridName: (person.gridId && work.grids.find(person.gridId)?.name) || '',
    registerNo: (person.householdId && work.households.find(work.actor, person.householdId)?.registerNo) || '',
    dwellingAddress: (person.dwellingId && work.dwellings.find(work.actor, person.dwellingId)?.address) || '',
  };
}

/** A new person's stored values around a checked draft. */
export function newPerson(work: Work, draft: PersonDraft): PersonValues {
  const now = work.clock.now().toISOString();
  return { ...draft, id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, removedAt: null, removedReason: '', removedKind: '', importBatchId: null, extra: {} };
}

function recorded(work: Work, action: string, id: string, before: ReturnType<Work['rows']['read']>, detail: Record<string, string | number> = {}, block?: Block): PersonSheet {
  work.record({ action, entity: 'person', entityId: id, detail, changes: [work.rows.change('person', id, before), ...saveBlock(work, id, block)] });
  const stored = work.persons.find({ ...work.actor, scope: 'all' }, id) ?? fail('record/not-found', {}); // the answer may lie outside the scope when the grid was just changed
  return personSheet(work, stored);
}

function write(work: Work, person: PersonRecord, values: Partial<PersonRecord>, action: string, detail: Record<string, string | number> = {}, block?: Block): PersonSheet {
  const before = work.rows.read('person', person.id);
  work.persons.replace({ ...person, ...values, version: person.version + 1, updatedAt: work.clock.now().toISOString() });
  return recorded(work, action, person.id, before, detail, block);
}

export function createPerson(work: Work, { block, ...draft }: PersonWithBlock): PersonSheet {
  const person = newPerson(work, checkedDraft(work, draft, null));
  work.persons.insert(person);
  return recorded(work, 'person.created', person.id, undefined, {}, block);
}

/** What the sheet did not show (number, phone) stays as it is unless the person typed it anew. */
export function updatePerson(work: Work, { id, version, block, ...change }: PersonChange): PersonSheet {
  const person = personOf(work, id);
  checkVersion(work, 'person', person, version);
  const draft = checkedDraft(work, { ...change, idNumber: change.idNumber ?? person.idNumber, phone: change.phone ?? person.phone }, id);
  return write(work, person, draft, 'person.changed', {}, block);
}

/** The columns of what may become the same for many. */
const TOGETHER: Readonly<Record<keyof PersonsChange, string>> = { gridId: 'grid_id', category: 'category', presentAddress: 'present_address', registeredAddress: 'registered_address', education: 'education', workplace: 'workplace' };

/** Gives many persons the same values; somebody changed since the list was read ends it before anything is written. */
export function updatePersons(work: Work, { persons, change }: { readonly persons: readonly Versioned[]; readonly change: PersonsChange }): { changed: number } {
  if (change.gridId !== undefined) checkGrid(work, change.gridId);
  const columns = Object.fromEntries(Object.entries(change).flatMap(([field, value]) => (value === undefined ? [] : [[TOGETHER[field as keyof PersonsChange], value]]))); // fields of the schema
  const write = work.persons.changeColumns(columns, work.clock.now().toISOString());
  const changes = persons.flatMap(({ id, version }, index) => {
    if (index % 500 === 0) work.step(index, persons.length);
    const before = work.rows.read('person', id);
    if (!before || before['removed_at'] !== null || !isGridInScope(work.actor, before['grid_id'] as string | null)) return fail('record/not-found', {}); // a text or nothing
    if (before['version'] !== version) checkVersion(work, 'person', personOf(work, id), version);
    if (Object.entries(columns).every(([column, value]) => before[column] === value)) return [];
    return [work.rows.known('person', before, write(before))];
  });
  work.record({ action: 'persons.changed', entity: 'person', entityId: '', detail: { count: changes.length }, changes });
  return { changed: changes.length };
}

/** Soft: out of every list, kept for 30 days, restorable. A head of household with other members is refused, somebody must follow first. */
export function removePerson(work: Work, { id, version, kind, reason }: Versioned & { readonly kind: (typeof removalKinds)[number]; readonly reason: string }): Record<string, never> {
  const person = personOf(work, id);
  checkVersion(work, 'person', person, version);
  const household = person.householdId ? work.households.find(work.actor, person.householdId) : undefined;
  if (household?.headId === id) {
    const members = work.persons.ofHousehold({ ...work.actor, scope: 'all' }, household.id).length - 1;
    if (members > 0) fail('household/head-has-others', { members });
  }
  write(work, person, { removedAt: work.clock.now().toISOString(), removedReason: reason, removedKind: kind }, 'person.removed', { reason });
  return {};
}

export function restorePerson(work: Work, { id, version }: Versioned): PersonSheet {
  const person = personOf(work, id);
  checkVersion(work, 'person', person, version);
  if (person.removedAt === null) return fail('record/not-found', {});
  return write(work, person, { removedAt: null, removedReason: '', removedKind: '' }, 'person.restored');
}

/** Null also when the person is outside the actor's grids: who may not see a row learns nothing about it. */
export function findPersonByIdNumber(work: Work, { idNumber }: { readonly idNumber: string }): PersonRow | null {
  const found = work.persons.findByIdNumber(normaliseIdNumber(idNumber));
  if (!found || !work.persons.find(work.actor, found.id)) return null;
  return work.persons.some(work.actor, { sql: 'p.id = ?', values: [found.id] }, 1)[0] ?? null;
}
