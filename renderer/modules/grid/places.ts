import { filterSearch } from '#renderer/components/ledger/use-ledger-place.ts';
import { dwellingFilterSchema } from '#shared/modules/grid/register/dwelling.schema.ts';
import { householdFilterSchema } from '#shared/modules/grid/register/household.schema.ts';
import { buildingFilterSchema, type BuildingFilter } from '#shared/modules/grid/territory/buildings/building.schema.ts';
import { personFilterSchema, type PersonFilter } from '#shared/modules/grid/register/person.schema.ts';

/** Places of this module, as links and buttons name them. */
export const personPlace = (id: string): string => `/grid/persons/${id}`;
export const householdPlace = (id: string): string => `/grid/households/${id}`;
export const gridPlace = (id: string): string => `/grid/grids/${id}`;
export const bodyPlace = (id: string): string => `/grid/bodies/${id}`;
export const dwellingPlace = (id: string): string => `/grid/dwellings/${id}`;
export const buildingPlace = (id: string): string => `/grid/buildings/${id}`;

/** The list of buildings with its conditions already set. */
export function buildingsPlace(filter: Partial<BuildingFilter>): string {
  const { f } = filterSearch(buildingFilterSchema, filter);
  return f === undefined ? '/grid/buildings' : `/grid/buildings?f=${encodeURIComponent(JSON.stringify(f))}`;
}

type Shared = { readonly gridIds?: string[]; readonly text?: string };
const listPlace = (screen: string, { f }: { readonly f?: Record<string, unknown> }): string => (f === undefined ? screen : `${screen}?f=${encodeURIComponent(JSON.stringify(f))}`);

/** The lists of people and homes with their conditions already set. */
export const personsPlace = (filter: Partial<PersonFilter>): string => listPlace('/grid/persons', filterSearch(personFilterSchema, filter));
export const householdsPlace = (filter: Shared): string => listPlace('/grid/households', filterSearch(householdFilterSchema, filter));
export const dwellingsPlace = (filter: Shared): string => listPlace('/grid/dwellings', filterSearch(dwellingFilterSchema, filter));
export const matterPlace = (id: string): string => `/grid/matters/${id}`;
export const admissionPlace = (id: string): string => `/grid/admission/${id}`;
export const proposalPlace = (id: string): string => `/grid/proposals/${id}`;
export const volunteerPlace = (id: string): string => `/grid/volunteers/${id}`;
export const jobPlace = (id: string): string => `/grid/jobs/${id}`;
export const surveyPlace = (id: string): string => `/grid/surveys/${id}`;
