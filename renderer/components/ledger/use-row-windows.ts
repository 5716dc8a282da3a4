import { keepPreviousData, useQuery, useQueryClient, type QueryClient, type UseQueryOptions } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { AppError } from '#shared/errors/app-error.ts';
import type { LedgerSource, SortOrder } from './ledger-list.ts';
import type { RowRange } from './scroll-scale.ts';

/** Rows of one reading. A screen shows 20 to 40; two windows always cover it. */
export const WINDOW = 200;
/** A window that is scrolled past faster than this is never asked for. */
const SETTLE_MS = 70;
/** Windows out of sight are let go soon, so that scrolling through a million rows does not collect them. */
const KEEP_MS = 20_000;
/** This near to its edge the neighbouring window is read ahead. */
const AHEAD = 60;

type RowsQuery<Row> = UseQueryOptions<unknown, AppError, readonly Row[]>;

const windowQuery = <Row, S extends string>(source: LedgerSource<Row, S>, sort: SortOrder<S>, index: number): RowsQuery<Row> => ({
  ...source.rows({ offset: index * WINDOW, limit: WINDOW, sort }),
  gcTime: KEEP_MS,
  meta: { window: index },
});

/** What a query of a source answers, from the cache or read now. */
async function readNow<T>(client: QueryClient, { select, ...query }: UseQueryOptions<unknown, AppError, T>): Promise<T | undefined> {
  const answer = await client.fetchQuery(query as UseQueryOptions<unknown, AppError> & { queryKey: readonly unknown[] }); // every source gives a key
  return select?.(answer);
}

/** How many rows match the conditions as they stand; the number on screen is still the old one while a new condition is being read. */
export const readCount = async <Row, S extends string>(client: QueryClient, source: LedgerSource<Row, S>): Promise<number> => (await readNow(client, source.count)) ?? 0;

/** One window of rows, from the cache or read now: for what needs rows that are not on screen (ranges, copies). */
export async function readWindow<Row, S extends string>(client: QueryClient, source: LedgerSource<Row, S>, sort: SortOrder<S>, index: number): Promise<readonly Row[]> {
  return (await readNow(client, windowQuery(source, sort, index))) ?? [];
}

function useSettled(value: string): boolean {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (settled === value) return undefined;
    const timer = setTimeout(() => setSettled(value), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [settled, value]);
  return settled === value;
}

function useWindow<Row, S extends string>(source: LedgerSource<Row, S>, sort: SortOrder<S>, index: number, enabled: boolean) {
  return useQuery({
    ...windowQuery(source, sort, index),
    enabled,
    // another order or filter: the old rows stay until the new ones are there
    placeholderData: (previous: unknown, query) => (query?.meta?.['window'] === index ? previous : undefined),
  });
}

export type RowWindows<Row> = {
  readonly rowAt: (index: number) => Row | undefined;
  readonly error: AppError | null;
  readonly retry: () => void;
};

/** The rows of the range, as far as they are known; windows that are only passed by are skipped. */
export function useRowWindows<Row, S extends string>(source: LedgerSource<Row, S>, sort: SortOrder<S>, count: number, range: RowRange): RowWindows<Row> {
  const client = useQueryClient();
  const first = Math.floor(Math.max(0, range.first) / WINDOW);
  const last = Math.floor(Math.max(0, range.last) / WINDOW);
  const settled = useSettled(`${first}-${last}`);
  const even = first % 2 === 0 ? first : last;
  const odd = first % 2 === 1 ? first : last;
  const evenQuery = useWindow(source, sort, even, settled && even % 2 === 0);
  const oddQuery = useWindow(source, sort, odd, settled && odd % 2 === 1);

  const ahead = range.last % WINDOW > WINDOW - AHEAD ? last + 1 : range.first % WINDOW < AHEAD ? first - 1 : -1;
  const hasAhead = settled && ahead >= 0 && ahead * WINDOW < count;
  useEffect(() => {
    if (hasAhead) readWindow(client, source, sort, ahead).catch(() => undefined); // a failure is shown when the rows are really wanted
  }, [client, source, sort, ahead, hasAhead]);

  return {
    rowAt: (index) => (Math.floor(index / WINDOW) % 2 === 0 ? evenQuery.data : oddQuery.data)?.[rowIn(index, first, last)],
    error: evenQuery.error ?? oddQuery.error,
    retry: () => {
      void evenQuery.refetch();
      void oddQuery.refetch();
    },
  };
}

/** Place inside its window; out of reach when the window is not one of the two at hand. */
function rowIn(index: number, first: number, last: number): number {
  const window = Math.floor(index / WINDOW);
  return window === first || window === last ? index % WINDOW : -1;
}

/** How many rows match. The old number stays until the new one is known. */
export function useRowCount<Row, S extends string>(source: LedgerSource<Row, S>) {
  return useQuery({ ...source.count, placeholderData: keepPreviousData });
}
