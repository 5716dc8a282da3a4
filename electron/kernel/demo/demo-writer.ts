import type { Work } from '#electron/database/unit-of-work.ts';

/** The community that stands already when an area adds to it. `written` puts a record into the one entry of the fill. */
export type DemoCommunity = { readonly seed: number; readonly gridIds: readonly string[]; readonly written: (table: string, id: string) => void };
/** What an area invents for the demo community, from the seed and the day alone: the same seed on the same day writes the same. */
export type DemoWriter = (work: Work, community: DemoCommunity) => void;
