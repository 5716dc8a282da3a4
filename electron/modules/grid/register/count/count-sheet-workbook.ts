import { writeXlsx, type Cell, type CellValue, type DataValidation } from 'hucre';
import { guardCell } from '#shared/kernel/exports/cell-guard.rules.ts';
import { CAMPAIGN_TITLE, outcomeWords, sheetFields, sheetTitles, type SheetField } from '#shared/modules/grid/register/count/count-sheet.rules.ts';

export type SheetRows = { readonly campaignId: string; readonly name: string; readonly uses: readonly string[]; readonly rows: readonly (readonly (string | number | null)[])[] };

const HEAD = { font: { bold: true }, alignment: { horizontal: 'center' as const, vertical: 'center' as const, wrapText: true }, border: { bottom: { style: 'thin' as const } } };
const TEXT = { numFmt: '@' };
const LISTS = '字典';
const WIDTHS: Partial<Record<SheetField, number>> = { grid: 14, address: 44, outcome: 12, foundUse: 12, countedOn: 13, countedBy: 12, note: 24, doorId: 40 };
const TOP = 3;
const letter = (field: SheetField): string => String.fromCodePoint(65 + sheetFields.indexOf(field));

/** The sheet that goes out with whoever walks: the number of the count above, one line a door, lists to choose from, everything as text but the numbers. */
export function countSheetWorkbook({ campaignId, name, uses, rows }: SheetRows): Promise<Uint8Array> {
  const lines: CellValue[][] = [[name], [CAMPAIGN_TITLE, campaignId], sheetFields.map((field) => sheetTitles[field]), ...rows.map((row) => row.map((cell) => guardCell(cell)))];
  const cells = new Map<string, Partial<Cell>>();
  sheetFields.forEach((_, column) => cells.set(`${TOP - 1},${column}`, { style: HEAD }));
  for (const field of ['countedOn', 'countedBy', 'note', 'doorId'] as const) rows.forEach((_, row) => cells.set(`${TOP + row},${sheetFields.indexOf(field)}`, { style: TEXT }));
  const until = TOP + Math.max(1, rows.length);
  const list = (field: SheetField, column: 'A' | 'B', length: number): DataValidation => ({ type: 'list', formula1: `'${LISTS}'!$${column}$1:$${column}$${length}`, range: `${letter(field)}${TOP + 1}:${letter(field)}${until}`, allowBlank: true, showErrorMessage: false });
  const outcomes = Object.values(outcomeWords);
  return writeXlsx({
    sheets: [
      { name: '清查表', rows: lines, cells, columns: sheetFields.map((field) => ({ width: WIDTHS[field] ?? 8 })), freezePane: { rows: TOP }, dataValidations: [list('outcome', 'A', outcomes.length), ...(uses.length > 0 ? [list('foundUse', 'B', uses.length)] : [])] },
      { name: LISTS, rows: Array.from({ length: Math.max(outcomes.length, uses.length) }, (_, row): CellValue[] => [outcomes[row] ?? null, uses[row] ?? null]), hidden: true },
    ],
  });
}
