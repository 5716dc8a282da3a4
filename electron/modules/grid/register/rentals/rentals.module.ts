import { z } from 'zod';
import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { HistoryGuard } from '#electron/kernel/audit/history-guard.ts';
import type { ExportList } from '#electron/kernel/exports/export-list.ts';
import type { TodaySource } from '#electron/kernel/notifications/today-source.ts';
import type { UndoSource } from '#electron/kernel/undo/undo-source.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { dwellingFilterSchema } from '#shared/modules/grid/register/dwelling.schema.ts';
import type { rentalsOperations } from '#shared/modules/grid/register/rentals/rentals.contract.ts';
import { rentalState } from '#shared/modules/grid/register/rentals/rental-state.rules.ts';
import type { RentalState } from '#shared/modules/grid/register/rentals/rental.schema.ts';
import { maskIdNumber, maskPhone } from '#shared/modules/grid/register/masking.rules.ts';
import { rentalsRepository } from './rentals.repository.ts';
import { createRental, endRental, listRentals, updateRental } from './rentals.service.ts';

export const openRentals = (db: Db) => ({ rentals: rentalsRepository(db) });

export const rentalsHandlers: Handlers<typeof rentalsOperations, Work> = { listRentals, createRental, updateRental, endRental };

/** As a workbook says it; exports speak the language of the forms. */
const STATE_WORDS: Readonly<Record<RentalState, string>> = { running: '在租', overdue: '已到期', left: '已退租' };

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

const rentalQuery = z.object({});
const rentalList: ExportList<z.output<typeof rentalQuery>> = {
  permission: 'rentals.read',
  query: rentalQuery,
  fields: ['address', 'gridName', 'state', 'rentalUse', 'rentalType', 'tenantName', 'tenantIdNumber', 'tenantPhone', 'startsOn', 'endsOn', 'leftOn', 'note'],
  days: ['startsOn', 'endsOn', 'leftOn'],
  count: (work) => work.rentals.countAll(work.actor),
  *windows(work, _query, size) {
    const label = (table: string, code: string): string => work.codeTables.labelOf(table, code, 'zh-CN');
    for (let offset = 0; ; offset += size) {
      const rows = work.rentals.listAll(work.actor, { offset, limit: size });
      if (rows.length > 0)
        yield rows.map((row) => ({ ...row, state: STATE_WORDS[rentalState(row, work.today)], rentalUse: label('dwelling-rental-use', row.rentalUse), rentalType: label('dwelling-rental-type', row.rentalType), tenantIdNumber: maskIdNumber(row.tenantIdNumber), tenantPhone: maskPhone(row.tenantPhone) }));
      if (rows.length < size) return;
    }
  },
};
export const rentalsExports: Readonly<Record<string, ExportList>> = { 'grid.rentals': rentalList as ExportList }; // the exporter parses the query with the list's own schema

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
