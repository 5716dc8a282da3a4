import { filterSearch } from '#renderer/components/ledger/use-ledger-place.ts';
import { personFilterSchema, type PersonFilter } from '#shared/modules/grid/register/person.schema.ts';

/** Places of this module, as links and buttons name them. */
export const personPlace = (id: string): string => `/grid/persons/${id}`;
export const householdPlace = (id: string): string => `/grid/households/${id}`;
export const dwellingPlace = (id: string): string => `/grid/dwellings/${id}`;

/** The list of persons with its conditions already set. */
export function personsPlace(filter: Partial<PersonFilter>): string {
  const { f } = filterSearch(personFilterSchema, filter);
  return f === undefined ? '/grid/persons' : `/grid/persons?f=${encodeURIComponent(JSON.stringify(f))}`;
}
