import type { Work } from '#electron/database/unit-of-work.ts';

/** What an area says of one of its tables in the catalogue of data sets. */
export type DataSetFacts = {
  /** The standard or official form its fields follow. */
  readonly standard: string;
  /** How whole its records are by the area's own rule, 0 to 100; null without records. */
  readonly completeness?: (work: Work) => number | null;
};
