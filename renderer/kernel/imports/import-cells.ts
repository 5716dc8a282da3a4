import type { Finding, ImportColumn, ImportRow } from '#shared/kernel/imports/imports.contract.ts';

/** The letter a spreadsheet program shows above a column: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

const WEIGHT: Readonly<Record<Finding['severity'], number>> = { error: 2, warning: 1, normalised: 0 };

/** What is to be said first about one cell: an error before a warning before a tidied value. */
export const findingAt = (row: ImportRow, column: number): Finding | undefined =>
  row.findings.filter((finding) => finding.column === column).toSorted((a, b) => WEIGHT[b.severity] - WEIGHT[a.severity])[0];

export const isProblem = (finding: Finding): boolean => finding.severity === 'error';

/** Columns (as positions in `columns`) that hold an error in this row, from left to right. */
export const problemColumns = (row: ImportRow, columns: readonly ImportColumn[]): number[] =>
  columns.flatMap((column, position) => (row.findings.some((finding) => finding.column === column.index && isProblem(finding)) ? [position] : []));

export type Place = { readonly row: number; readonly column: number };

/** The next cell with an error after (or before) a place, among the rows that are loaded; null when there is none. */
export function nextProblem(rowAt: (index: number) => ImportRow | undefined, columns: readonly ImportColumn[], from: Place, direction: 1 | -1): Place | null {
  for (let index = from.row; ; index += direction) {
    const row = rowAt(index);
    if (!row) return null;
    const beyond = (column: number) => index !== from.row || (direction > 0 ? column > from.column : column < from.column);
    const column = direction > 0 ? problemColumns(row, columns).find(beyond) : problemColumns(row, columns).findLast(beyond);
    if (column !== undefined) return { row: index, column };
  }
}

/** Width in pixels for what a column holds: wide enough for most of its cells, never so wide that neighbours vanish. */
export function columnWidth(title: string, samples: readonly string[]): number {
  const wide = (text: string) => text.length * 14 - (text.match(/[ -~]/g)?.length ?? 0) * 6;
  const lengths = samples.map(wide).toSorted((a, b) => a - b);
  const most = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  return Math.round(Math.min(240, Math.max(72, wide(title.split('\n')[0] ?? '') + 28, most + 28)));
}
