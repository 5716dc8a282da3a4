/** Where a room lies: its unit, its floor, and its stretch of that floor in twelfths of a plain room. */
export type RoomPlace = { readonly unit: string; readonly floor: number; readonly leftEdge: number; readonly width: number };
/** What a room is called decides where it goes. */
export type NamedRoom = { readonly unit: string; readonly floor: number; readonly name: string };

/** A plain room is twelve wide, so that it can be split into two, three, four or six equal ones. */
export const ROOM_WIDTH = 12;

const rightEdge = ({ leftEdge, width }: RoomPlace): number => leftEdge + width;

/** The stretch that rooms side by side have together; null unless they are two or more of one floor of one unit without a gap between them. */
export function mergedPlace(rooms: readonly RoomPlace[]): RoomPlace | null {
  const row = rooms.toSorted((a, b) => a.leftEdge - b.leftEdge);
  const [first, ...rest] = row;
  if (!first || rest.length === 0) return null;
  let right = rightEdge(first);
  for (const room of rest) {
    if (room.unit !== first.unit || room.floor !== first.floor || room.leftEdge !== right) return null;
    right = rightEdge(room);
  }
  return { ...first, width: right - first.leftEdge };
}

/** A room's stretch divided from left to right as evenly as whole twelfths allow; null when it is too narrow for so many parts. */
export function splitPlace(room: RoomPlace, parts: number): RoomPlace[] | null {
  if (parts < 2 || parts > room.width) return null;
  const edge = (part: number): number => room.leftEdge + Math.floor((part * room.width) / parts);
  return Array.from({ length: parts }, (_, part) => ({ unit: room.unit, floor: room.floor, leftEdge: edge(part), width: edge(part + 1) - edge(part) }));
}

/** The door on its floor: 3 for 303, 1203 and 商铺3; null for a name without digits. */
export function doorOf(name: string): number | null {
  const digits = /(\d+)\D*$/.exec(name.normalize('NFKC'))?.[1];
  return digits === undefined ? null : Number(digits.length > 2 ? digits.slice(-2) : digits);
}

const overlaps = (one: RoomPlace, other: RoomPlace): boolean =>
  one.unit === other.unit && one.floor === other.floor && one.leftEdge < rightEdge(other) && other.leftEdge < rightEdge(one);

/**
 * Places for new rooms beside those that stand: a door stands under the same door of the other floors, so that a missing room shows as a
 * gap; a new door goes to the right of the unit, and so does a room without a number or whose place is taken. No two places overlap.
 */
export function placeRooms(standing: readonly (NamedRoom & RoomPlace)[], wanted: readonly NamedRoom[]): RoomPlace[] {
  const columns = new Map<string, number>();
  const edges = new Map<string, number>();
  const taken = new Map<string, RoomPlace[]>();
  const key = (unit: string, mark: number): string => `${unit}\n${mark}`;
  const take = (room: RoomPlace): RoomPlace => {
    edges.set(room.unit, Math.max(edges.get(room.unit) ?? 0, rightEdge(room)));
    const floor = key(room.unit, room.floor);
    taken.set(floor, [...(taken.get(floor) ?? []), room]);
    return room;
  };
  for (const room of standing) {
    take(room);
    const door = doorOf(room.name);
    if (door !== null && !columns.has(key(room.unit, door))) columns.set(key(room.unit, door), room.leftEdge);
  }
  const doors = wanted.map(({ unit, name }) => ({ unit, door: doorOf(name) })).filter((one): one is { unit: string; door: number } => one.door !== null);
  for (const { unit, door } of doors.toSorted((a, b) => a.door - b.door)) {
    if (columns.has(key(unit, door))) continue;
    columns.set(key(unit, door), edges.get(unit) ?? 0);
    edges.set(unit, (edges.get(unit) ?? 0) + ROOM_WIDTH);
  }
  return wanted.map(({ unit, floor, name }) => {
    const door = doorOf(name);
    const column = door === null ? undefined : columns.get(key(unit, door));
    const place = { unit, floor, leftEdge: column ?? edges.get(unit) ?? 0, width: ROOM_WIDTH };
    const others = taken.get(key(unit, floor)) ?? [];
    return take(others.some((other) => overlaps(other, place)) ? { ...place, leftEdge: Math.max(...others.map(rightEdge)) } : place);
  });
}
