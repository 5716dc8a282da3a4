import { filterSearch } from '#renderer/components/ledger/use-ledger-place.ts';
import { doorFilterSchema, type DoorFilter } from '#shared/modules/grid/register/count/count.schema.ts';

export const countPlace = (id: string): string => `/grid/counts/${id}`;

/** The doors of a count with conditions already set. */
export function doorsPlace(id: string, filter: Partial<DoorFilter> = {}): string {
  const { f } = filterSearch(doorFilterSchema, filter);
  return f === undefined ? `${countPlace(id)}/doors` : `${countPlace(id)}/doors?f=${encodeURIComponent(JSON.stringify(f))}`;
}
