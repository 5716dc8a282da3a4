import { parseCsv, read } from 'hucre';
import { AppError, fail } from '#shared/errors/app-error.ts';
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

/** UTF-8 if every byte agrees, else the national encoding, else not text at all; a wrong guess would be silent (security.md 2.10). */
function decoded(bytes: Buffer): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // the next encoding is tried
    }
  }
  return fail('import/wrong-type', {});
}

/** A comma-separated table; text without columns is no table. */
function csvRows(bytes: Buffer): (string | null)[][] {
  const rows = parseCsv(decoded(bytes)).map((row) => row.map((cell) => (cell === null || cell === '' ? null : String(cell))));
  if (!rows.some((row) => row.length > 1)) return fail('import/wrong-type', {});
  return rows;
}

/** Reads .xlsx, old .xls and CSV after their bytes were checked. Errors: those of `checkWorkbookBytes`, `import/cut-off`, the table limits. */
export async function parseWorkbook(bytes: Buffer): Promise<Workbook> {
  if (checkWorkbookBytes(bytes) === 'text') return { sheets: [sheetOf({ name: 'CSV', rows: csvRows(bytes) })] };
  try {
    const workbook = await read(bytes);
    if (workbook.sheets.length > limits.sheets) fail('import/too-many-sheets', { limit: limits.sheets });
    return { sheets: workbook.sheets.map((sheet) => sheetOf(sheet)) };
  } catch (error) {
    if (error instanceof AppError) throw error;
    return fail('import/cut-off', {}); // the library could make nothing of it: damaged, or not what it says
  }
}
