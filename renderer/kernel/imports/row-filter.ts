import type { ImportBatch, ImportRow } from '#shared/kernel/imports/imports.contract.ts';

export const rowFilters = ['all', 'new', 'changed', 'same', 'bad', 'normalised', 'skipped'] as const;
export type RowFilter = (typeof rowFilters)[number];
export const isRowFilter = (value: unknown): value is RowFilter => rowFilters.some((filter) => filter === value);

type RowQuery = { verdicts: ImportRow['verdict'][]; onlyFindings: boolean };

/** What each filter asks of the staged rows. "Tidied" rows are those that go in although something was put right. */
export function queryOf(filter: RowFilter): RowQuery {
  if (filter === 'all') return { verdicts: [], onlyFindings: false };
  if (filter === 'normalised') return { verdicts: ['new', 'changed', 'same'], onlyFindings: true };
  return { verdicts: [filter], onlyFindings: false };
}

export const countOf = ({ counts }: ImportBatch, filter: RowFilter): number => (filter === 'all' ? counts.total : counts[filter]);

/** Rows the button will bring in. */
export const rowsToImport = ({ counts }: ImportBatch): number => counts.new + counts.changed;
