import type { UndoSource } from '#electron/kernel/undo/undo-source.ts';
import { fail } from '#shared/errors/app-error.ts';
import { everywhere } from './buildings.service.ts';
import { checkEstateName } from './estates.service.ts';

/** Undoing in the territory's houses: what was made goes out again once nothing hangs on it, what went out comes back to its own place. */
export const buildingsUndo: Readonly<Record<string, UndoSource>> = {
  estate: {
    permission: 'buildings.edit',
    restorable: ['name', 'address', 'property_company', 'property_phone', 'committee', 'note'],
    nameOf: (work, id) => work.estates.find(id)?.name ?? '',
    check: (work, id, { name, removed_at: removedAt }) => {
      const estate = work.estates.find(id);
      if (estate && typeof (removedAt ?? null) !== 'string') checkEstateName(work, typeof name === 'string' ? name : estate.name, id);
    },
    mayWithdraw: (work, id) => work.estates.countBuildings(id) === 0,
    refresh: (work, id) => {
      const estate = work.estates.find(id);
      if (estate) work.estates.replace(estate);
    },
  },
  building: {
    permission: 'buildings.edit',
    restorable: ['name', 'address', 'head_name', 'head_sex', 'head_phone', 'head_birth_on', 'head_political', 'head_education', 'note'],
    nameOf: (work, id) => work.buildings.find(everywhere(work), id)?.name ?? '',
    check: (work, id, columns) => {
      const building = work.buildings.find(everywhere(work), id);
      if (!building || typeof (columns['removed_at'] ?? null) === 'string') return;
      const name = typeof columns['name'] === 'string' ? columns['name'] : building.name;
      const other = work.buildings.findByName(building.communityId, { ...building, name });
      if (other && other.id !== id) fail('building/name-taken', { name });
    },
    mayWithdraw: (work, id) => work.rooms.ofBuilding(id).length === 0,
    refresh: (work, id) => {
      const building = work.buildings.find(everywhere(work), id);
      if (building) work.buildings.replace(building);
    },
  },
  room: {
    permission: 'buildings.edit',
    nameOf: (work, id) => work.rooms.find(id)?.name ?? '',
    check: () => undefined,
    settled: (work, id) => {
      const room = work.rooms.find(id);
      if (room?.removedAt === null && work.rooms.inTheWay(room)) fail('room/place-taken', { name: room.name });
    },
    mayWithdraw: (work, id) => work.rooms.tiedTo(id).length === 0,
    refresh: () => undefined,
  },
  dwelling_room: {
    permission: 'buildings.edit',
    nameOf: (work, id) => work.dwellings.find(everywhere(work), work.rooms.findLink(id)?.dwellingId ?? '')?.address ?? '',
    check: () => undefined,
    mayWithdraw: () => true,
    refresh: () => undefined,
  },
};
