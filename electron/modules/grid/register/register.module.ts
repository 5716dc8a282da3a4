import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { HistoryGuard } from '#electron/kernel/audit/history-guard.ts';
import type { TodaySource } from '#electron/kernel/notifications/today-source.ts';
import type { NumberOwner } from '#electron/kernel/numbers/number-owner.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import { personFilterSchema } from '#shared/modules/grid/register/person.schema.ts';
import type { registerOperations } from '#shared/modules/grid/register/register.contract.ts';
import { dwellingsRepository, householdsRepository } from './homes.repository.ts';
import { createDwelling, createHousehold, getDwelling, getHousehold, updateDwelling, updateHousehold } from './homes.service.ts';
import { personsRepository } from './persons.repository.ts';
import { createPerson, findPersonByIdNumber, personSheet, removePerson, restorePerson, updatePerson, updatePersons } from './persons.service.ts';
import { findRegisteredPlace } from './registered-place.ts';

export { registerExports } from './register.exports.ts';
export { registerSearch } from './register.search.ts';
export { registerUndo } from './register.undo.ts';

export const openRegister = (db: Db) => ({ persons: personsRepository(db), households: householdsRepository(db), dwellings: dwellingsRepository(db) });

export const registerHandlers: Handlers<typeof registerOperations, Work> = {
  listPersons: (work, { filter, sort, ...window }) => work.persons.list(work.actor, filter, sort, window),
  countPersons: (work, { filter }) => ({ count: work.persons.count(work.actor, filter) }),
  getPerson: (work, { id }) => personSheet(work, work.persons.find(work.actor, id) ?? fail('record/not-found', {})),
  findPersonByIdNumber,
  findRegisteredPlace,
  createPerson,
  updatePerson,
  updatePersons,
  removePerson,
  restorePerson,
  listHouseholds: (work, { filter, sort, ...window }) => work.households.list(work.actor, filter, sort, window),
  countHouseholds: (work, { filter }) => ({ count: work.households.count(work.actor, filter) }),
  getHousehold,
  createHousehold,
  updateHousehold,
  listDwellings: (work, { filter, sort, ...window }) => work.dwellings.list(work.actor, filter, sort, window, work.today),
  countDwellings: (work, { filter }) => ({ count: work.dwellings.count(work.actor, filter, work.today) }),
  getDwelling,
  createDwelling,
  updateDwelling,
  summarisePersonsByAge: (work, { on, filter }) => work.persons.byAge(work.actor, filter, on),
  summarisePersonsByGrid: (work, { filter }) => work.persons.byGrid(work.actor, filter),
};

export const registerHistory: Readonly<Record<string, HistoryGuard>> = {
  person: { permission: 'register.read', isVisible: (work, id) => work.persons.find(work.actor, id) !== undefined },
  household: { permission: 'register.read', isVisible: (work, id) => work.households.find(work.actor, id) !== undefined },
  dwelling: { permission: 'register.read', isVisible: (work, id) => work.dwellings.find(work.actor, id) !== undefined },
};

/** Numbers of people in the own grids. */
export const registerNumbers: Readonly<Record<string, NumberOwner>> = {
  person: {
    permission: 'register.read',
    numberOf: (work, id, field) => {
      const person = work.persons.find(work.actor, id) ?? fail('record/not-found', {});
      return field === 'privatePhone' ? '' : person[field];
    },
  },
};

/** People nobody answers for: the first thing a grid register must not have. */
export const registerToday: readonly TodaySource[] = [
  {
    permission: 'register.edit',
    items: (work) => {
      const count = work.persons.count(work.actor, personFilterSchema.parse({ withoutGrid: true }));
      return count === 0 ? [] : [{ kind: 'persons-without-grid', column: 'due', urgency: 'near', params: { count }, to: '/grid/persons?filter={"withoutGrid":true}', since: null, dueOn: null }];
    },
  },
];
