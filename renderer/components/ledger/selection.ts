export type Picked<Row> = { readonly row: Row; readonly index: number };

/** Rows chosen in a list: named ones, or all that match the filter but for some. The second stays true for rows that were never read. */
export type Selection<Row> =
  | { readonly kind: 'some'; readonly rows: ReadonlyMap<string, Picked<Row>> }
  | { readonly kind: 'all'; readonly except: ReadonlySet<string> };

export const nothingSelected: Selection<never> = { kind: 'some', rows: new Map() };
export const everythingSelected: Selection<never> = { kind: 'all', except: new Set() };

export const isSelected = <Row>(selection: Selection<Row>, id: string): boolean => (selection.kind === 'some' ? selection.rows.has(id) : !selection.except.has(id));

/** How many rows are chosen out of the `count` that match. */
export const selectedCount = <Row>(selection: Selection<Row>, count: number): number => (selection.kind === 'some' ? selection.rows.size : Math.max(0, count - selection.except.size));

export function toggleRow<Row extends { readonly id: string }>(selection: Selection<Row>, picked: Picked<Row>): Selection<Row> {
  if (selection.kind === 'all') {
    const except = new Set(selection.except);
    if (!except.delete(picked.row.id)) except.add(picked.row.id);
    return { kind: 'all', except };
  }
  const rows = new Map(selection.rows);
  if (!rows.delete(picked.row.id)) rows.set(picked.row.id, picked);
  return { kind: 'some', rows };
}

/** A range replaces what was chosen, as in a file window. */
export const selectRange = <Row extends { readonly id: string }>(range: readonly Picked<Row>[]): Selection<Row> => ({
  kind: 'some',
  rows: new Map(range.map((picked) => [picked.row.id, picked])),
});

/** The chosen rows in the order of the list. Only for named rows; all that match are read window by window. */
export const pickedInOrder = <Row>(rows: ReadonlyMap<string, Picked<Row>>): Row[] => [...rows.values()].toSorted((a, b) => a.index - b.index).map(({ row }) => row);
