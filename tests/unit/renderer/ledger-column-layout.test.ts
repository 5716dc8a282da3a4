import { describe, expect, it } from 'vitest';
import { columnLayoutSchema, defaultLayout, isShown, MIN_WIDTH, orderedColumns, placeColumns, withMoved, withPinned, withShown, withWidth, type ColumnLayout } from '#renderer/components/ledger/column-layout.ts';
import type { LedgerColumn } from '#renderer/components/ledger/ledger-list.ts';

type Row = { readonly id: string };
const column = (id: string, more: Partial<LedgerColumn<Row>> = {}): LedgerColumn<Row> => ({ id, title: id, width: 100, text: (row) => row.id, ...more });
const name = column('name', { leading: true, width: 120 });
const grid = column('grid');
const phone = column('phone');
const note = column('note', { hiddenAtFirst: true, width: 200 });
const columns = [name, grid, phone, note];

const placedIds = (layout: ColumnLayout): string[] => placeColumns(columns, layout, 36).map((placed) => placed.column.id);
const order = (layout: ColumnLayout): string[] => orderedColumns(columns, layout).map(({ id }) => id);

describe('which columns are shown', () => {
  it('are those not hidden at first', () => {
    expect(placedIds(defaultLayout)).toEqual(['name', 'grid', 'phone']);
  });
  it('change one by one and back', () => {
    const without = withShown(defaultLayout, grid);
    expect(placedIds(without)).toEqual(['name', 'phone']);
    expect(withShown(without, grid)).toEqual(defaultLayout);
    expect(placedIds(withShown(defaultLayout, note))).toEqual(['name', 'grid', 'phone', 'note']);
  });
  it('always hold the column that names the row', () => {
    expect(isShown(name, { ...defaultLayout, hidden: ['name'] })).toBe(true);
  });
});

describe('the order of columns', () => {
  it('puts one in front of another or at the end', () => {
    expect(order(withMoved(columns, defaultLayout, 'phone', 'name'))).toEqual(['phone', 'name', 'grid', 'note']);
    expect(order(withMoved(columns, defaultLayout, 'name', null))).toEqual(['grid', 'phone', 'note', 'name']);
  });
  it('puts a column at the end when the one it should precede is gone', () => {
    expect(order(withMoved(columns, defaultLayout, 'name', 'gone'))).toEqual(['grid', 'phone', 'note', 'name']);
  });
  it('takes new columns at the end and forgets those that are gone', () => {
    expect(order({ ...defaultLayout, order: ['phone', 'gone', 'name'] })).toEqual(['phone', 'name', 'grid', 'note']);
  });
});

describe('where columns lie', () => {
  it('is one behind the other after the tick boxes', () => {
    expect(placeColumns(columns, defaultLayout, 36).map(({ left, width }) => [left, width])).toEqual([[36, 120], [156, 100], [256, 100]]);
  });
  it('grows with the words, but for what was drawn by hand', () => {
    const drawn = withWidth(defaultLayout, 'grid', 90);
    expect(placeColumns(columns, drawn, 36, 1.2).map(({ width }) => width)).toEqual([144, 90, 120]);
  });
  it('starts with the pinned ones', () => {
    const pinned = withPinned(defaultLayout, 'phone');
    expect(placeColumns(columns, pinned, 36).map((placed) => [placed.column.id, placed.pinned, placed.left])).toEqual([['phone', true, 36], ['name', false, 136], ['grid', false, 256]]);
    expect(withPinned(pinned, 'phone')).toEqual(defaultLayout);
  });
  it('takes a width in its limits, in whole px', () => {
    expect(withWidth(defaultLayout, 'grid', 10).widths).toEqual({ grid: MIN_WIDTH });
    expect(withWidth(defaultLayout, 'grid', 5000).widths).toEqual({ grid: 1200 });
    expect(withWidth(defaultLayout, 'grid', 140.6).widths).toEqual({ grid: 141 });
  });
});

describe('a kept arrangement', () => {
  it('is read back as it was written', () => {
    const kept = withWidth(withPinned(withMoved(columns, defaultLayout, 'phone', 'name'), 'phone'), 'grid', 300);
    expect(columnLayoutSchema.parse(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });
  it('of an older desk gets what it lacks; one that makes no sense is refused', () => {
    expect(columnLayoutSchema.parse({ hidden: ['grid'] })).toEqual({ ...defaultLayout, hidden: ['grid'] });
    expect(columnLayoutSchema.safeParse({ density: 'tiny' }).success).toBe(false);
  });
});
