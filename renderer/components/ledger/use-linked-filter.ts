import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { z } from 'zod';
import { filterSearch } from './use-ledger-place.ts';

const linkSchema = z.object({
  filter: z.record(z.string(), z.unknown()).optional().catch(undefined),
  text: z.union([z.string(), z.number()]).transform(String).optional().catch(undefined),
});

/** Links of other screens name a list's conditions as `?filter={…}` or `?text=…`; the list keeps them in its own short form. */
export function useLinkedFilter<F extends object>(schema: z.ZodType<F>): void {
  const { filter, text } = linkSchema.parse(useSearch({ strict: false }));
  const navigate = useNavigate();
  const given = filter === undefined && text === undefined ? null : JSON.stringify({ ...filter, ...(text !== undefined && { text }) });
  useEffect(() => {
    if (given === null) return;
    const parsed = schema.safeParse(JSON.parse(given)).data;
    void navigate({ to: '.', search: (parsed ? filterSearch(schema, parsed) : {}) as never, replace: true }); // the router's search type is that of all screens together
  }, [given, navigate, schema]);
}
