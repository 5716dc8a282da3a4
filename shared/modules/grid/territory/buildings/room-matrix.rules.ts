import { groupedBy } from './grouped.rules.ts';
import type { RoomPlace } from './room-layout.rules.ts';

export type Stretch = { readonly leftEdge: number; readonly width: number };
export type MatrixFloor<R> = { readonly floor: number; readonly rooms: readonly R[]; /** Where nothing is registered. */ readonly gaps: readonly Stretch[] };
export type MatrixUnit<R> = { readonly unit: string; /** In twelfths of a plain room. */ readonly width: number; /** From the top down. */ readonly floors: readonly MatrixFloor<R>[] };

function gapsBetween(rooms: readonly Stretch[], width: number): Stretch[] {
  const gaps: Stretch[] = [];
  let from = 0;
  for (const { leftEdge, width: taken } of [...rooms, { leftEdge: width, width: 0 }]) {
    if (leftEdge > from) gaps.push({ leftEdge: from, width: leftEdge - from });
    from = Math.max(from, leftEdge + taken);
  }
  return gaps;
}

/** The rooms of a building as a matrix for each unit: every floor from the highest to the lowest, the ground floor and those as built included; there is no floor 0. */
export function roomMatrix<R extends RoomPlace>(rooms: readonly R[], builtFloors: number): MatrixUnit<R>[] {
  const highest = Math.max(1, builtFloors, ...rooms.map(({ floor }) => floor));
  const lowest = Math.min(1, ...rooms.map(({ floor }) => floor));
  const floors = Array.from({ length: highest - lowest + 1 }, (_, index) => highest - index).filter((floor) => floor !== 0 || rooms.some((room) => room.floor === 0));
  return [...groupedBy(rooms, ({ unit }) => unit)]
    .toSorted(([a], [b]) => a.localeCompare(b, 'zh-Hans-CN', { numeric: true }))
    .map(([unit, own]) => {
      const width = Math.max(...own.map(({ leftEdge, width: taken }) => leftEdge + taken));
      return {
        unit,
        width,
        floors: floors.map((floor) => {
          const row = own.filter((room) => room.floor === floor).toSorted((a, b) => a.leftEdge - b.leftEdge);
          return { floor, rooms: row, gaps: gapsBetween(row, width) };
        }),
      };
    });
}

export const matrixKeys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'] as const;
export type MatrixKey = (typeof matrixKeys)[number];

/** The room a key goes to: sideways along the floor and on into the next unit, up and down to the next floor that has a room there. */
export function roomBeside<R extends RoomPlace>(units: readonly MatrixUnit<R>[], room: R, key: MatrixKey): R | undefined {
  const own = units.find(({ unit }) => unit === room.unit);
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const floors = own?.floors.filter(({ floor, rooms }) => rooms.length > 0 && (key === 'ArrowUp' ? floor > room.floor : floor < room.floor)) ?? [];
    const next = key === 'ArrowUp' ? floors.at(-1) : floors[0];
    const distance = ({ leftEdge }: R): number => Math.abs(leftEdge - room.leftEdge);
    return next?.rooms.toSorted((a, b) => distance(a) - distance(b))[0];
  }
  const along = units.flatMap(({ floors }) => floors.find(({ floor }) => floor === room.floor)?.rooms ?? []);
  if (key === 'Home') return along[0];
  if (key === 'End') return along.at(-1);
  return along[along.indexOf(room) + (key === 'ArrowLeft' ? -1 : 1)];
}
