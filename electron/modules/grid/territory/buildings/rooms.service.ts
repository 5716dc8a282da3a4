import { begunRemovable } from '#electron/database/record-store.ts';
import type { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import { groupedBy } from '#shared/modules/grid/territory/buildings/grouped.rules.ts';
import { mergedPlace, placeRooms, splitPlace } from '#shared/modules/grid/territory/buildings/room-layout.rules.ts';
import type { mergeRoomsSchema, Room, roomChangeSchema, roomDraftSchema, splitRoomSchema } from '#shared/modules/grid/territory/buildings/room.schema.ts';
import { buildingOf } from './buildings.service.ts';
import { changed } from './estates.service.ts';
import type { RoomRecord } from './rooms.repository.ts';

type Versioned = { readonly id: string; readonly version: number };

/** A room that was not removed, of a building in the actor's grids, in the version the actor has seen. */
function roomOf(work: Work, { id, version }: Versioned): RoomRecord {
  const room = work.rooms.find(id);
  if (!room || room.removedAt !== null) return fail('record/not-found', {});
  buildingOf(work, room.buildingId);
  checkVersion(work, 'room', room, version);
  return room;
}

export function listRooms(work: Work, { buildingId }: { readonly buildingId: string }): Room[] {
  buildingOf(work, buildingId);
  const dwellings = groupedBy(work.rooms.dwellingsOf(work.actor, buildingId), ({ roomId }) => roomId);
  return work.rooms.ofBuilding(buildingId).map(({ id, version, unit, floor, name, leftEdge, width, use }) => ({
    id, version, unit, floor, name, leftEdge, width, use,
    dwellings: (dwellings.get(id) ?? []).map(({ roomId: _room, ...dwelling }) => dwelling),
  }));
}

const shown = (work: Work, { id, buildingId }: Pick<RoomRecord, 'id' | 'buildingId'>): Room => listRooms(work, { buildingId }).find((room) => room.id === id) ?? fail('record/not-found', {});

/** Ends the call with `room/name-taken` when another room of the floor is called so; `own` are the rooms that will not be there any more, or are it. */
function checkName(work: Work, { buildingId, unit, floor }: Pick<RoomRecord, 'buildingId' | 'unit' | 'floor'>, name: string, own: readonly string[]): void {
  const other = work.rooms.ofBuilding(buildingId).find((room) => room.unit === unit && room.floor === floor && room.name === name && !own.includes(room.id));
  if (other) fail('room/name-taken', { name });
}

function rewrite(work: Work, room: RoomRecord, values: Partial<RoomRecord>): RecordChange {
  const before = work.rows.read('room', room.id);
  work.rooms.replace(changed(work, room, values));
  return work.rows.change('room', room.id, before);
}

/** Ties a dwelling to a room, or to another one. */
export function tie(work: Work, dwellingId: string, roomId: string): RecordChange {
  const link = work.rooms.linkOf(dwellingId);
  if (!link) return work.rows.creation(work.rooms.insertLink({ ...begunRemovable(work), dwellingId, roomId }));
  const before = work.rows.read('dwelling_room', link.id);
  work.rooms.replaceLink(changed(work, link, { roomId, removedAt: null }));
  return work.rows.change('dwelling_room', link.id, before);
}

export function createRoom(work: Work, draft: z.output<typeof roomDraftSchema>): Room {
  buildingOf(work, draft.buildingId);
  checkName(work, draft, draft.name, []);
  const [place] = placeRooms(work.rooms.ofBuilding(draft.buildingId), [draft]);
  if (!place) return fail('record/not-found', {});
  const room = { ...begunRemovable(work), ...draft, ...place };
  const row = work.rooms.insert(room);
  work.record({ action: 'room.created', entity: 'room', entityId: room.id, detail: { name: room.name }, changes: [work.rows.creation(row)] });
  return shown(work, room);
}

export function updateRoom(work: Work, { id, version, name, use }: z.output<typeof roomChangeSchema>): Room {
  const room = roomOf(work, { id, version });
  checkName(work, room, name, [id]);
  work.record({ action: 'room.changed', entity: 'room', entityId: id, changes: [rewrite(work, room, { name, use })] });
  return shown(work, room);
}

/** The leftmost room stays and takes the stretch and the dwellings of the others. Errors: `room/not-side-by-side`, `room/name-taken`. */
export function mergeRooms(work: Work, { rooms: wanted, name }: z.output<typeof mergeRoomsSchema>): Room {
  const rooms = wanted.map((one) => roomOf(work, one)).toSorted((a, b) => a.leftEdge - b.leftEdge);
  const [kept, ...others] = rooms;
  const place = mergedPlace(rooms);
  if (!kept || !place || rooms.some((room) => room.buildingId !== kept.buildingId)) return fail('room/not-side-by-side', {});
  checkName(work, kept, name, rooms.map(({ id }) => id));
  const names = rooms.map((room) => room.name).join('、');
  const removedAt = work.clock.now().toISOString();
  const changes = others.flatMap((room) => work.rooms.tiedTo(room.id)).map((dwellingId) => tie(work, dwellingId, kept.id));
  changes.push(rewrite(work, kept, { ...place, name }), ...others.map((room) => rewrite(work, room, { removedAt })));
  work.record({ action: 'rooms.merged', entity: 'room', entityId: kept.id, detail: { name, rooms: names }, changes });
  return shown(work, kept);
}

/**
 * The room keeps the first part; each further part is a new room to its right. Errors: `room/too-narrow`, `room/name-taken`,
 * `room/dwelling-left-out` unless every dwelling of the room is in exactly one part.
 */
export function splitRoom(work: Work, { id, version, parts }: z.output<typeof splitRoomSchema>): Room[] {
  const room = roomOf(work, { id, version });
  const places = splitPlace(room, parts.length) ?? fail('room/too-narrow', { name: room.name });
  const tied = work.rooms.tiedTo(id);
  const given = parts.flatMap(({ dwellingIds }) => dwellingIds);
  const leftOut = tied.filter((dwellingId) => !given.includes(dwellingId)).length;
  if (leftOut > 0 || given.length !== tied.length) fail('room/dwelling-left-out', { count: Math.max(1, leftOut) });
  parts.forEach(({ name }, index) => {
    if (parts.findIndex((part) => part.name === name) !== index) fail('room/name-taken', { name });
    checkName(work, room, name, [id]);
  });
  const rows: RecordChange[] = [];
  const ties: RecordChange[] = [];
  parts.forEach(({ name, dwellingIds }, index) => {
    const place = places[index];
    if (!place) return;
    if (index === 0) return void rows.push(rewrite(work, room, { ...place, name }));
    const part = { ...begunRemovable(work), buildingId: room.buildingId, use: room.use, ...place, name };
    rows.push(work.rows.creation(work.rooms.insert(part)));
    ties.push(...dwellingIds.map((dwellingId) => tie(work, dwellingId, part.id)));
  });
  work.record({ action: 'room.split', entity: 'room', entityId: id, detail: { name: room.name, rooms: parts.map(({ name }) => name).join('、') }, changes: [...ties, ...rows] });
  return listRooms(work, room);
}

/** Goes out of the layout; its dwellings stay in the register without a room. Refused with `room/has-people` while anybody lives in it. */
export function removeRoom(work: Work, { id, version, reason }: Versioned & { readonly reason: string }): Record<string, never> {
  const room = roomOf(work, { id, version });
  const persons = work.rooms.countPersons(id);
  if (persons > 0) fail('room/has-people', { name: room.name, persons });
  work.record({ action: 'room.removed', entity: 'room', entityId: id, detail: { name: room.name, reason }, changes: [rewrite(work, room, { removedAt: work.clock.now().toISOString() })] });
  return {};
}

/** Puts a dwelling without a room into one. Error: `room/dwelling-elsewhere` when it lies in another. */
export function tieDwelling(work: Work, { dwellingId, roomId }: { readonly dwellingId: string; readonly roomId: string }): Room {
  const room = work.rooms.find(roomId);
  if (!room || room.removedAt !== null) return fail('record/not-found', {});
  buildingOf(work, room.buildingId);
  const dwelling = work.dwellings.find(work.actor, dwellingId);
  if (!dwelling || dwelling.removedAt !== null) return fail('record/not-found', {});
  const at = work.rooms.placeOf(dwellingId);
  if (at) return fail('room/dwelling-elsewhere', { room: `${at.building}${at.unit}${at.name}` });
  work.record({ action: 'room.dwelling-tied', entity: 'room', entityId: roomId, detail: { name: room.name, address: dwelling.address }, changes: [tie(work, dwellingId, roomId)] });
  return shown(work, room);
}

export function findRoomOfDwelling(work: Work, { id }: { readonly id: string }) {
  const dwelling = work.dwellings.find(work.actor, id);
  const at = dwelling && work.rooms.placeOf(id);
  if (!at || !work.buildings.find(work.actor, at.buildingId)) return null;
  return { roomId: at.id, roomName: `${at.unit}${at.name}`, buildingId: at.buildingId, building: at.building };
}

/** Whether the actor may see a room, for its history and for undoing. */
export const isRoomVisible = (work: Work, id: string): boolean => {
  const room = work.rooms.find(id);
  return room !== undefined && work.buildings.find(work.actor, room.buildingId) !== undefined;
};
