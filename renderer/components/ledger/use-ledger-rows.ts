import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { LedgerRecord } from './ledger-list.ts';
import { pickedInOrder, type Picked } from './selection.ts';
import type { Ledger } from './use-ledger.ts';
import { readCount, readWindow, WINDOW } from './use-row-windows.ts';

/** As many rows as a range or a copy takes at most; more is an export. */
export const ROWS_AT_HAND = 10_000;

/** Reads rows that need not be on screen: between two places of the list, or all that are selected. The latest question wins. */
export function useLedgerRows<Row extends LedgerRecord, F extends object, S extends string>(ledger: Ledger<Row, F, S>) {
  const client = useQueryClient();
  const latest = useRef(0);
  const { source, sort, selection, count } = ledger;

  async function between(from: number, until: number): Promise<Picked<Row>[]> {
    const rows: Picked<Row>[] = [];
    for (let window = Math.floor(from / WINDOW); window * WINDOW <= until; window += 1) {
      const read = await readWindow(client, source, sort, window);
      read.forEach((row, place) => rows.push({ row, index: window * WINDOW + place }));
    }
    return rows.filter(({ index }) => index >= from && index <= until);
  }

  return {
    matching: (): Promise<number> => readCount(client, source),
    /** The rows from one place to another, either way round; null when another range was asked for meanwhile. */
    range: async (one: number, other: number): Promise<Picked<Row>[] | null> => {
      latest.current += 1;
      const mine = latest.current;
      const from = Math.max(0, Math.min(one, other));
      const rows = await between(from, Math.min(Math.max(one, other), from + ROWS_AT_HAND - 1));
      return mine === latest.current ? rows : null;
    },
    /** Every selected row in the list's order, at most `ROWS_AT_HAND` of them. */
    selected: async (): Promise<Row[]> => {
      if (selection.kind === 'some') return pickedInOrder(selection.rows);
      const rows = await between(0, Math.min(count, ROWS_AT_HAND) - 1);
      return rows.map(({ row }) => row).filter((row) => !selection.except.has(row.id));
    },
  };
}
