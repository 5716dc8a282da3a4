import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, doneSchema, idInput, versionedShape, windowShape } from '#shared/contract/list.ts';
import { buildingChangeSchema, buildingDraftSchema, buildingFilterSchema, buildingSchema, buildingSortSchema, misplacedBuildingSchema } from './building.schema.ts';
import { estateChangeSchema, estateDraftSchema, estateFilterSchema, estateSchema, estateSortSchema } from './estate.schema.ts';
import { mergeRoomsSchema, roomChangeSchema, roomDraftSchema, roomProposalSchema, roomSchema, splitRoomSchema } from './room.schema.ts';

export const buildingsPermissions = {
  'buildings.read': ['clerk', 'supervisor'],
  'buildings.edit': ['clerk', 'supervisor'],
  /** What concerns a whole building and everybody in it. */
  'buildings.arrange': ['supervisor'],
} as const;
const { query, report, command } = operationsFor(buildingsPermissions);

const invalidates = ['grid', 'notifications', 'audit', 'undo'];
const reason = z.string().trim().min(2).max(300);
const removal = z.strictObject({ ...versionedShape, reason });
const estateFilter = estateFilterSchema.default(estateFilterSchema.parse({}));
const buildingFilter = buildingFilterSchema.default(buildingFilterSchema.parse({}));
const layout = z.array(roomSchema);

export const buildingsOperations = {
  listEstates: query({ permission: 'buildings.read', input: z.strictObject({ filter: estateFilter, sort: estateSortSchema, ...windowShape }), output: z.array(estateSchema) }),
  countEstates: query({ permission: 'buildings.read', input: z.strictObject({ filter: estateFilter }), output: countSchema }),
  getEstate: query({ permission: 'buildings.read', input: idInput, output: estateSchema }),
  createEstate: command({ permission: 'buildings.edit', input: estateDraftSchema, output: estateSchema, invalidates }),
  updateEstate: command({ permission: 'buildings.edit', input: estateChangeSchema, output: estateSchema, invalidates }),
  /** Refused while buildings belong to it. */
  removeEstate: command({ permission: 'buildings.arrange', input: removal, output: doneSchema, invalidates }),

  listBuildings: query({ permission: 'buildings.read', input: z.strictObject({ filter: buildingFilter, sort: buildingSortSchema, ...windowShape }), output: z.array(buildingSchema) }),
  countBuildings: query({ permission: 'buildings.read', input: z.strictObject({ filter: buildingFilter }), output: countSchema }),
  getBuilding: query({ permission: 'buildings.read', input: idInput, output: buildingSchema }),
  createBuilding: command({ permission: 'buildings.edit', input: buildingDraftSchema, output: buildingSchema, invalidates }),
  updateBuilding: command({ permission: 'buildings.edit', input: buildingChangeSchema, output: buildingSchema, invalidates }),
  /** The building, its dwellings, and the households and persons filed with them go to one grid, in one act. */
  moveBuilding: command({ permission: 'buildings.arrange', input: z.strictObject({ ...versionedShape, gridId: z.uuid() }), output: buildingSchema, invalidates }),
  /** Buildings whose place on the map lies in another grid than they are filed in; of the given grids and what stands in them now, or of all. */
  listMisplaced: report({ permission: 'buildings.read', input: z.strictObject({ gridIds: z.array(z.uuid()).max(500).default([]) }), output: z.strictObject({ looked: z.int(), misplaced: z.array(misplacedBuildingSchema) }) }),
  moveBuildings: command({
    permission: 'buildings.arrange',
    input: z.strictObject({ moves: z.array(z.strictObject({ ...versionedShape, gridId: z.uuid() })).min(1).max(2000) }),
    output: z.strictObject({ dwellings: z.int(), persons: z.int() }),
    invalidates,
  }),
  /** Takes its rooms along; refused while anybody lives in it. The dwellings stay in the register. */
  removeBuilding: command({ permission: 'buildings.arrange', input: removal, output: doneSchema, invalidates }),

  /** Every room of a building, by unit, floor and place. */
  listRooms: query({ permission: 'buildings.read', input: z.strictObject({ buildingId: z.uuid() }), output: layout }),
  createRoom: command({ permission: 'buildings.edit', input: roomDraftSchema, output: roomSchema, invalidates }),
  updateRoom: command({ permission: 'buildings.edit', input: roomChangeSchema, output: roomSchema, invalidates }),
  /** Rooms side by side become one, with all their dwellings. */
  mergeRooms: command({ permission: 'buildings.edit', input: mergeRoomsSchema, output: roomSchema, invalidates }),
  splitRoom: command({ permission: 'buildings.edit', input: splitRoomSchema, output: layout, invalidates }),
  /** Refused while anybody lives in it. */
  removeRoom: command({ permission: 'buildings.edit', input: removal, output: doneSchema, invalidates }),
  /** Puts a dwelling that lies in no room into one. */
  tieDwelling: command({ permission: 'buildings.edit', input: z.strictObject({ dwellingId: z.uuid(), roomId: z.uuid() }), output: roomSchema, invalidates }),
  findRoomOfDwelling: query({ permission: 'buildings.read', input: idInput, output: z.strictObject({ roomId: z.uuid(), roomName: z.string(), buildingId: z.uuid(), building: z.string() }).nullable() }),

  /** The estates, buildings and rooms that the addresses of dwellings without a room make. Nothing is written. */
  proposeRooms: report({ permission: 'buildings.arrange', input: z.strictObject({}), output: roomProposalSchema }),
  /** Takes the proposal of the given estates as it was shown; undone as a whole. */
  takeRooms: command({
    permission: 'buildings.arrange',
    input: z.strictObject({ estates: z.array(z.strictObject({ estate: z.string().max(200), mark: z.string().max(64) })).min(1).max(2000) }),
    output: z.strictObject({ buildings: z.int(), rooms: z.int(), dwellings: z.int() }),
    invalidates,
  }),
};
