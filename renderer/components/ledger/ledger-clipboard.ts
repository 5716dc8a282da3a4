import type { LedgerColumn } from './ledger-list.ts';

const flat = (text: string): string => text.replaceAll(/[\t\r\n]+/g, ' ');
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export type CopiedRows = { readonly text: string; readonly html: string };

/**
 * Rows as spreadsheets like them: tab-separated text, and a table whose cells are marked as text, so that numbers of eighteen digits
 * and leading zeros survive the paste. `titles` puts the column heads first.
 */
export function copyOf<Row>(rows: readonly Row[], columns: readonly LedgerColumn<Row>[], titles: boolean): CopiedRows {
  const lines = rows.map((row) => columns.map((column) => flat(column.text(row))));
  const all = titles ? [columns.map((column) => column.title), ...lines] : lines;
  const cells = (line: readonly string[]): string => line.map((cell) => `<td style="mso-number-format:'\\@'">${escaped(cell)}</td>`).join('');
  return {
    text: all.map((line) => line.join('\t')).join('\r\n'),
    html: `<table>${all.map((line) => `<tr>${cells(line)}</tr>`).join('')}</table>`,
  };
}
