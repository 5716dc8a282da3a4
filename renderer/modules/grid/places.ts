import { filterSearch } from '#renderer/components/ledger/use-ledger-place.ts';
import { buildingFilterSchema, type BuildingFilter } from '#shared/modules/grid/territory/buildings/building.schema.ts';
import { personFilterSchema, type PersonFilter } from '#shared/modules/grid/register/person.schema.ts';

/** Places of this module, as links and buttons name them. */
export const personPlace = (id: string): string => `/grid/persons/${id}`;
export const householdPlace = (id: string): string => `/grid/households/${id}`;
export const dwellingPlace = (id: string): string => `/grid/dwellings/${id}`;
export const buildingPlace = (id: string): string => `/grid/buildings/${id}`;

/** The list of buildings with its conditions already set. */
export function buildingsPlace(filter: Partial<BuildingFilter>): string {
  const { f } = filterSearch(buildingFilterSchema, filter);
  return f === undefined ? '/grid/buildings' : `/grid/buildings?f=${encodeURIComponent(JSON.stringify(f))}`;
}

/** The list of persons with its conditions already set. */
export function personsPlace(filter: Partial<PersonFilter>): string {
  const { f } = filterSearch(personFilterSchema, filter);
  return f === undefined ? '/grid/persons' : `/grid/persons?f=${encodeURIComponent(JSON.stringify(f))}`;
}
