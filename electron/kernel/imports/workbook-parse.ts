import { read } from 'hucre';
import { AppError, fail } from '#shared/errors/app-error.ts';
import { decodedText, textTable } from './text-table.ts';
import { checkWorkbookBytes, limits } from './workbook-limits.ts';
import type { Cell, Workbook, WorkbookSheet } from './workbook.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** Days become their text, so that no time zone moves them; everything else keeps its kind. */
function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : `${value.getUTCFullYear()}-${two(value.getUTCMonth() + 1)}-${two(value.getUTCDate())}`;
  if (typeof value !== 'string') return null; // a kind of cell that holds nothing a form asks for
  return value.length > limits.cellLength ? value.slice(0, limits.cellLength) : value;
}

function sheetOf(sheet: { name: string; rows: readonly (readonly unknown[] | undefined)[]; merges?: readonly { startRow: number; endRow: number; startCol: number; endCol: number }[] }): WorkbookSheet {
  if (sheet.rows.length > limits.rows) fail('import/too-many-rows', { limit: limits.rows });
  // rows that the file leaves out are holes in the library's array, which `map` would pass over
  const rows = Array.from(sheet.rows, (row) => {
    if (row && row.length > limits.columns && row.slice(limits.columns).some((cell) => cell !== null && cell !== undefined)) fail('import/too-many-columns', { limit: limits.columns });
    return (row ?? []).slice(0, limits.columns).map(cellOf);
  });
  return { name: sheet.name, rows, merges: (sheet.merges ?? []).map(({ startRow, endRow, startCol, endCol }) => ({ startRow, endRow, startCol, endCol })) };
}

/** Reads .xlsx, old .xls and CSV after their bytes were checked. Errors: those of `checkWorkbookBytes`, `import/cut-off`, the table limits. */
export async function parseWorkbook(bytes: Buffer): Promise<Workbook> {
  if (checkWorkbookBytes(bytes) === 'text') return { sheets: [sheetOf({ name: 'CSV', rows: textTable(decodedText(bytes)) })] };
  try {
    const workbook = await read(bytes);
    if (workbook.sheets.length > limits.sheets) fail('import/too-many-sheets', { limit: limits.sheets });
    return { sheets: workbook.sheets.map((sheet) => sheetOf(sheet)) };
  } catch (error) {
    if (error instanceof AppError) throw error;
    return fail('import/cut-off', {}); // the library could make nothing of it: damaged, or not what it says
  }
}

/** The workbook a paste makes: one sheet of text. Errors: those of `textTable`, the table limits. */
export const pastedWorkbook = (text: string, name: string): Workbook => ({ sheets: [sheetOf({ name, rows: textTable(text) })] });
