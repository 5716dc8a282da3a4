import type { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { Permission } from '#shared/contract/catalogue.ts';

export type ExportCell = string | number | null;

/**
 * A list that can leave the desk as a workbook: the same filter, order and masking as on screen. `windows` yields the rows in
 * pages, so that fifty thousand of them never stand in memory at once.
 */
export type ExportList<Q = unknown> = {
  readonly permission: Permission;
  readonly query: z.ZodType<Q>;
  readonly fields: readonly string[];
  count(work: Work, query: Q): number;
  /** Pages of at most `size` rows, each row an object by field. Codes are given in the reader's words by `label`. */
  windows(work: Work, query: Q, size: number): Iterable<readonly Readonly<Record<string, ExportCell>>[]>;
};
