import { filterSearch } from '#renderer/components/ledger/use-ledger-place.ts';
import { requestFilterSchema, type RequestFilter } from '#shared/modules/budget/requests/request.schema.ts';
import { entryFilterSchema, type EntryFilter } from '#shared/modules/budget/year/year.schema.ts';

/** Places of this module, as links and buttons name them. */
export const requestPlace = (id: string): string => `/budget/requests/${id}`;

/** The admitted task whose money a source is. */
export const taskPlace = (id: string): string => `/grid/admission/${id}`;

const listPlace = (screen: string, { f }: { readonly f?: Record<string, unknown> }): string => (f === undefined ? screen : `${screen}?f=${encodeURIComponent(JSON.stringify(f))}`);
/** The lists of requests and of entries with their conditions already set. */
export const requestsPlace = (filter: Partial<RequestFilter>): string => listPlace('/budget/requests', filterSearch(requestFilterSchema, filter));
export const entriesPlace = (filter: Partial<EntryFilter>): string => listPlace('/budget/entries', filterSearch(entryFilterSchema, filter));
