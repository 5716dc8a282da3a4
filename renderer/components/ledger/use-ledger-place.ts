import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { z } from 'zod';
import type { SortOrder } from './ledger-list.ts';

/** What the address of a list says: short, so that a copied address opens the same list. */
const placeSchema = z.object({
  /** The filter, only what differs from the list's own start. */
  f: z.record(z.string(), z.unknown()).optional().catch(undefined),
  sort: z.string().regex(/^[A-Za-z]+\.(asc|desc)$/).optional().catch(undefined),
  view: z.string().max(60).optional().catch(undefined),
  at: z.string().max(60).optional().catch(undefined),
  row: z.int().min(0).optional().catch(undefined),
  peek: z.boolean().optional().catch(undefined),
});
type PlaceSearch = z.output<typeof placeSchema>;

export type LedgerPlace<F, S extends string> = {
  readonly filter: F;
  readonly sort: SortOrder<S> | null;
  readonly view: string | null;
  /** The row the list stands at: its id and its place when it was chosen. */
  readonly at: string | null;
  readonly row: number | null;
  readonly peek: boolean;
};

/** A filter as the address carries it, for links that open a list with conditions set. */
export function filterSearch<F extends object>(schema: z.ZodType<F>, filter: Partial<F>): { f?: Record<string, unknown> } {
  const start: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(schema.parse({})));
  const changed = Object.entries(filter).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(start[key]));
  return changed.length === 0 ? {} : { f: Object.fromEntries(changed) };
}

function sortIn<S extends string>(text: string | undefined, fields: readonly S[]): SortOrder<S> | null {
  const [name, direction] = (text ?? '').split('.');
  const field = fields.find((known) => known === name);
  return field === undefined ? null : { field, direction: direction === 'desc' ? 'desc' : 'asc' };
}

export type PlaceChange<F, S extends string> = { filter?: F; sort?: SortOrder<S> | null; view?: string | null; at?: string | null; row?: number | null; peek?: boolean };

/** Reads and writes filter, order, view and chosen row in the address of the screen. A step is replaced, not added: "back" leaves the list. */
export function useLedgerPlace<F extends object, S extends string>(schema: z.ZodType<F>, fields: readonly S[]): readonly [LedgerPlace<F, S>, (change: PlaceChange<F, S>) => void] {
  const search = placeSchema.parse(useSearch({ strict: false }));
  const navigate = useNavigate();
  const filterText = JSON.stringify(search.f ?? {});
  const filter = useMemo(() => schema.safeParse(JSON.parse(filterText)).data ?? schema.parse({}), [schema, filterText]);
  const fieldText = fields.join();
  const sort = useMemo(() => sortIn(search.sort, fieldText.split(',') as S[]), [search.sort, fieldText]); // the same fields, joined to compare by value
  const change = useCallback(
    (next: PlaceChange<F, S>) => {
      const merge = (old: PlaceSearch): PlaceSearch => ({
        ...old,
        ...('filter' in next || 'sort' in next ? { at: undefined, row: undefined } : {}), // another list: the old place in it means nothing
        ...('filter' in next && next.filter ? { f: filterSearch(schema, next.filter).f } : {}),
        ...('sort' in next ? { sort: next.sort ? `${next.sort.field}.${next.sort.direction}` : undefined } : {}),
        ...('view' in next ? { view: next.view ?? undefined } : {}),
        ...('at' in next ? { at: next.at ?? undefined } : {}),
        ...('row' in next ? { row: next.row ?? undefined } : {}),
        ...('peek' in next ? { peek: next.peek ? true : undefined } : {}),
      });
      void navigate({ to: '.', search: merge as never, replace: true, resetScroll: false }); // the router's search type is that of all screens together
    },
    [navigate, schema],
  );
  return [{ filter, sort, view: search.view ?? null, at: search.at ?? null, row: search.row ?? null, peek: search.peek ?? false }, change];
}
