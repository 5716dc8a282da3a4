import type { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { Permission } from '#shared/contract/catalogue.ts';
import { guardCell } from '#shared/kernel/exports/cell-guard.rules.ts';

export type ExportCell = string | number | null;
type ExportRow = Readonly<Record<string, ExportCell>>;

/** What stands around a table that an office hands in; such a table is short and is written as a whole. */
export type SheetFrame = {
  readonly title: string;
  /** One line under the title, spread over the width: who hands it in, the period, the unit of its amounts. */
  readonly heads: readonly string[];
  /** One line below the table: who signs. */
  readonly feet: readonly string[];
  /** Amounts in yuan, shown with two decimals. */
  readonly amounts: readonly string[];
  readonly isSum: (row: ExportRow) => boolean;
};

/**
 * A list that can leave the desk as a workbook: the same filter, order and masking as on screen. `windows` yields the rows in
 * pages, so that fifty thousand of them never stand in memory at once.
 */
export type ExportList<Q = unknown> = {
  readonly permission: Permission;
  readonly query: z.ZodType<Q>;
  readonly fields: readonly string[];
  /** Fields whose text is a day (`YYYY-MM-DD`) or an instant (ISO, UTC): they leave as dates a spreadsheet can reckon with. */
  readonly days?: readonly string[];
  readonly instants?: readonly string[];
  count(work: Work, query: Q): number;
  /** Pages of at most `size` rows, each row an object by field. Codes are given in the reader's words by `label`. */
  windows(work: Work, query: Q, size: number): Iterable<readonly ExportRow[]>;
  /** Only for a table in the layout of offices; a plain list has its titles in the first line and nothing above. */
  frame?(work: Work, query: Q): SheetFrame;
};

export type WorkbookCell = string | number | Date | null;

/** A spreadsheet has no time zone: an instant is written as the station's own wall clock shows it. */
const wallClock = (at: Date): Date => new Date(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate(), at.getHours(), at.getMinutes(), at.getSeconds()));

/** One value as it stands in the workbook: days and instants as dates, text guarded, everything else as it is. */
export function cellOf({ days = [], instants = [] }: Pick<ExportList, 'days' | 'instants'>, field: string, value: ExportCell): WorkbookCell {
  const at = typeof value !== 'string' ? Number.NaN : days.includes(field) ? Date.parse(`${value}T00:00:00Z`) : instants.includes(field) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) return guardCell(value);
  return days.includes(field) ? new Date(at) : wallClock(new Date(at));
}

/** How a column looks: dates as dates. Text needs no format, because it is written as text cells. */
export function columnFormat({ days = [], instants = [] }: Pick<ExportList, 'days' | 'instants'>, field: string): { readonly width: number; readonly numFmt: string } {
  if (days.includes(field)) return { width: 12, numFmt: 'yyyy-mm-dd' };
  return instants.includes(field) ? { width: 18, numFmt: 'yyyy-mm-dd hh:mm' } : { width: 18, numFmt: 'General' };
}
