import { describe, expect, it } from 'vitest';
import { everythingSelected, isSelected, nothingSelected, pickedInOrder, selectedCount, selectRange, toggleRow, type Picked, type Selection } from '#renderer/components/ledger/selection.ts';

type Row = { readonly id: string };
const picked = (index: number): Picked<Row> => ({ row: { id: `r${index}` }, index });
const rowsOf = (selection: Selection<Row>): string[] => (selection.kind === 'some' ? pickedInOrder(selection.rows).map(({ id }) => id) : []);

describe('rows chosen one by one', () => {
  it('starts with none and takes a row in and out', () => {
    const one = toggleRow<Row>(nothingSelected, picked(3));
    expect(isSelected(one, 'r3')).toBe(true);
    expect(selectedCount(one, 100)).toBe(1);
    const none = toggleRow(one, picked(3));
    expect(isSelected(none, 'r3')).toBe(false);
    expect(selectedCount(none, 100)).toBe(0);
  });
  it('keeps what was chosen before unchanged, so that an older drawing stays true', () => {
    const before = toggleRow<Row>(nothingSelected, picked(1));
    toggleRow(before, picked(2));
    expect(rowsOf(before)).toEqual(['r1']);
  });
  it('gives the rows in the order of the list, not of the clicks', () => {
    const chosen = [9, 2, 5].reduce<Selection<Row>>((selection, index) => toggleRow(selection, picked(index)), nothingSelected);
    expect(rowsOf(chosen)).toEqual(['r2', 'r5', 'r9']);
  });
  it('is replaced by a range', () => {
    const before = toggleRow<Row>(nothingSelected, picked(90));
    const range = selectRange([picked(4), picked(5), picked(6)]);
    expect(isSelected(range, 'r90')).toBe(false);
    expect(rowsOf(range)).toEqual(['r4', 'r5', 'r6']);
    expect(isSelected(before, 'r90')).toBe(true);
  });
});

describe('all that match', () => {
  it('holds rows that were never read', () => {
    expect(isSelected<Row>(everythingSelected, 'never read')).toBe(true);
    expect(selectedCount<Row>(everythingSelected, 200_000)).toBe(200_000);
  });
  it('counts without the exceptions and takes an exception back', () => {
    const but = toggleRow<Row>(toggleRow<Row>(everythingSelected, picked(1)), picked(2));
    expect(selectedCount(but, 10)).toBe(8);
    expect(isSelected(but, 'r1')).toBe(false);
    expect(selectedCount(toggleRow(but, picked(1)), 10)).toBe(9);
    expect(isSelected(but, 'r3')).toBe(true);
  });
  it('never counts below none when rows vanish', () => {
    const but = toggleRow<Row>(everythingSelected, picked(1));
    expect(selectedCount(but, 0)).toBe(0);
  });
});
