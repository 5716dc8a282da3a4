import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { Permission } from '#shared/contract/catalogue.ts';
import type { ColumnMatch, Finding, ImportProfile as ProfileName } from '#shared/kernel/imports/imports.contract.ts';
import type { Cell, WorkbookSheet } from './workbook.ts';

/** A field of the desk and the titles it has on official forms, normalised by `titleKey`; `upper/lower` where a title stands under another. */
export type ImportField = {
  readonly field: string;
  readonly titles: readonly string[];
  /** Starred on the official form. */
  readonly required?: boolean;
  /** Without it a row makes no record, whatever table it comes from. */
  readonly essential?: boolean;
  /** Only this kind of table asks for it. */
  readonly tells?: boolean;
  /** Kept only where the station switched it on; the empty form leaves it out elsewhere. */
  readonly sensitive?: boolean;
  /** What the empty form offers to choose from: a code table, or one of the two lists that are none. */
  readonly list?: string;
  /** The same, where the words are the form's own. */
  readonly words?: readonly string[];
};
export type MappedColumn = {
  readonly index: number;
  readonly title: string;
  readonly required: boolean;
  readonly field: string | null;
  /** Only in a table that was read by meaning. */
  readonly match?: ColumnMatch;
  /** What the file's own words mean, by the tidied word; empty for nothing. */
  readonly words?: Readonly<Record<string, string>>;
  /** No column of the file: what every row holds. */
  readonly constant?: string;
};

/** A table found in a workbook. `headerRow` is the zero-based row of its last header line. */
export type FoundTable = { readonly sheet: number; readonly name: string; readonly headerRow: number; readonly columns: readonly MappedColumn[] };

export type SourceRow = { readonly sheet: number; /** One-based, as a spreadsheet shows it. */ readonly row: number; readonly cells: readonly Cell[]; readonly columns: readonly MappedColumn[] };

export type Difference = { readonly field: string; readonly ours: string; readonly theirs: string };
export type CheckedRow<V> = {
  readonly findings: readonly Finding[];
  /** What makes two rows the same thing; empty when it cannot be told. */
  readonly key: string;
  /** What a commit writes; null when a finding is an error. */
  readonly values: V | null;
  readonly existing: { readonly id: string; readonly version: number; readonly differences: readonly Difference[] } | null;
  /** No record but a sum or a remark of the table: left out with what is said about it. */
  readonly aside?: true;
};

/** One pass over a batch: what it looks up is read once. */
export type ImportRun<V> = {
  /** Only where a row is judged by the others, a sum by its lines: every row of the file, in its order, before the first is checked. */
  survey?(rows: Iterable<SourceRow>): void;
  check(row: SourceRow): CheckedRow<V>;
  /**
   * Only where rows are checked each for itself: while `basis` (day, scope, code tables, grids …) is the same, a row once found sound stays
   * so, and `existing` is all that can have changed about it.
   */
  readonly recall?: { readonly basis: string; existing(values: V): CheckedRow<V>['existing'] };
  /** Writes one accepted row and answers what changed; `theirs` holds the fields of an existing record to take over. */
  commit(values: V, existing: { readonly id: string; readonly theirs: ReadonlySet<string> } | null): RecordChange[];
  /** What can only be written when every row is known. */
  finish(): RecordChange[];
};

/** Why an undo leaves a record that nobody may have changed: a code with words of its own (`imports.kept.<code>`). */
export type Kept = { readonly code: string; readonly params: Readonly<Record<string, string | number>> };

export type ImportProfile<V = unknown> = {
  readonly id: ProfileName;
  readonly permission: Permission;
  readonly fields: readonly ImportField[];
  /** The field whose repetition in one file is an error, or null when repetition is allowed. */
  readonly keyField: string | null;
  /** Every sheet with a header of this kind is part of the table, each with its own columns; a cell merged downwards counts for every row it covers. */
  readonly sheetwise?: true;
  /** Titles of the empty form where they are not those of the fields; they stand in its first line. */
  readonly plainForm?: readonly string[];
  /** Only for a layout that is not one header with one record a row. */
  readonly find?: (sheets: readonly WorkbookSheet[]) => readonly FoundTable[];
  open(work: Work, batchId: string): ImportRun<V>;
  /** Tables in the order in which an undo takes their records out. */
  readonly undoOrder: readonly string[];
  /** False while other records stand on this one; `brought` holds the ids of everything the import wrote. */
  mayRemove(work: Work, entity: string, id: string, brought: ReadonlySet<string>): boolean;
  /** Only where people have to be told why a record stays; undefined where the count says enough. */
  whyKept?(work: Work, entity: string, id: string, brought: ReadonlySet<string>): Kept | undefined;
  /**
   * Only where an undo has its own way with a record: entries of a book are never removed, so what stands against one is written and answered;
   * an empty list where it has to stay. Undefined for a record that is taken back as usual.
   */
  turnRound?(work: Work, entity: string, id: string): readonly RecordChange[] | undefined;
  /** Brings search columns in line after an undo wrote a record's old values. */
  refresh(work: Work, entity: string, id: string): void;
};
