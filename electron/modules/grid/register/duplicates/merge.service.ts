import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import { cardFault, RESIDENT_ID_CARD } from '#shared/modules/grid/register/citizen-id.rules.ts';
import { mergedBlock, mergedValues } from '#shared/modules/grid/register/duplicates/merge.rules.ts';
import type { MergeField } from '#shared/modules/grid/register/duplicates/duplicates.contract.ts';
import type { Block, BlockField } from '#shared/modules/grid/register/blocks/block.schema.ts';
import type { PersonSheet } from '#shared/modules/grid/register/person.schema.ts';
import { blockValues, shownBlock, storeBlock } from '../blocks/blocks.service.ts';
import { personSheet } from '../persons.service.ts';
import type { PersonRecord } from '../persons.repository.ts';

type Versioned = { readonly id: string; readonly version: number };
type Merge = { readonly keep: Versioned; readonly drop: Versioned; readonly take: readonly MergeField[]; readonly takeBlock: readonly BlockField[] };

function present(work: Work, id: string): PersonRecord {
  const person = work.persons.find(work.actor, id);
  return person?.removedAt === null ? person : fail('record/not-found', {});
}
const everywhere = (work: Work) => ({ ...work.actor, scope: 'all' as const });

export function comparePersons(work: Work, { keepId, dropId }: { readonly keepId: string; readonly dropId: string }): Record<'keep' | 'drop', PersonSheet & { readonly block: Block }> {
  const side = (id: string) => ({ ...personSheet(work, present(work, id)), block: shownBlock(work, work.blocks.ofPerson(id)) });
  return { keep: side(keepId), drop: side(dropId) };
}

/** Writes a row and says what the history keeps of it. */
function written(work: Work, table: string, id: string, write: () => void): RecordChange {
  const before = work.rows.read(table, id);
  write();
  return work.rows.change(table, id, before);
}

/** The household of the entry that leaves: its head becomes the kept person when that one moves there, otherwise somebody must follow first. */
function householdOf(work: Work, drop: PersonRecord, keepId: string, finalHouseholdId: unknown, now: string): RecordChange[] {
  const household = drop.householdId === null ? undefined : work.households.find(everywhere(work), drop.householdId);
  if (household?.headId !== drop.id) return [];
  const others = work.persons.ofHousehold(everywhere(work), household.id).filter(({ id }) => id !== drop.id && id !== keepId).length;
  const follows = finalHouseholdId === household.id;
  if (!follows && others > 0) fail('household/head-has-others', { members: others });
  return [written(work, 'household', household.id, () => work.households.replace({ ...household, headId: follows ? keepId : null, version: household.version + 1, updatedAt: now }))];
}

/** Help and services go to the kept person. */
function careOf(work: Work, dropId: string, keepId: string, now: string): RecordChange[] {
  const groups = work.careGroups.ofPerson(dropId).map((care) => written(work, 'care_group', care.id, () => work.careGroups.replace({ ...care, personId: keepId, version: care.version + 1, updatedAt: now })));
  const services = work.services.idsOfPerson(dropId).flatMap((id) => {
    const service = work.services.find(id);
    if (!service) return [];
    const personIds = [...new Set(service.personIds.map((one) => (one === dropId ? keepId : one)))];
    return [written(work, 'service_record', id, () => work.services.replace({ ...service, personIds, version: service.version + 1, updatedAt: now }))];
  });
  return [...groups, ...services];
}

function checkVersions(work: Work, keep: PersonRecord, drop: PersonRecord, asked: Merge): void {
  if (keep.version !== asked.keep.version && drop.version !== asked.drop.version) fail('person/merge-both-changed', { one: keep.name, other: drop.name });
  checkVersion(work, 'person', keep, asked.keep.version);
  checkVersion(work, 'person', drop, asked.drop.version);
}

/** A document put together from both entries must be sound; one that an entry had already is taken as it stands. */
function checkDocument(work: Work, keep: PersonRecord, drop: PersonRecord, merged: PersonRecord): void {
  const isOf = (entry: PersonRecord): boolean => entry.idType === merged.idType && entry.idNumber === merged.idNumber;
  if (merged.idNumber === '' || merged.idType !== RESIDENT_ID_CARD || isOf(keep) || isOf(drop)) return;
  const rule = cardFault({ idNumber: merged.idNumber, birthOn: null, sex: '' }, work.today);
  if (rule !== null) fail('person/id-number-invalid', { rule });
}

/**
 * Two entries of one person become one: one transaction, one act in the log, one step to undo. The entry that leaves keeps every value it had.
 * Errors: `person/merge-both-changed`, `record/conflict`, `household/head-has-others`, `person/merge-with-itself`, `person/id-number-invalid`
 * where the chosen number is none of the chosen document.
 */
export function mergePersons(work: Work, asked: Merge): PersonSheet {
  if (asked.keep.id === asked.drop.id) fail('person/merge-with-itself', {});
  const [keep, drop] = [present(work, asked.keep.id), present(work, asked.drop.id)];
  checkVersions(work, keep, drop, asked);
  const now = work.clock.now().toISOString();
  const values = mergedValues(keep, drop, asked.take) as Partial<PersonRecord>; // fields of both records
  checkDocument(work, keep, drop, { ...keep, ...values });
  const changes = householdOf(work, drop, keep.id, values.householdId, now);
  changes.push(
    written(work, 'person', drop.id, () => work.persons.replace({ ...drop, removedAt: now, removedKind: 'merged', removedReason: keep.name, version: drop.version + 1, updatedAt: now })),
    written(work, 'person', keep.id, () => work.persons.replace({ ...keep, ...values, extra: { ...drop.extra, ...keep.extra }, version: keep.version + 1, updatedAt: now })),
    ...storeBlock(work, keep.id, mergedBlock(blockValues(work.blocks.ofPerson(keep.id)), blockValues(work.blocks.ofPerson(drop.id)), asked.takeBlock)),
    ...careOf(work, drop.id, keep.id, now),
  );
  const mergeId = work.clock.newId();
  work.duplicates.insertMerge({ id: mergeId, communityId: work.actor.communityId, now }, keep.id, drop.id);
  changes.push(work.rows.change('person_merge', mergeId, undefined));
  work.record({ action: 'person.merged', entity: 'person', entityId: keep.id, changes });
  return personSheet(work, present(work, keep.id));
}

export function keepApart(work: Work, { oneId, otherId }: { readonly oneId: string; readonly otherId: string }): Record<string, never> {
  if (oneId === otherId) fail('person/merge-with-itself', {});
  const [one] = [present(work, oneId), present(work, otherId)];
  const id = work.clock.newId();
  work.duplicates.insertApart({ id, communityId: work.actor.communityId, now: work.clock.now().toISOString() }, oneId, otherId);
  work.record({ action: 'person.kept-apart', entity: 'person', entityId: one.id, changes: [work.rows.change('person_distinct', id, undefined)] });
  return {};
}
