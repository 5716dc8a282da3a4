import { closed, cornersOf, edgesOf, extentOf, isSame, keyOf, meets, METRES_PER_DEGREE, metresBetween, nearestOnEdge, positionsOf, ringsOf, rounded, type Extent } from './position.rules.ts';
import type { Drawing, Position, Ring, Shape } from './shape.schema.ts';

/** A corner so near to a neighbour's border was meant to lie on it: the width of a line on a plan. */
export const KNIT_METRES = 0.3;

const changeRings = (drawing: Drawing, change: (corners: Ring) => Ring): Drawing =>
  Object.fromEntries(
    Object.entries(drawing).map(([id, shape]) => {
      let isChanged = false;
      const next = shape.map((polygon) =>
        polygon.map((ring) => {
          const corners = cornersOf(ring);
          const changed = change(corners);
          if (changed === corners) return ring;
          isChanged = true;
          return closed(changed);
        }),
      );
      return [id, isChanged ? next : shape];
    }),
  );

const withoutNeighbouringRepeats = (corners: Ring): Ring => corners.filter((at, index) => !isSame(at, corners.at(index - 1) ?? at) || corners.length === 1);

/** Moves a corner in every shape that has it, so that neighbours keep their common border. Dropped on the next corner of its ring, it merges with that. */
export function moveCorner(drawing: Drawing, from: Position, to: Position): Drawing {
  const target = rounded(to);
  return changeRings(drawing, (corners) => (corners.some((at) => isSame(at, from)) ? withoutNeighbouringRepeats(corners.map((at) => (isSame(at, from) ? target : at))) : corners));
}

/** Puts a corner into an edge of every ring that has this edge, in whichever direction. */
export function insertCorner(drawing: Drawing, edge: readonly [Position, Position], at: Position): Drawing {
  const corner = rounded(at);
  if (edge.some((end) => isSame(end, corner))) return drawing;
  return changeRings(drawing, (corners) => {
    const place = corners.findIndex((from, index) => {
      const to = corners[(index + 1) % corners.length];
      return to !== undefined && ((isSame(from, edge[0]) && isSame(to, edge[1])) || (isSame(from, edge[1]) && isSame(to, edge[0])));
    });
    return place < 0 ? corners : corners.toSpliced(place + 1, 0, corner);
  });
}

/**
 * Takes a corner out of every ring that has it. Null where it cannot go: where borders of several shapes meet, taking it out would tear a
 * hole between them; and a ring keeps at least three corners.
 */
export function removeCorner(drawing: Drawing, at: Position): Drawing | null {
  const neighbours = new Set<string>();
  let isNeeded = false;
  const next = changeRings(drawing, (corners) => {
    const place = corners.findIndex((corner) => isSame(corner, at));
    if (place < 0) return corners;
    for (const near of [corners.at(place - 1), corners[(place + 1) % corners.length]]) if (near) neighbours.add(keyOf(near));
    isNeeded ||= corners.length <= 3;
    return corners.toSpliced(place, 1);
  });
  return isNeeded || neighbours.size !== 2 ? null : next;
}

const widened = ([west, south, east, north]: Extent): Extent => {
  const margin = (2 * KNIT_METRES) / METRES_PER_DEGREE;
  return [west - margin, south - margin, east + margin, north + margin];
};

/** A ring whose corners take the place of others' corners that are meant to be the same, and which gains those that lie on its edges. */
function knitRing(ring: Ring, others: readonly Position[]): Ring {
  const extent = widened(extentOf(ring));
  const near = others.filter(([lon, lat]) => lon >= extent[0] && lon <= extent[2] && lat >= extent[1] && lat <= extent[3]);
  if (near.length === 0) return ring;
  const known = new Set(near.map(keyOf));
  const snapped = cornersOf(ring).map((corner) => {
    if (known.has(keyOf(corner))) return corner;
    return near.filter((other) => metresBetween(corner, other) < KNIT_METRES).toSorted((one, other) => metresBetween(corner, one) - metresBetween(corner, other))[0] ?? corner;
  });
  const corners = withoutNeighbouringRepeats(snapped);
  const mine = new Set(corners.map(keyOf));
  const joints = near.filter((at) => !mine.has(keyOf(at)));
  const edges = edgesOf(closed(corners));
  // beside a corner a joint lies near both edges: it belongs to the nearer one only, else the ring would pass it twice
  const placed = joints.flatMap((at) => {
    const [nearest] = edges
      .map(([from, to], edge) => ({ at, edge, ...nearestOnEdge(at, from, to) }))
      .filter(({ metres, along }) => metres < KNIT_METRES && along > 0 && along < 1)
      .sort((one, other) => one.metres - other.metres);
    return nearest ? [nearest] : [];
  });
  const filled = edges.flatMap(([from], edge) => {
    const between = placed.filter((joint) => joint.edge === edge).sort((one, other) => one.along - other.along);
    return [from, ...between.map(({ at }) => at)];
  });
  return closed(filled);
}

const knitShape = (shape: Shape, others: readonly Position[]): Shape => shape.map((polygon) => polygon.map((ring) => knitRing(ring, others)));

/**
 * Joins a shape's border to those of the others: corners that lie together become one, a corner on another's edge becomes a corner of both.
 * Afterwards every edit of a border moves it for both sides.
 */
export function knit(drawing: Drawing, id: string): Drawing {
  const own = drawing[id];
  if (!own) return drawing;
  const reach = widened(extentOf(positionsOf(own)));
  const near = Object.keys(drawing).filter((other) => other !== id && meets(reach, extentOf(positionsOf(drawing[other] ?? []))));
  const mine = knitShape(own, near.flatMap((other) => positionsOf(drawing[other] ?? [])));
  const corners = positionsOf(mine);
  return { ...drawing, ...Object.fromEntries(near.map((other) => [other, knitShape(drawing[other] ?? [], corners)])), [id]: mine };
}

/** How often each edge is drawn, whatever its direction; 2 is a border between neighbours. */
export function edgeCounts(drawing: Drawing): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [from, to] of Object.values(drawing).flatMap((shape) => ringsOf(shape).flatMap(edgesOf))) {
    const key = [keyOf(from), keyOf(to)].sort().join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
