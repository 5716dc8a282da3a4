import type { Work } from '#electron/database/unit-of-work.ts';
import type { Permission } from '#shared/contract/catalogue.ts';

/** Whose history may be read: who holds the permission and can see the record itself. */
export type HistoryGuard = { /** Absent: `isVisible` asks for it, because it hangs on the record. */ readonly permission?: Permission; readonly isVisible: (work: Work, id: string) => boolean };
