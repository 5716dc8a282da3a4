import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { HistoryGuard } from '#electron/kernel/audit/history-guard.ts';
import type { Handlers } from '#shared/contract/define.ts';
import type { buildingsOperations } from '#shared/modules/grid/territory/buildings/buildings.contract.ts';
import { buildingsRepository } from './buildings.repository.ts';
import { createBuilding, getBuilding, moveBuilding, removeBuilding, updateBuilding } from './buildings.service.ts';
import { estatesRepository } from './estates.repository.ts';
import { createEstate, getEstate, removeEstate, updateEstate } from './estates.service.ts';
import { misplacedRepository } from './misplaced.repository.ts';
import { listMisplaced, moveBuildings } from './misplaced.service.ts';
import { roomsRepository } from './rooms.repository.ts';
import { createRoom, findRoomOfDwelling, isRoomVisible, listRooms, mergeRooms, removeRoom, splitRoom, tieDwelling, updateRoom } from './rooms.service.ts';
import { shownProposal, takeRooms } from './take-rooms.ts';

export { buildingsExports } from './buildings.exports.ts';
export { buildingsSearch } from './buildings.search.ts';
export { buildingsUndo } from './buildings.undo.ts';

export const openBuildings = (db: Db) => ({ estates: estatesRepository(db), buildings: buildingsRepository(db), rooms: roomsRepository(db), misplaced: misplacedRepository(db) });

export const buildingsHandlers: Handlers<typeof buildingsOperations, Work> = {
  listEstates: (work, { filter, sort, ...window }) => work.estates.list(work.actor, filter, sort, window),
  countEstates: (work, { filter }) => ({ count: work.estates.count(work.actor, filter) }),
  getEstate,
  createEstate,
  updateEstate,
  removeEstate,
  listBuildings: (work, { filter, sort, ...window }) => work.buildings.list(work.actor, filter, sort, window),
  countBuildings: (work, { filter }) => ({ count: work.buildings.count(work.actor, filter) }),
  getBuilding,
  createBuilding,
  updateBuilding,
  moveBuilding,
  listMisplaced,
  moveBuildings,
  removeBuilding,
  listRooms,
  createRoom,
  updateRoom,
  mergeRooms,
  splitRoom,
  removeRoom,
  tieDwelling,
  findRoomOfDwelling,
  proposeRooms: shownProposal,
  takeRooms,
};

export const buildingsHistory: Readonly<Record<string, HistoryGuard>> = {
  estate: { permission: 'buildings.read', isVisible: (work, id) => work.estates.find(id) !== undefined },
  building: { permission: 'buildings.read', isVisible: (work, id) => work.buildings.find(work.actor, id) !== undefined },
  room: { permission: 'buildings.read', isVisible: isRoomVisible },
  dwelling_room: { permission: 'buildings.read', isVisible: (work, id) => work.dwellings.find(work.actor, work.rooms.findLink(id)?.dwellingId ?? '') !== undefined },
};
