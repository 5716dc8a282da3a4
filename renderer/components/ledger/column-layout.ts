import { z } from 'zod';
import type { LedgerColumn } from './ledger-list.ts';

export const densities = ['dense', 'comfortable'] as const;
export type Density = (typeof densities)[number];
export const rowHeights: Readonly<Record<Density, number>> = { dense: 32, comfortable: 40 };

/** A person's own arrangement of a list, as it is kept between days. Columns it does not know stand at the end, as delivered. */
export const columnLayoutSchema = z.strictObject({
  order: z.array(z.string()).default([]),
  hidden: z.array(z.string()).default([]),
  /** Columns shown although they are hidden at first. */
  shown: z.array(z.string()).default([]),
  pinned: z.array(z.string()).default([]),
  widths: z.record(z.string(), z.number().min(40).max(1200)).default({}),
  density: z.enum(densities).nullable().default(null),
  peekWidth: z.number().min(280).max(900).default(380),
  sort: z.strictObject({ field: z.string(), direction: z.enum(['asc', 'desc']) }).nullable().default(null),
});
export type ColumnLayout = z.output<typeof columnLayoutSchema>;
export const defaultLayout: ColumnLayout = columnLayoutSchema.parse({});

export type PlacedColumn<Row, S extends string = string> = {
  readonly column: LedgerColumn<Row, S>;
  readonly width: number;
  readonly pinned: boolean;
  /** Distance from the list's own left edge, in px. */
  readonly left: number;
};

export const MIN_WIDTH = 48;

/** Every column in the person's order, hidden ones too: what the column chooser lists. */
export function orderedColumns<Row, S extends string>(columns: readonly LedgerColumn<Row, S>[], layout: ColumnLayout): LedgerColumn<Row, S>[] {
  const known = layout.order.flatMap((id) => columns.filter((column) => column.id === id));
  return [...known, ...columns.filter((column) => !layout.order.includes(column.id))];
}

export function isShown<Row, S extends string>(column: LedgerColumn<Row, S>, layout: ColumnLayout): boolean {
  if (column.leading) return true;
  return column.hiddenAtFirst ? layout.shown.includes(column.id) : !layout.hidden.includes(column.id);
}

/**
 * The columns to draw, pinned ones first, each with its width and place; `start` px are taken by the column of tick boxes. `scale` widens
 * the delivered widths, which are made for Chinese words of normal size; a width that was drawn by hand stays.
 */
export function placeColumns<Row, S extends string>(columns: readonly LedgerColumn<Row, S>[], layout: ColumnLayout, start: number, scale = 1): PlacedColumn<Row, S>[] {
  const shown = orderedColumns(columns, layout).filter((column) => isShown(column, layout));
  const isPinned = (column: LedgerColumn<Row, S>): boolean => layout.pinned.includes(column.id);
  let left = start;
  return [...shown.filter(isPinned), ...shown.filter((column) => !isPinned(column))].map((column) => {
    const width = Math.max(MIN_WIDTH, layout.widths[column.id] ?? Math.round(column.width * scale));
    const placed = { column, width, pinned: isPinned(column), left };
    left += width;
    return placed;
  });
}

const toggle = (ids: readonly string[], id: string): string[] => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);

export const withShown = <Row, S extends string>(layout: ColumnLayout, column: LedgerColumn<Row, S>): ColumnLayout =>
  column.hiddenAtFirst ? { ...layout, shown: toggle(layout.shown, column.id) } : { ...layout, hidden: toggle(layout.hidden, column.id) };
export const withPinned = (layout: ColumnLayout, id: string): ColumnLayout => ({ ...layout, pinned: toggle(layout.pinned, id) });
export const withWidth = (layout: ColumnLayout, id: string, width: number): ColumnLayout => ({ ...layout, widths: { ...layout.widths, [id]: Math.round(Math.min(1200, Math.max(MIN_WIDTH, width))) } });

/** Puts a column at another's place; the others move up. */
export function withMoved<Row, S extends string>(columns: readonly LedgerColumn<Row, S>[], layout: ColumnLayout, id: string, beforeId: string | null): ColumnLayout {
  const ids = orderedColumns(columns, layout).map((column) => column.id).filter((other) => other !== id);
  const at = beforeId === null ? ids.length : ids.indexOf(beforeId);
  return { ...layout, order: ids.toSpliced(at < 0 ? ids.length : at, 0, id) };
}
