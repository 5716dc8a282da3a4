import type { z } from 'zod';
import { filterSearch } from '#renderer/components/ledger/use-ledger-place.ts';

/** Places of one list with its conditions already set, for figures and links. */
export const filteredPlace =
  <F extends object>(screen: string, schema: z.ZodType<F>) =>
  (filter: Partial<F>): string => {
    const { f } = filterSearch(schema, filter);
    return f === undefined ? screen : `${screen}?f=${encodeURIComponent(JSON.stringify(f))}`;
  };
