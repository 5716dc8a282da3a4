import type { Work } from '#electron/database/unit-of-work.ts';
import type { UndoSource } from '#electron/kernel/undo/undo-source.ts';
import type { Permission } from '#shared/contract/catalogue.ts';

/** A record on which nothing else is derived: taking it back needs no check beyond that nobody changed it since. */
export const freely = (permission: Permission, nameOf: (work: Work, id: string) => string, mayWithdraw: NonNullable<UndoSource['mayWithdraw']> = () => true): UndoSource => ({ permission, nameOf, check: () => undefined, mayWithdraw, refresh: () => undefined });
