import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import type { LargeSize } from '#shared/kernel/session/demo-size.schema.ts';
import type { Aside } from './bulk-load.ts';
import type { DemoWriter } from './demo-writer.ts';

export type TownCommunity = { readonly id: string; /** Its place in the list of invented communities. */ readonly index: number; readonly gridIds: readonly string[] };

/** An invented town whose people and grids stand, as an area finds it. */
export type DemoTown = {
  readonly seed: number;
  readonly size: LargeSize;
  /** How much of the whole size is wanted: 1, or less in a trial. */
  readonly share: number;
  /** The station's own comes first. */
  readonly communities: readonly TownCommunity[];
};

/** Where a town is written: commands of twenty thousand rows or so, each with one entry, and a person who may stop it between any two of them. */
export type FillSite = {
  /** One transaction with one entry of the counts given. New records are not listed in it, because a history of millions of rows is not what a demo shows; a record that stood before is, by `changed`. */
  readonly command: <T>(counts: Readonly<Record<string, number>>, body: (work: Work, changed: (change: RecordChange) => void) => T) => T;
  /** What an area invents for the demo community, written for the station's own community of the town: one command that lists every record. */
  readonly own: <T>(write: (...given: Parameters<DemoWriter>) => T) => T;
  readonly withoutIndexes: <T>(aside: Aside, body: () => T) => T;
  /** Says how far the area is. Error: `task/cancelled`. */
  readonly step: (done: number, total: number) => void;
};

/** What an area writes into a large town instead of its `demo`; an area without one writes its `demo` for the station's own community. */
export type DemoFiller = { /** Named in the progress: `making.<what>`. */ readonly what: string; readonly fill: (site: FillSite, town: DemoTown) => void };

/** So many of something in a town of this size; at least one. */
export const countOf = ({ size, share }: Pick<DemoTown, 'size' | 'share'>, whole: Readonly<Record<LargeSize, number>>): number => Math.max(1, Math.round(whole[size] * share));

export const gridsOf = ({ communities }: DemoTown): readonly string[] => communities.flatMap(({ gridIds }) => gridIds);
