import type { UseQueryOptions } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { AppError } from '#shared/errors/app-error.ts';

export type SortOrder<S extends string = string> = { readonly field: S; readonly direction: 'asc' | 'desc' };

/** What every row of every list has; `version` travels with the row so that a change made from it can be refused when it is old. */
export type LedgerRecord = { readonly id: string };

export type LedgerColumn<Row, S extends string = string> = {
  /** Also the field name of the list's export. */
  readonly id: string;
  readonly title: string;
  readonly width: number;
  /** The cell in words: what is drawn, copied and highlighted. Already masked by main. */
  readonly text: (row: Row) => string;
  /** Only where words alone are not enough. */
  readonly cell?: (row: Row) => ReactNode;
  /** Field of the list's own sort; a column without one cannot be sorted by its head. */
  readonly sort?: S;
  /** Figures stand at the end of the cell. */
  readonly figures?: boolean;
  readonly hiddenAtFirst?: boolean;
  /** The column that names the row: never hidden. */
  readonly leading?: boolean;
};

export type LedgerWindow<S extends string = string> = { readonly offset: number; readonly limit: number; readonly sort: SortOrder<S> };

/** Where a list's rows come from, window by window, and how many there are in all. Both are counted and cut in SQL. */
export type LedgerSource<Row, S extends string = string> = {
  readonly rows: (window: LedgerWindow<S>) => UseQueryOptions<unknown, AppError, readonly Row[]>;
  readonly count: UseQueryOptions<unknown, AppError, number>;
};

type SourceParts<Raw, RawCount, Row, S extends string> = {
  readonly rows: (window: LedgerWindow<S>) => UseQueryOptions<Raw, AppError>;
  readonly rowsIn: (answer: Raw) => readonly Row[];
  readonly count: UseQueryOptions<RawCount, AppError>;
  readonly countIn: (answer: RawCount) => number;
};

/** Fits a module's own readings (rows alone, or rows and count in one answer) to what the list asks for. */
export function ledgerSource<Raw, RawCount, Row, S extends string>(parts: SourceParts<Raw, RawCount, Row, S>): LedgerSource<Row, S> {
  return {
    rows: (window) => ({ ...parts.rows(window), select: parts.rowsIn }) as UseQueryOptions<unknown, AppError, readonly Row[]>, // the raw answer stays between these options and their own `select`
    count: { ...parts.count, select: parts.countIn } as UseQueryOptions<unknown, AppError, number>, // as above
  };
}

/** One condition of a list: how it reads as a chip, how it is taken away, how it is set. */
export type LedgerFilter<F> = {
  readonly id: string;
  readonly label: string;
  /** The condition in words, or null while it does not limit anything. */
  readonly describe: (filter: F) => string | null;
  readonly without: (filter: F) => F;
  readonly editor: (filter: F, change: (next: F) => void) => ReactNode;
};

/** Something that can be done with rows: one (menu of the row) or those selected (action bar). */
export type LedgerAction<Row> = {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly danger?: boolean;
  readonly run: (row: Row) => void;
  /** For several rows at once, in the list's order. Without it the action bar offers the action only for one selected row. */
  readonly runMany?: (rows: readonly Row[]) => void;
};

/** The list as an export asks for it; the key is one of main's export table. */
export type LedgerExportSpec<F, S extends string> = {
  readonly list: string;
  readonly query: (filter: F, sort: SortOrder<S>) => Record<string, unknown>;
};
