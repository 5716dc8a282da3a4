import { writeXlsx, type Cell, type CellStyle, type CellValue, type MergeRange } from 'hucre';
import type { SheetFrame, WorkbookCell } from './export-list.ts';

export type FramedTable = {
  readonly frame: SheetFrame;
  readonly columns: readonly { readonly field: string; readonly title: string; readonly width: number; readonly numFmt: string }[];
  readonly rows: readonly { readonly cells: readonly WorkbookCell[]; readonly isSum: boolean }[];
  /** Who wrote it and when, in the last line. */
  readonly mark: string;
};

const SIDE = { style: 'thin' as const };
const BORDER = { top: SIDE, bottom: SIDE, left: SIDE, right: SIDE };
const TITLE: CellStyle = { font: { bold: true, size: 16 }, alignment: { horizontal: 'center', vertical: 'center' } };
const HEAD: CellStyle = { font: { bold: true }, alignment: { horizontal: 'center', vertical: 'center', wrapText: true }, border: BORDER };
const NUMBER: CellStyle = { alignment: { horizontal: 'center' }, border: BORDER };
const AMOUNT = '#,##0.00';
const TITLE_HEIGHT = 30;
const HEAD_HEIGHT = 32;
/** Title, line of heads, titles of the columns, their numbers. */
const TOP = 4;

type Spread = { readonly cells: CellValue[]; readonly places: readonly number[] };

/** Texts spread over the width, each in the first cell of its equal part. */
function spread(texts: readonly string[], width: number): Spread {
  const places = texts.map((_, at) => Math.floor((at * width) / texts.length));
  return { places, cells: Array.from({ length: width }, (_, column): CellValue => texts[places.indexOf(column)] ?? null) };
}

/** Each text of a spread line takes its whole part, so that it is not cut off by the next cell. */
const mergesOf = ({ places }: Spread, row: number, width: number): MergeRange[] =>
  places.flatMap((place, at) => {
    const end = (places[at + 1] ?? width) - 1;
    return end > place ? [{ startRow: row, endRow: row, startCol: place, endCol: end }] : [];
  });

/** A table in the layout of offices: title over the width, heads, titles and numbers of the columns, lines with borders, sums, signatures; on A4 landscape, as wide as the page. */
export function framedSheet({ frame, columns, rows, mark }: FramedTable): Promise<Uint8Array> {
  const width = columns.length;
  const heads = spread(frame.heads, width);
  const feet = spread(frame.feet, width);
  const footRow = TOP + rows.length + 1;
  const lines: CellValue[][] = [[frame.title], heads.cells, columns.map(({ title }) => title), columns.map((_, at) => at + 1), ...rows.map(({ cells }) => [...cells]), [], feet.cells, [mark]];
  const cells = new Map<string, Partial<Cell>>([['0,0', { style: TITLE }]]);
  columns.forEach(({ field, numFmt }, column) => {
    const format = frame.amounts.includes(field) ? AMOUNT : numFmt;
    cells.set(`${TOP - 2},${column}`, { style: HEAD });
    cells.set(`${TOP - 1},${column}`, { style: NUMBER });
    rows.forEach(({ isSum }, row) => cells.set(`${TOP + row},${column}`, { style: { border: BORDER, numFmt: format, alignment: { vertical: 'center', wrapText: !frame.amounts.includes(field) }, ...(isSum && { font: { bold: true } }) } }));
  });
  return writeXlsx({
    sheets: [{
      name: frame.title.slice(0, 31), rows: lines, cells,
      merges: [{ startRow: 0, endRow: 0, startCol: 0, endCol: Math.max(1, width - 1) }, ...mergesOf(heads, 1, width), ...mergesOf(feet, footRow, width)],
      columns: columns.map((column) => ({ width: column.width })),
      rowDefs: new Map([[0, { height: TITLE_HEIGHT }], [TOP - 2, { height: HEAD_HEIGHT }]]),
      freezePane: { rows: TOP },
      pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true, printTitlesRow: `$${TOP - 1}:$${TOP}` },
    }],
  });
}
