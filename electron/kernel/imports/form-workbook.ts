import { writeXlsx, type Cell, type CellValue, type DataValidation, type MergeRange } from 'hucre';
import type { FormColumn } from '#shared/kernel/imports/imports.contract.ts';

/** Counted up when the columns of a form change; forms of every version are read by their titles (find-table.ts). */
export const FORM_VERSION = 2;

/** Rows prepared for typing: as text, so that a number of eighteen digits keeps all of them, and with their lists. */
const PREPARED_ROWS = 2000;
const LISTS = '字典';
const HEAD = { font: { bold: true }, alignment: { horizontal: 'center' as const, vertical: 'center' as const, wrapText: true }, border: { bottom: { style: 'thin' as const } } };
const TEXT = { numFmt: '@' };

const letter = (index: number): string => (index < 26 ? '' : letter(Math.floor(index / 26) - 1)) + String.fromCodePoint(65 + (index % 26));
const marked = ({ title, required }: FormColumn): string => (required ? `*${title}` : title);

/** One header line, or two where a title stands under another (`户籍地/省`). */
function headOf(columns: readonly FormColumn[], top: number): { readonly lines: CellValue[][]; readonly merges: MergeRange[] } {
  const parts = columns.map((column) => ({ ...column, upper: column.title.includes('/') ? (column.title.split('/')[0] ?? '') : '', lower: column.title.split('/').at(-1) ?? '' }));
  if (parts.every(({ upper }) => upper === '')) return { lines: [columns.map(marked)], merges: [] };
  const upper = parts.map((part, at) => (part.upper === '' ? marked(part) : part.upper === parts[at - 1]?.upper ? null : part.upper));
  const lower = parts.map((part) => (part.upper === '' ? null : marked({ ...part, title: part.lower })));
  const merges = parts.flatMap((part, at): MergeRange[] => {
    if (part.upper === '') return [{ startRow: top, endRow: top + 1, startCol: at, endCol: at }];
    if (part.upper === parts[at - 1]?.upper) return [];
    const width = parts.slice(at).findIndex((next) => next.upper !== part.upper);
    return [{ startRow: top, endRow: top, startCol: at, endCol: width < 0 ? parts.length - 1 : at + width - 1 }];
  });
  return { lines: [upper, lower], merges };
}

/** The hidden sheet: which form and version this is, then one column for each list. */
function listsSheet(form: string, lists: readonly FormColumn[]): CellValue[][] {
  const length = Math.max(3, ...lists.map(({ values }) => values.length + 1));
  return Array.from({ length }, (_, row): CellValue[] => [['GridDesk', form, FORM_VERSION][row] ?? null, ...lists.map(({ title, values }) => (row === 0 ? `可选：${title}` : (values[row - 1] ?? null)))]);
}

/**
 * The empty form of an import: its titles (a star before what must be filled), lists to choose from, and its version. `heading` stands
 * above; empty for a form whose titles must be the first line.
 */
export function formWorkbook(form: string, heading: string, columns: readonly FormColumn[]): Promise<Uint8Array> {
  const above: CellValue[][] = heading === '' ? [] : [[heading]];
  const { lines, merges } = headOf(columns, above.length);
  const first = above.length + lines.length;
  const lists = columns.filter(({ values }) => values.length > 0);
  const cells = new Map<string, Partial<Cell>>();
  lines.forEach((_, line) => columns.forEach((__, column) => cells.set(`${above.length + line},${column}`, { style: HEAD })));
  for (let row = first; row < first + PREPARED_ROWS; row += 1) columns.forEach((_, column) => cells.set(`${row},${column}`, { style: TEXT }));
  const dataValidations = columns.flatMap((column, at): DataValidation[] => {
    const list = lists.indexOf(column) + 1;
    if (list === 0) return [];
    const range = `${letter(at)}${first + 1}:${letter(at)}${first + PREPARED_ROWS}`;
    return [{ type: 'list', formula1: `'${LISTS}'!$${letter(list)}$2:$${letter(list)}$${column.values.length + 1}`, range, allowBlank: true, showErrorMessage: false }];
  });
  return writeXlsx({
    sheets: [
      { name: heading || 'Sheet1', rows: [...above, ...lines], cells, merges: [...(heading === '' ? [] : [{ startRow: 0, endRow: 0, startCol: 0, endCol: Math.max(1, columns.length - 1) }]), ...merges], dataValidations, columns: columns.map(({ title }) => ({ width: Math.max(12, title.length * 2.4) })), freezePane: { rows: first } },
      { name: LISTS, rows: listsSheet(form, lists), hidden: true },
    ],
  });
}
