import type { Work } from '#electron/database/unit-of-work.ts';
import type { Permission } from '#shared/contract/catalogue.ts';
import type { RevealedField } from '#shared/kernel/numbers/numbers.contract.ts';

/** What an area says of the masked numbers in one of its tables. */
export type NumberOwner = {
  /** Asked beside `numbers.reveal`. */
  readonly permission: Permission;
  /** The whole number, empty where none is stored. Error: `record/not-found` for a record out of sight. */
  readonly numberOf: (work: Work, id: string, field: RevealedField) => string;
};
