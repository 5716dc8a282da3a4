import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, doneSchema, idInput, versionedShape, windowShape } from '#shared/contract/list.ts';
import { dwellingChangeSchema, dwellingDraftSchema, dwellingFilterSchema, dwellingRowSchema, dwellingSheetSchema, dwellingSortSchema } from './dwelling.schema.ts';
import { householdChangeSchema, householdDraftSchema, householdFilterSchema, householdRowSchema, householdSheetSchema, householdSortSchema } from './household.schema.ts';
import { MOST_TOGETHER, personChangeSchema, personDraftSchema, personFilterSchema, personRowSchema, personsChangeSchema, personSheetSchema, personSortSchema, removalKinds } from './person.schema.ts';

export const registerPermissions = {
  'register.read': ['clerk', 'supervisor'],
  'register.edit': ['clerk', 'supervisor'],
  'register.remove': ['supervisor'],
} as const;
const { query, report, command } = operationsFor(registerPermissions);

const reason = z.string().trim().min(2).max(300);

export const registerOperations = {
  listPersons: query({
    permission: 'register.read',
    input: z.strictObject({ filter: personFilterSchema.default(personFilterSchema.parse({})), sort: personSortSchema, ...windowShape }),
    output: z.array(personRowSchema),
  }),
  countPersons: query({ permission: 'register.read', input: z.strictObject({ filter: personFilterSchema.default(personFilterSchema.parse({})) }), output: countSchema }),
  getPerson: query({ permission: 'register.read', input: idInput, output: personSheetSchema }),
  /** Is somebody with this number already in the register? Answers while the number is typed. */
  findPersonByIdNumber: query({ permission: 'register.read', input: z.strictObject({ idNumber: z.string().trim().min(1).max(40) }), output: personRowSchema.nullable() }),
  /** Where a number's first six digits say somebody was first registered; empty when nothing is known. */
  findRegisteredPlace: query({ permission: 'register.read', input: z.strictObject({ division: z.string().regex(/^\d{6}$/) }), output: z.strictObject({ place: z.string() }) }),
  createPerson: command({ permission: 'register.edit', input: personDraftSchema, output: personSheetSchema, invalidates: ['grid', 'notifications', 'undo'] }),
  updatePerson: command({ permission: 'register.edit', input: personChangeSchema, output: personSheetSchema, invalidates: ['grid', 'notifications', 'audit', 'undo'] }),
  /** The same values for many persons: one act in the log, one step to undo. All or none are changed; `changed` leaves out who had the values already. */
  updatePersons: command({
    permission: 'register.edit',
    input: z.strictObject({ persons: z.array(z.strictObject(versionedShape)).min(1).max(MOST_TOGETHER), change: personsChangeSchema }),
    output: z.strictObject({ changed: z.int() }),
    invalidates: ['grid', 'notifications', 'audit', 'undo'],
  }),
  /** Kept for 30 days and restorable; never a deletion. */
  removePerson: command({ permission: 'register.remove', input: z.strictObject({ ...versionedShape, kind: z.enum(removalKinds).default('other'), reason }), output: doneSchema, invalidates: ['grid', 'notifications', 'undo'] }),
  restorePerson: command({ permission: 'register.remove', input: z.strictObject({ ...versionedShape }), output: personSheetSchema, invalidates: ['grid', 'notifications', 'undo'] }),

  listHouseholds: query({
    permission: 'register.read',
    input: z.strictObject({ filter: householdFilterSchema.default(householdFilterSchema.parse({})), sort: householdSortSchema, ...windowShape }),
    output: z.array(householdRowSchema),
  }),
  countHouseholds: query({ permission: 'register.read', input: z.strictObject({ filter: householdFilterSchema.default(householdFilterSchema.parse({})) }), output: countSchema }),
  getHousehold: query({ permission: 'register.read', input: idInput, output: householdSheetSchema }),
  createHousehold: command({ permission: 'register.edit', input: householdDraftSchema, output: householdSheetSchema, invalidates: ['grid', 'notifications', 'undo'] }),
  updateHousehold: command({ permission: 'register.edit', input: householdChangeSchema, output: householdSheetSchema, invalidates: ['grid', 'notifications', 'audit', 'undo'] }),

  listDwellings: query({
    permission: 'register.read',
    input: z.strictObject({ filter: dwellingFilterSchema.default(dwellingFilterSchema.parse({})), sort: dwellingSortSchema, ...windowShape }),
    output: z.array(dwellingRowSchema),
  }),
  countDwellings: query({ permission: 'register.read', input: z.strictObject({ filter: dwellingFilterSchema.default(dwellingFilterSchema.parse({})) }), output: countSchema }),
  getDwelling: query({ permission: 'register.read', input: idInput, output: dwellingSheetSchema }),
  createDwelling: command({ permission: 'register.edit', input: dwellingDraftSchema, output: dwellingSheetSchema, invalidates: ['grid', 'notifications', 'undo'] }),
  updateDwelling: command({ permission: 'register.edit', input: dwellingChangeSchema, output: dwellingSheetSchema, invalidates: ['grid', 'notifications', 'audit', 'undo'] }),

  /** Persons by five-year age band and sex on a day; `band` is the lower bound, 100 means 100 and over, -1 unknown. */
  summarisePersonsByAge: report({
    permission: 'register.read',
    input: z.strictObject({ on: z.iso.date(), filter: personFilterSchema.default(personFilterSchema.parse({})) }),
    output: z.array(z.strictObject({ band: z.int(), male: z.int(), female: z.int(), other: z.int() })),
  }),
  summarisePersonsByGrid: report({
    permission: 'register.read',
    input: z.strictObject({ filter: personFilterSchema.default(personFilterSchema.parse({})) }),
    output: z.array(z.strictObject({ gridId: z.uuid().nullable(), gridName: z.string(), registered: z.int(), floating: z.int(), other: z.int() })),
  }),
};
