import type { Work } from '#electron/database/unit-of-work.ts';
import type { MappedColumn, SourceRow } from '#electron/kernel/imports/import-profile.ts';
import { isNumbering, isRemark } from '#electron/kernel/imports/matching/ledger-rows.ts';
import { textOf } from '#electron/kernel/imports/workbook.ts';
import { readAmount, sumKind, unitOf, yearOf, type SumPlace } from '#shared/modules/budget/year/budget-sheet.rules.ts';

export const amountFields = ['lastYear', 'asked', 'approved'] as const;
export type AmountField = (typeof amountFields)[number];

const YUAN = 100;
const BUDGET = /预算|决算|年度|budget/iu;

type Heading = { /** Fen of one unit of the sheet; null when nothing names it. */ readonly unitFen: number | null; readonly year: number | null };

/** What stands above the tables of a batch: the year they are of, from a heading, the file's or the sheet's name, and the unit of their amounts. */
export function headingsOf(work: Work, batchId: string): (sheet: number) => Heading {
  const batch = work.imports.findBatch(batchId);
  const headings = new Map<number, Heading>();
  return (sheet) => {
    const known = headings.get(sheet);
    if (known) return known;
    const layout = batch?.sheets.find((one) => one.sheet === sheet);
    const above = (layout?.top ?? []).flat().map(textOf);
    const names = [...above.filter((text) => BUDGET.test(text)), batch?.fileName ?? '', layout?.name ?? ''];
    const heading = { unitFen: above.map(unitOf).find((unit) => unit !== null) ?? null, year: names.map(yearOf).find((year) => year !== null) ?? null };
    headings.set(sheet, heading);
    return heading;
  };
}

export const columnOf = (row: Pick<SourceRow, 'columns'>, field: string): MappedColumn | undefined => row.columns.find((column) => column.field === field);
export const wordsOf = (row: SourceRow, field: string): string => {
  const column = columnOf(row, field);
  return column === undefined ? '' : (column.constant ?? textOf(row.cells[column.index])).trim();
};
/** Fen of one unit of a column: its own title may name another than the sheet. */
export const unitOfColumn = (row: SourceRow, field: string, heading: Heading): number => unitOf(columnOf(row, field)?.title ?? '') ?? heading.unitFen ?? YUAN;

/** A sum is named where the line's name or code stands. */
export const sumOfRow = (row: SourceRow): 'part' | 'whole' | null => sumKind(wordsOf(row, 'lineCode')) ?? sumKind(wordsOf(row, 'lineName'));

/** A line that numbers the columns, or a remark: signatures, notes, a heading in the middle. A remark names no amount. */
export const isNoLine = (row: SourceRow): boolean =>
  isNumbering(row.cells) || (isRemark(row.cells, row.columns) && amountFields.every((field) => 'fault' in readAmount(wordsOf(row, field), 1)));

export type Survey = { readonly places: ReadonlyMap<string, number>; readonly sums: Readonly<Record<AmountField, readonly SumPlace[]>> };
export const placeOf = ({ sheet, row }: Pick<SourceRow, 'sheet' | 'row'>): string => `${sheet}/${row}`;

/** Every line of every sheet with its amounts, so that a sum can be compared wherever it stands. Sheets are kept apart by the caller's places. */
export function surveyed(rows: Iterable<SourceRow>, headingOf: (sheet: number) => Heading): ReadonlyMap<number, Survey> {
  const sheets = new Map<number, { readonly places: Map<string, number>; readonly sums: Record<AmountField, SumPlace[]> }>();
  for (const row of rows) {
    const sheet = sheets.get(row.sheet) ?? { places: new Map<string, number>(), sums: { lastYear: [], asked: [], approved: [] } };
    sheets.set(row.sheet, sheet);
    sheet.places.set(placeOf(row), sheet.places.size);
    for (const field of amountFields) {
      const text = isNoLine(row) ? '' : wordsOf(row, field);
      const amount = text === '' ? null : readAmount(text, unitOfColumn(row, field, headingOf(row.sheet)));
      sheet.sums[field].push({ kind: sumOfRow(row), fen: amount !== null && 'fen' in amount ? amount.fen : null });
    }
  }
  return sheets;
}
