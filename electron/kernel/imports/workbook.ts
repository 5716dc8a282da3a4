/** A cell as the file gives it: a number stays a number, because an identity number kept as one has lost its end. */
export type Cell = string | number | null;
export type Merge = { readonly startRow: number; readonly endRow: number; readonly startCol: number; readonly endCol: number };
export type WorkbookSheet = { readonly name: string; readonly rows: readonly (readonly Cell[])[]; readonly merges: readonly Merge[] };
export type Workbook = { readonly sheets: readonly WorkbookSheet[] };

/** The way from the parser's process to the database thread: one block of bytes, so that no thread between them unpacks it. */
export const packWorkbook = (workbook: Workbook): Uint8Array => new TextEncoder().encode(JSON.stringify(workbook));
export const unpackWorkbook = (bytes: Uint8Array): Workbook => JSON.parse(new TextDecoder().decode(bytes)) as Workbook; // packed above

export const textOf = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell));
export const isEmptyRow = (row: readonly Cell[]): boolean => row.every((cell) => textOf(cell).trim() === '');
