import type { Work } from '#electron/database/unit-of-work.ts';
import type { Permission } from '#shared/contract/catalogue.ts';

/** What an area says of the pictures of one of its tables: who may look, who may add and remove, and whether the record itself is in sight. */
export type AttachmentOwnerGuard = {
  readonly read: Permission;
  readonly edit: Permission;
  readonly isVisible: (work: Work, id: string) => boolean;
  /** Ends the call when the record takes no change any more, e.g. because it is closed. */
  readonly check?: (work: Work, id: string) => void;
};
