import { titleKey } from './title-words.ts';
import type { MappedColumn } from '../import-profile.ts';
import { textOf, type Cell, type WorkbookSheet } from '../workbook.ts';

const NOTE = /^(注|说明|备注|填表|制表|审核|复核|合计|小计|总计|共计|单位负责人|负责人|填报|联系人|打印日期|日期)[:：]?/u;
/** A line with no more cells than this share of the columns can be a remark. */
const SPARSE = 0.5;
const SAME_TITLES = 0.8;

/** A cell merged downwards says the same for every row it covers: a household's number stands once for all its members. */
export function filledDown(sheet: WorkbookSheet, headerRow: number): WorkbookSheet {
  const merges = sheet.merges.filter(({ startRow, endRow, startCol, endCol }) => startRow > headerRow && endRow > startRow && startCol === endCol);
  if (merges.length === 0) return sheet;
  const rows: Cell[][] = sheet.rows.map((row) => [...row]);
  for (const { startRow, endRow, startCol } of merges) {
    const value = rows[startRow]?.[startCol] ?? null;
    if (value === null) continue;
    for (const row of rows.slice(startRow + 1, endRow + 1)) {
      while (row.length <= startCol) row.push(null);
      row[startCol] ??= value;
    }
  }
  return { ...sheet, rows };
}

/** A line that is no record: a remark or a sum below the table, or its titles once more at the head of a printed page. */
export function isRemark(cells: readonly Cell[], columns: readonly MappedColumn[]): boolean {
  const own = columns.filter(({ constant }) => constant === undefined);
  const filled = cells.map((cell) => textOf(cell).trim()).filter((text) => text !== '');
  const same = own.filter(({ index, title }) => titleKey(title).endsWith(titleKey(textOf(cells[index]))) && textOf(cells[index]) !== '').length;
  if (own.length > 1 && same >= own.length * SAME_TITLES) return true;
  if (filled.length === 1) return own.length > 2;
  return filled.length <= own.length * SPARSE && NOTE.test(filled[0] ?? '');
}

/** A line that only numbers the columns: 1, 2, 3 … with or without 栏次 in front. */
export function isNumbering(cells: readonly Cell[]): boolean {
  const filled = cells.map((cell) => textOf(cell).normalize('NFKC').replaceAll(/\s+/gu, '')).filter((text) => text !== '');
  const figures = filled[0] !== undefined && /^(栏次|序号|列次)$/u.test(filled[0]) ? filled.slice(1) : filled;
  return figures.length > 2 && figures.every((text, at) => at === 0 || Number(text) === Number(figures[at - 1]) + 1);
}
