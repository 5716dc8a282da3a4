import type { Rectangle } from 'electron';

/** Less of the title bar than this on a screen cannot be taken hold of (device-independent px). */
const HOLD = { width: 120, height: 40 };

const overlap = (from: number, size: number, otherFrom: number, otherSize: number): number => Math.max(0, Math.min(from + size, otherFrom + otherSize) - Math.max(from, otherFrom));
const shared = (place: Rectangle, area: Rectangle): number => overlap(place.x, place.width, area.x, area.width) * overlap(place.y, place.height, area.y, area.height);
const within = (at: number, size: number, from: number, room: number): number => Math.min(Math.max(at, from), from + room - size);

/**
 * Where a window goes that lay at `place`, given the work areas of today's screens (the first is the main one). A place whose title bar
 * can be taken hold of stays as it was, also when it hangs over an edge or was snapped to one; any other is brought whole onto the
 * screen it shares most with, made smaller if it must be.
 */
export function fittedPlace(place: Rectangle, areas: readonly [Rectangle, ...Rectangle[]]): Rectangle {
  const title = { ...place, height: HOLD.height };
  const isHeld = areas.some((area) => overlap(title.x, title.width, area.x, area.width) >= HOLD.width && title.y >= area.y - 8 && overlap(title.y, title.height, area.y, area.height) >= HOLD.height - 8);
  const area = areas.reduce((best, one) => (shared(place, one) > shared(place, best) ? one : best));
  const fits = place.width <= area.width + 16 && place.height <= area.height + 16; // a snapped window may reach over by its invisible frame
  if (isHeld && fits) return place;
  const width = Math.min(place.width, area.width);
  const height = Math.min(place.height, area.height);
  return { width, height, x: within(place.x, width, area.x, area.width), y: within(place.y, height, area.y, area.height) };
}
