import { useEffect, useMemo, useRef, useState, type Dispatch, type ReactNode, type SetStateAction } from 'react';
import type { z } from 'zod';
import { placeColumns, rowHeights, type ColumnLayout, type Density, type PlacedColumn } from './column-layout.ts';
import type { LedgerAction, LedgerColumn, LedgerExportSpec, LedgerFilter, LedgerRecord, LedgerSource, SortOrder } from './ledger-list.ts';
import { leaveTrail, rememberedPlace } from './ledger-memory.ts';
import { nothingSelected, type Selection } from './selection.ts';
import { useLedgerPlace, type LedgerPlace, type PlaceChange } from './use-ledger-place.ts';
import { useListScale } from './use-list-scale.ts';
import { useListLayout, type ListLayout } from './use-list-layout.ts';
import { readWindow, useRowCount } from './use-row-windows.ts';

export const TICK_WIDTH = 36;

export type LedgerProps<Row extends LedgerRecord, F extends object, S extends string> = {
  /** Key of the list: its saved arrangement, its views, and the name sheets know it by. */
  readonly id: string;
  readonly label: string;
  readonly columns: readonly LedgerColumn<Row, S>[];
  readonly source: (filter: F) => LedgerSource<Row, S>;
  readonly filterSchema: z.ZodType<F>;
  readonly filters: readonly LedgerFilter<F>[];
  /** The words typed into the list's own search box; absent when the list has none. */
  readonly search?: { readonly label: string; readonly of: (filter: F) => string; readonly put: (filter: F, text: string) => F };
  readonly sort: SortOrder<S>;
  readonly density?: Density;
  readonly nameOf: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly onEdit?: (row: Row) => void;
  readonly peek?: (row: Row) => ReactNode;
  readonly actions?: readonly LedgerAction<Row>[];
  readonly exportAs?: LedgerExportSpec<F, S>;
  /** Shown when the list is empty although nothing is filtered: what to do first. */
  readonly empty: ReactNode;
};

export type ActiveCell = { readonly index: number; /** A cell of the row when the keys moved into it. */ readonly column: string | null };

/** Everything the parts of one list share: place in the address, arrangement, source, count, selection, active row. */
export type Ledger<Row extends LedgerRecord, F extends object, S extends string> = {
  readonly props: LedgerProps<Row, F, S>;
  readonly place: LedgerPlace<F, S>;
  readonly setPlace: (change: PlaceChange<F, S>) => void;
  readonly arrangement: ListLayout;
  readonly placed: readonly PlacedColumn<Row, S>[];
  readonly density: Density;
  readonly rowHeight: number;
  readonly sort: SortOrder<S>;
  readonly setSort: (sort: SortOrder<S>) => void;
  readonly source: LedgerSource<Row, S>;
  /** Changes with filter and order: another key is another list that starts at its top. */
  readonly key: string;
  readonly count: number;
  readonly counting: ReturnType<typeof useRowCount<Row, S>>;
  readonly selection: Selection<Row>;
  readonly select: Dispatch<SetStateAction<Selection<Row>>>;
  readonly active: ActiveCell;
  readonly setActive: (active: ActiveCell) => void;
  /** The row the person stands on, also while it is scrolled out of sight. */
  readonly current: Row | null;
  readonly setCurrent: (row: Row | null) => void;
  readonly open: (row: Row, index: number) => void;
};

const PLACE_AFTER_MS = 250;

export function sortFields<Row, S extends string>(columns: readonly LedgerColumn<Row, S>[]): S[] {
  return columns.flatMap((column) => (column.sort === undefined ? [] : [column.sort]));
}

/** A kept order, when the list can still be ordered so. */
export function usableSort<S extends string>(sort: ColumnLayout['sort'], fields: readonly S[]): SortOrder<S> | null {
  const field = fields.find((known) => known === sort?.field);
  return field !== undefined && sort ? { field, direction: sort.direction } : null;
}

/** The state of one list. Filter, order, view and chosen row are the address's; columns are the person's; the rest lives as long as the screen. */
export function useLedger<Row extends LedgerRecord, F extends object, S extends string>(props: LedgerProps<Row, F, S>): Ledger<Row, F, S> {
  const fields = useMemo(() => sortFields(props.columns), [props.columns]);
  const [place, setPlace] = useLedgerPlace(props.filterSchema, fields);
  const arrangement = useListLayout(props.id);
  const { layout, change } = arrangement;
  const sort = place.sort ?? usableSort(layout.sort, fields) ?? props.sort;
  const { source: sourceOf } = props;
  const source = useMemo(() => sourceOf(place.filter), [sourceOf, place.filter]);
  const counting = useRowCount(source);
  const count = counting.data ?? 0;
  const key = JSON.stringify([place.filter, sort]);

  const [selection, select] = useState<Selection<Row>>(() => (rememberedPlace(props.id, key)?.selection as Selection<Row> | undefined) ?? nothingSelected); // what this same list left behind
  const [active, setActive] = useState<ActiveCell>(() => ({ index: rememberedPlace(props.id, key)?.active ?? place.row ?? -1, column: null }));
  const [current, setCurrent] = useState<Row | null>(null);

  const filterKey = JSON.stringify(place.filter);
  const listed = useRef({ key, filterKey });
  useEffect(() => {
    if (listed.current.filterKey !== filterKey) select(nothingSelected);
    if (listed.current.key !== key) {
      setActive({ index: -1, column: null });
      setCurrent(null);
    }
    listed.current = { key, filterKey };
  }, [key, filterKey]);

  const at = current?.id ?? null;
  useEffect(() => {
    if (at === null || (at === place.at && active.index === place.row)) return undefined;
    const timer = setTimeout(() => setPlace({ at, row: active.index }), PLACE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [at, active.index, place.at, place.row, setPlace]);

  const scale = useListScale();
  const density = layout.density ?? props.density ?? 'dense';
  return {
    props,
    place,
    setPlace,
    arrangement,
    placed: useMemo(() => placeColumns(props.columns, layout, TICK_WIDTH, scale.column), [props.columns, layout, scale.column]),
    density,
    rowHeight: Math.round(rowHeights[density] * scale.text),
    sort,
    setSort: (next) => {
      setPlace({ sort: next });
      change({ ...layout, sort: next });
    },
    source,
    key,
    count,
    counting,
    selection,
    select,
    active,
    setActive,
    current,
    setCurrent,
    open: (row, index) => {
      if (!props.onOpen) {
        if (props.peek) setPlace({ peek: true }); // a record without a page of its own is opened beside the list
        return;
      }
      leaveTrail({ list: props.id, read: (client, window) => readWindow(client, source, sort, window), count, index, id: row.id });
      props.onOpen(row);
    },
  };
}
