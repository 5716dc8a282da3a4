import { writeXlsx, type Cell as SheetCell, type CellValue, type WriteSheet } from 'hucre';
import { guardCell } from '#shared/kernel/exports/cell-guard.rules.ts';
import type { ImportRow } from '#shared/kernel/imports/imports.contract.ts';
import type { Cell, Merge } from './workbook.ts';

export type FormSheet = { readonly name: string; readonly top: readonly (readonly Cell[])[]; readonly merges: readonly Merge[]; readonly width: number };
/** The reason in words, e.g. `D 出生日期: 与身份证号码不一致`. */
export type Words = (finding: ImportRow['findings'][number], sheet: string) => string;

const NOTE_WIDTH = 60;
const BAD_CELL = { fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: 'FFF3D6' } } };

function sheetOf(form: FormSheet, rows: readonly ImportRow[], noteTitle: string, words: Words): WriteSheet {
  const headerRow = form.top.length - 1;
  const lines: CellValue[][] = form.top.map((line, index) => {
    const padded = Array.from({ length: form.width }, (_, column) => line[column] ?? null);
    return index === headerRow ? [...padded, noteTitle] : padded;
  });
  const cells = new Map<string, Partial<SheetCell>>();
  for (const row of rows) {
    const at = lines.length;
    const problems = row.findings.filter((finding) => finding.severity === 'error');
    lines.push([...Array.from({ length: form.width }, (_, column) => guardCell(row.cells[column] || null)), problems.map((finding) => words(finding, form.name)).join('\n')]);
    for (const finding of problems) {
      if (finding.column >= 0) cells.set(`${at},${finding.column}`, { comment: { author: 'GridDesk', text: words(finding, form.name) }, style: BAD_CELL });
    }
  }
  return { name: form.name, rows: lines, merges: [...form.merges], cells, columns: [...Array.from({ length: form.width }, () => ({ width: 16 })), { width: NOTE_WIDTH }], freezePane: { rows: form.top.length } };
}

/**
 * The bad rows in the shape of their own form: its lines above, its columns, the reason as a comment on each bad cell and once more in a
 * last column that the next import passes over. Sheets without a bad row are left out.
 */
export function badRowsWorkbook(forms: readonly FormSheet[], rows: readonly ImportRow[], noteTitle: string, words: Words): Promise<Uint8Array> {
  const sheets = forms.map((form) => ({ form, own: rows.filter((row) => row.sheet === form.name) })).filter(({ own }) => own.length > 0);
  return writeXlsx({ sheets: sheets.map(({ form, own }) => sheetOf(form, own, noteTitle, words)) });
}
