import type { Work } from '#electron/database/unit-of-work.ts';
import type { Permission } from '#shared/contract/catalogue.ts';

/** What a module says about undoing acts on one of its tables. */
export type UndoSource = {
  /** Who may take back or give again; the same as for changing the record. Absent: `check` asks for it, because it hangs on the record. */
  readonly permission?: Permission;
  readonly nameOf: (work: Work, id: string) => string;
  /** Ends the call when the record may not become what it was, e.g. because its number was given to somebody else since. */
  readonly check: (work: Work, id: string, columns: Columns) => void;
  /** Asked of every record once the whole act is turned back: ends the call when the record cannot stand beside the others as it now does. */
  readonly settled?: (work: Work, id: string) => void;
  /** Whether a record that was just made may go again, asked once the whole act is turned back. Absent: a new record of this table stays, only changes are taken back. */
  readonly mayWithdraw?: (work: Work, id: string) => boolean;
  /** Columns that can be put back each for itself, out of the history: those nothing else hangs on. */
  readonly restorable?: readonly string[];
  /** What a record that goes again is marked with; absent: `removed_at`. */
  readonly withdrawn?: (now: string) => Columns;
  /** Builds again what is derived from the columns: search texts, readings. */
  readonly refresh: (work: Work, id: string) => void;
};

export type Columns = Readonly<Record<string, string | number | null>>;
