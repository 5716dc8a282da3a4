import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { HistoryGuard } from '#electron/kernel/audit/history-guard.ts';
import type { UndoSource } from '#electron/kernel/undo/undo-source.ts';
import { mayDo } from '#shared/contract/actor.ts';
import type { Handlers } from '#shared/contract/define.ts';
import type { gridLifeOperations } from '#shared/modules/grid/territory/grid-life/grid-life.contract.ts';
import { isStaffPlace } from '#shared/modules/grid/territory/grid-life/grid-team.schema.ts';
import { isGridInScope } from '../../register/scope.ts';
import { shownEvent } from './grid-events.ts';
import { handGrid } from './hand-grid.ts';
import { gridEventsRepository } from './grid-events.repository.ts';
import { listGridPlaces, mergeGrids, splitGrid } from './grid-life.service.ts';
import { gridPlacesRepository } from './grid-places.repository.ts';
import { gridSlotsRepository } from './grid-slots.repository.ts';
import { clearGridSlot, listGridTeams, saveGridSlot } from './grid-teams.service.ts';
import { undoGridEvent } from './undo-event.ts';

export const openGridLife = (db: Db) => ({ gridEvents: gridEventsRepository(db), gridPlaces: gridPlacesRepository(db), gridSlots: gridSlotsRepository(db), responsibility: { hand: handGrid } });

export const gridLifeHandlers: Handlers<typeof gridLifeOperations, Work> = {
  listGridPlaces,
  listGridEvents: (work, { gridId }) => work.gridEvents.ofGrid(gridId).map((event) => shownEvent(work, event)),
  splitGrid,
  mergeGrids,
  undoGridEvent,
  listGridTeams,
  saveGridSlot,
  clearGridSlot,
};

/** An event goes with the act it tells of; it stays in the dated history, marked as taken back. */
export const gridLifeUndo: Readonly<Record<string, UndoSource>> = {
  grid_event: {
    permission: 'territory.edit',
    nameOf: (work, id) => work.gridEvents.find(id)?.gives[0]?.name ?? '',
    check: () => undefined,
    mayWithdraw: () => true,
    withdrawn: (now) => ({ undone_at: now }),
    refresh: () => undefined,
  },
};

export const gridLifeHistory: Readonly<Record<string, HistoryGuard>> = {
  grid_event: { permission: 'grid-life.read', isVisible: (work, id) => work.gridEvents.find(id) !== undefined },
  grid_slot: {
    permission: 'grid-life.read',
    isVisible: (work, id) => {
      const slot = work.gridSlots.find(id);
      return slot !== undefined && (isStaffPlace(slot.kind) || (mayDo(work.actor.roles, 'register.read') && isGridInScope(work.actor, slot.gridId)));
    },
  },
};
