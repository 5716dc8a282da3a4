import type { KeyboardEvent } from 'react';
import type { Place } from './import-cells.ts';

type SheetKeys = {
  cursor: Place;
  rows: number;
  columns: number;
  page: number;
  onMove: (place: Place) => void;
  onNextProblem: (direction: 1 | -1) => void;
  onEdit: (text?: string) => void;
  onSkip: () => void;
};

const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value));

/** Where a key leads in the sheet, the way a spreadsheet moves; null for a key that is not a movement. */
export function placeAfter(key: string, withCtrl: boolean, { row, column }: Place, rows: number, columns: number, page: number): Place | null {
  const target: Readonly<Record<string, Place>> = {
    ArrowUp: { row: withCtrl ? 0 : row - 1, column },
    ArrowDown: { row: withCtrl ? rows : row + 1, column },
    ArrowLeft: { row, column: withCtrl ? 0 : column - 1 },
    ArrowRight: { row, column: withCtrl ? columns : column + 1 },
    PageUp: { row: row - page, column },
    PageDown: { row: row + page, column },
    Home: { row: withCtrl ? 0 : row, column: 0 },
    End: { row: withCtrl ? rows : row, column: columns },
  };
  const next = target[key];
  return next ? { row: clamp(next.row, rows - 1), column: clamp(next.column, columns - 1) } : null;
}

/** Keys of the sheet: arrows move, F2 or Enter corrects the cell, F8 goes to the next problem, Space leaves the row out. */
export function useSheetKeys({ cursor, rows, columns, page, onMove, onNextProblem, onEdit, onSkip }: SheetKeys) {
  return (event: KeyboardEvent) => {
    if (event.altKey || event.target !== event.currentTarget) return;
    const withCtrl = event.ctrlKey || event.metaKey;
    const next = placeAfter(event.key, withCtrl, cursor, rows, columns, page);
    if (next) onMove(next);
    else if (event.key === 'F8') onNextProblem(event.shiftKey ? -1 : 1);
    else if (event.key === 'F2' || event.key === 'Enter') onEdit();
    else if (event.key === ' ') onSkip();
    else if (!withCtrl && event.key.length === 1) onEdit(event.key);
    else return;
    event.preventDefault();
  };
}
