import { useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { api } from '#renderer/api/index.ts';
import type { ImportRow } from '#shared/kernel/imports/imports.contract.ts';
import { queryOf, type RowFilter } from './row-filter.ts';

/** Rows per window; the same as every list (ecosystem.md 2). */
const WINDOW = 200;

/** The rows of a staged workbook by their place in the filtered list; only the windows on screen are read. */
export function useImportRows(batchId: string, filter: RowFilter) {
  const [windows, setWindows] = useState<readonly [number, number]>([0, 0]);
  const indexes = [...new Set([0, ...Array.from({ length: windows[1] - windows[0] + 1 }, (_, step) => windows[0] + step)])];
  const results = useQueries({ queries: indexes.map((index) => api.imports.listRows({ batchId, ...queryOf(filter), offset: index * WINDOW, limit: WINDOW })) });
  const byWindow = new Map(indexes.map((index, position) => [index, results[position]?.data?.rows]));
  const first = results[0];

  const rowAt = (index: number): ImportRow | undefined => byWindow.get(Math.floor(index / WINDOW))?.[index % WINDOW];
  const show = useCallback((from: number, to: number) => {
    const next = [Math.floor(from / WINDOW), Math.floor(to / WINDOW)] as const;
    setWindows((now) => (now[0] === next[0] && now[1] === next[1] ? now : next));
  }, []);
  const retry = (): void => results.forEach(({ error, refetch }) => error && void refetch());
  return { rowAt, show, count: first?.data?.count ?? 0, isPending: first?.isPending ?? true, error: results.find(({ error }) => error !== null)?.error ?? null, retry, sample: first?.data?.rows ?? [] };
}
export type ImportRows = ReturnType<typeof useImportRows>;
