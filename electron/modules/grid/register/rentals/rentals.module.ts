import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { HistoryGuard } from '#electron/kernel/audit/history-guard.ts';
import type { TodaySource } from '#electron/kernel/notifications/today-source.ts';
import type { UndoSource } from '#electron/kernel/undo/undo-source.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { dwellingFilterSchema } from '#shared/modules/grid/register/dwelling.schema.ts';
import type { rentalsOperations } from '#shared/modules/grid/register/rentals/rentals.contract.ts';
import { rentalsRepository } from './rentals.repository.ts';
import { createRental, endRental, listRentals, updateRental } from './rentals.service.ts';

export const openRentals = (db: Db) => ({ rentals: rentalsRepository(db) });

export const rentalsHandlers: Handlers<typeof rentalsOperations, Work> = { listRentals, createRental, updateRental, endRental };

const isVisible = (work: Work, id: string): boolean => {
  const rental = work.rentals.find(id);
  return rental !== undefined && work.dwellings.find(work.actor, rental.dwellingId) !== undefined;
};

export const rentalsHistory: Readonly<Record<string, HistoryGuard>> = { rental: { permission: 'rentals.read', isVisible } };

export const rentalsUndo: Readonly<Record<string, UndoSource>> = {
  rental: {
    permission: 'rentals.edit',
    nameOf: (work, id) => work.rentals.find(id)?.tenantName ?? '',
    check: () => undefined,
    mayWithdraw: () => true,
    refresh: () => undefined,
  },
};

/** Lettings past their agreed end that nobody settled. */
export const rentalsToday: readonly TodaySource[] = [
  {
    permission: 'rentals.edit',
    items: (work) => {
      const count = work.dwellings.count(work.actor, dwellingFilterSchema.parse({ rentalOverdue: true }), work.today);
      return count === 0 ? [] : [{ kind: 'rentals-overdue', column: 'due', urgency: 'near', params: { count }, to: '/grid/dwellings?filter={"rentalOverdue":true}', since: null, dueOn: null }];
    },
  },
];
