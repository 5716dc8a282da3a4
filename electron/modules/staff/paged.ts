import type { ExportCell } from '#electron/kernel/exports/export-list.ts';

type Row = Readonly<Record<string, ExportCell>>;

/** The pages of an export, until one is not full. */
export function* paged<R>(read: (offset: number) => readonly R[], size: number, cells: (row: R) => Row): Iterable<readonly Row[]> {
  for (let offset = 0; ; offset += size) {
    const rows = read(offset);
    if (rows.length > 0) yield rows.map(cells);
    if (rows.length < size) return;
  }
}
