import type { InsertedRow } from '#electron/database/prepared-insert.ts';
import type { Work } from '#electron/database/unit-of-work.ts';

/** The community that stands already when an area adds to it. `written` puts a record into the one entry of the fill, `inserted` one that need not be read back. */
export type DemoCommunity = { readonly seed: number; readonly gridIds: readonly string[]; readonly written: (table: string, id: string) => void; readonly inserted: (row: InsertedRow) => void };
/** What an area invents for the demo community, from the seed and the day alone: the same seed on the same day writes the same. */
export type DemoWriter = (work: Work, community: DemoCommunity) => void;
