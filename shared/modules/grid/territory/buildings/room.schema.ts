import { z } from 'zod';
import { versionedShape } from '#shared/contract/list.ts';
import { unplacedReasons } from './room-address.rules.ts';

/** The rooms of one merge or the parts of one split; a floor has no more. */
export const MOST_ROOMS_TOGETHER = 12;

const roomShape = {
  name: z.string().trim().min(1).max(40),
  /** Code of table `dwelling-use`; empty: as its dwellings say. */
  use: z.string().max(20),
};
export const roomDraftSchema = z.strictObject({ buildingId: z.uuid(), unit: z.string().trim().max(20), floor: z.int().min(-9).max(200), ...roomShape });
export const roomChangeSchema = z.strictObject({ ...versionedShape, ...roomShape });

export const roomDwellingSchema = z.strictObject({
  id: z.uuid(),
  address: z.string(),
  category: z.string(),
  use: z.string(),
  residents: z.int(),
  rented: z.boolean(),
});
export type RoomDwelling = z.infer<typeof roomDwellingSchema>;

export const roomSchema = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  unit: z.string(),
  floor: z.int(),
  leftEdge: z.int(),
  width: z.int(),
  ...roomShape,
  dwellings: z.array(roomDwellingSchema),
});
export type Room = z.infer<typeof roomSchema>;

export const mergeRoomsSchema = z.strictObject({ rooms: z.array(z.strictObject(versionedShape)).min(2).max(MOST_ROOMS_TOGETHER), name: roomShape.name });
export const splitRoomSchema = z.strictObject({
  ...versionedShape,
  /** From left to right; every dwelling of the room in exactly one of them. */
  parts: z.array(z.strictObject({ name: roomShape.name, dwellingIds: z.array(z.uuid()).max(500) })).min(2).max(MOST_ROOMS_TOGETHER),
});

/** What the addresses of one estate make. */
export const estateProposalSchema = z.strictObject({
  estate: z.string(),
  /** Changes when anything of this estate's proposal changes. */
  mark: z.string(),
  isNew: z.boolean(),
  dwellings: z.int(),
  buildings: z.array(z.strictObject({ name: z.string(), address: z.string(), isNew: z.boolean(), gridName: z.string(), grids: z.int(), units: z.int(), floors: z.int(), rooms: z.int(), dwellings: z.int() })),
});
export type EstateProposal = z.infer<typeof estateProposalSchema>;
/** As many as are shown of those that found no place; the count says how many there are. */
export const UNPLACED_SHOWN = 200;
export const roomProposalSchema = z.strictObject({
  estates: z.array(estateProposalSchema),
  unplaced: z.array(z.strictObject({ id: z.uuid(), address: z.string(), reason: z.enum(unplacedReasons) })),
  unplacedCount: z.int(),
});
export type ShownProposal = z.infer<typeof roomProposalSchema>;
