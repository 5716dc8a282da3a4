import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { HistoryGuard } from '#electron/kernel/audit/history-guard.ts';
import type { DataSetFacts } from '#electron/kernel/data-sets/data-set-facts.ts';
import type { UndoSource } from '#electron/kernel/undo/undo-source.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { blockOperations } from '#shared/modules/grid/register/blocks/block.contract.ts';
import type { careOperations } from '#shared/modules/grid/register/care/care.contract.ts';
import type { completenessOperations } from '#shared/modules/grid/register/completeness/completeness.contract.ts';
import { completenessOf } from '#shared/modules/grid/register/completeness/completeness.rules.ts';
import type { duplicateOperations } from '#shared/modules/grid/register/duplicates/duplicates.contract.ts';
import type { trackOperations } from '#shared/modules/grid/register/track/track.contract.ts';
import { blocksRepository } from './blocks/blocks.repository.ts';
import { blockValues, getPersonBlock } from './blocks/blocks.service.ts';
import { careGroupsRepository } from './care/care-groups.repository.ts';
import { addToCareGroup, recordService, removeCareGroup, updateCareGroup, updateService } from './care/care.service.ts';
import { servicesRepository } from './care/services.repository.ts';
import { completenessRepository } from './completeness/completeness.repository.ts';
import { duplicatesRepository } from './duplicates/duplicates.repository.ts';
import { comparePersons, keepApart, mergePersons } from './duplicates/merge.service.ts';
import { trackRepository } from './track/track.repository.ts';
import { listPersonEvents } from './track/track.service.ts';

export { careExports } from './care/care.exports.ts';
export { completenessExports } from './completeness/completeness.exports.ts';
export { careToday } from './care/care.today.ts';

/** What belongs to a person beyond the row itself. */
export const openPeople = (db: Db) => ({
  blocks: blocksRepository(db),
  careGroups: careGroupsRepository(db),
  services: servicesRepository(db),
  track: trackRepository(db),
  completeness: completenessRepository(db),
  duplicates: duplicatesRepository(db),
});

type PeopleOperations = typeof blockOperations & typeof careOperations & typeof trackOperations & typeof completenessOperations & typeof duplicateOperations;

export const peopleHandlers: Handlers<PeopleOperations, Work> = {
  getPersonBlock,
  listCareGroups: (work, { filter, sort, ...window }) => work.careGroups.list(work.actor, work.today, filter, sort, window),
  countCareGroups: (work, { filter }) => ({ count: work.careGroups.count(work.actor, work.today, filter) }),
  addToCareGroup,
  updateCareGroup,
  removeCareGroup,
  listServices: (work, { filter, sort, ...window }) => work.services.list(work.actor, filter, sort, window),
  countServices: (work, { filter }) => ({ count: work.services.count(work.actor, filter) }),
  recordService,
  updateService,
  listPersonEvents,
  getCompleteness: (work, { id }) => {
    const person = work.persons.find(work.actor, id) ?? fail('record/not-found', {});
    const { score, missing } = completenessOf(person.category, person, blockValues(work.blocks.ofPerson(id)));
    return { score, missing: [...missing] };
  },
  listCompleteness: (work, { filter, sort, ...window }) => work.completeness.list(work.actor, filter, sort, window),
  countCompleteness: (work, { filter }) => ({ count: work.completeness.count(work.actor, filter) }),
  summariseCompleteness: (work, { communityIds }) => work.completeness.byGrid(work.actor, communityIds),
  findDuplicates: (work) => work.duplicates.find(work.actor, work.today, (done, total) => work.step(done, total)),
  comparePersons,
  mergePersons,
  keepApart,
};

const seesPerson = (work: Work, personId: string | undefined): boolean => personId !== undefined && work.persons.find(work.actor, personId) !== undefined;

export const peopleHistory: Readonly<Record<string, HistoryGuard>> = {
  person_block: { permission: 'register.read', isVisible: (work, id) => seesPerson(work, work.blocks.find(id)?.personId) },
  care_group: { permission: 'care.read', isVisible: (work, id) => seesPerson(work, work.careGroups.find(id)?.personId) },
  service_record: { permission: 'care.read', isVisible: (work, id) => work.services.row(work.actor, id) !== undefined },
  person_merge: { permission: 'register.read', isVisible: (work, id) => seesPerson(work, work.duplicates.personOfMerge(id)) },
  person_distinct: { permission: 'register.read', isVisible: (work, id) => seesPerson(work, work.duplicates.personOfApart(id)) },
};

/** Standards and forms that the fields follow (domain.md 2.2, 2.3), and the one rule of completeness. */
export const peopleDataSets: Readonly<Record<string, DataSetFacts>> = {
  person: { standard: 'GB/T 31000', completeness: (work) => work.completeness.mean() },
  person_block: { standard: 'GB/T 31000' },
  household: { standard: '户籍人口登记表' },
  dwelling: { standard: '一标三实' },
  care_group: { standard: 'GB/T 31000' },
};

const nameOfPerson = (work: Work, personId: string | undefined): string => (personId === undefined ? '' : (work.persons.find(work.actor, personId)?.name ?? ''));
/** Nothing depends on these rows and nothing is derived from them outside the file's own triggers. */
const freely = { check: () => undefined, mayWithdraw: () => true, refresh: () => undefined };

export const peopleUndo: Readonly<Record<string, UndoSource>> = {
  person_block: { ...freely, permission: 'register.edit', nameOf: (work, id) => nameOfPerson(work, work.blocks.find(id)?.personId) },
  care_group: { ...freely, permission: 'care.edit', nameOf: (work, id) => nameOfPerson(work, work.careGroups.find(id)?.personId) },
  service_record: { ...freely, permission: 'care.edit', nameOf: (work, id) => work.services.row(work.actor, id)?.personNames.join('、') ?? '' },
  person_merge: { ...freely, permission: 'register.remove', nameOf: (work, id) => nameOfPerson(work, work.duplicates.personOfMerge(id)) },
  person_distinct: { ...freely, permission: 'register.edit', nameOf: (work, id) => nameOfPerson(work, work.duplicates.personOfApart(id)) },
};
