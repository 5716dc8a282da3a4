import { insertCorner, knit, KNIT_METRES } from './borders.rules.ts';
import { closed, cornersOf, edgesOf, isSame, metresBetween, metresFrom, nearestOnEdge, rounded } from './position.rules.ts';
import { doEdgesMeet, ringFault } from './ring.rules.ts';
import { isInShape } from './inside.rules.ts';
import { areaOf, joined } from './overlay.rules.ts';
import type { Drawing, Polygon, Position, Ring, Shape } from './shape.schema.ts';

export type SplitFault = 'not-across' | 'crosses-often' | 'through-hole';
/** A new corner and the edge of the border it lies on, as that edge is once the joints before it are in. */
export type Joint = { readonly edge: readonly [Position, Position]; readonly at: Position };
export type Parts = { readonly kept: Shape; readonly cut: Shape; readonly joints: readonly Joint[] };
export type Split = Parts | { readonly fault: SplitFault };

/** A line that ends on the border may end a hair before it; it is taken as that much longer. */
const REACH_METRES = 1;
/** A crossing so near to a corner is that corner. Twice the width that knitting takes for one place, so that no new corner comes to lie beside an old one. */
const SNAP_METRES = 2 * KNIT_METRES;

type Crossing = { readonly at: Position; /** Edge of the ring, and how far along it. */ readonly edge: number; readonly along: number; /** Section of the line, and how far along it. */ readonly section: number; readonly far: number };

function lengthened(line: readonly Position[]): readonly Position[] {
  const beyond = (from: Position, end: Position): Position => {
    const share = REACH_METRES / Math.max(metresBetween(from, end), REACH_METRES);
    return [end[0] + (end[0] - from[0]) * share, end[1] + (end[1] - from[1]) * share];
  };
  const [first, second, beforeLast, last] = [line[0], line[1], line.at(-2), line.at(-1)];
  return first && second && beforeLast && last ? [beyond(second, first), ...line.slice(1, -1), beyond(beforeLast, last)] : line;
}

/** Where two edges cross, as shares of both; null for parallel ones. */
function crossingOf(a: Position, b: Position, c: Position, d: Position): { readonly along: number; readonly far: number } | null {
  const flat = metresFrom(a);
  const [[bx, by], [cx, cy], [dx, dy]] = [flat(b), flat(c), flat(d)];
  const cross = bx * (dy - cy) - by * (dx - cx);
  if (cross === 0) return null;
  return { along: (cx * (dy - cy) - cy * (dx - cx)) / cross, far: (cx * by - cy * bx) / cross };
}

function crossingsOf(ring: Ring, line: readonly Position[]): Crossing[] {
  const found = edgesOf(ring).flatMap(([a, b], edge) =>
    edgesOf(line).flatMap(([c, d], section): Crossing[] => {
      const shares = doEdgesMeet(a, b, c, d) ? crossingOf(a, b, c, d) : null;
      if (!shares) return [];
      const exact: Position = [a[0] + (b[0] - a[0]) * shares.along, a[1] + (b[1] - a[1]) * shares.along];
      const at = [a, b].find((end) => metresBetween(end, exact) < SNAP_METRES) ?? rounded(exact);
      return [{ at, edge, along: shares.along, section, far: shares.far }];
    }),
  );
  return found.filter(({ at }, index) => found.findIndex((other) => isSame(other.at, at)) === index).sort((one, other) => one.section - other.section || one.far - other.far);
}

const onLine = (line: readonly Position[], { section, at }: Crossing, next: Crossing): Position[] => [at, ...line.slice(section + 1, next.section + 1).map(rounded), next.at].filter((point, index, all) => index === 0 || !isSame(point, all[index - 1] ?? point));

/** The corners of a ring from one crossing on to another, in the ring's direction, both crossings included. */
function wayAround(ring: Ring, from: Crossing, to: Crossing): Position[] {
  const corners = cornersOf(ring);
  const isAhead = to.edge > from.edge || (to.edge === from.edge && to.along > from.along);
  const steps = isAhead ? to.edge - from.edge : corners.length - from.edge + to.edge;
  const between = Array.from({ length: steps }, (_, step) => corners[(from.edge + 1 + step) % corners.length]).filter((corner) => corner !== undefined);
  return [from.at, ...between, to.at].filter((point, index, all) => index === 0 || !isSame(point, all[index - 1] ?? point));
}

type Course = { readonly from: Crossing; readonly to: Crossing; readonly path: readonly Position[] };

/** The corner of the ring that a path passes so near that knitting would take it for a place of the path; null when it keeps away from all. */
function grazed(ring: Ring, { from, to, path }: Course): { readonly crossing: Crossing; readonly isNearStart: boolean } | null {
  const lengths = edgesOf(path).map(([a, b]) => metresBetween(a, b));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  for (const [corner, at] of cornersOf(ring).entries()) {
    if (isSame(at, from.at) || isSame(at, to.at)) continue;
    let before = 0;
    for (const [part, [a, b]] of edgesOf(path).entries()) {
      const { metres, along } = nearestOnEdge(at, a, b);
      const done = before + (lengths[part] ?? 0) * along;
      before += lengths[part] ?? 0;
      if (metres >= KNIT_METRES) continue;
      return { crossing: { at, edge: corner, along: 0, section: from.section + part, far: part === 0 ? from.far + (1 - from.far) * along : along }, isNearStart: done * 2 < total };
    }
  }
  return null;
}

/** Whether the border between two of its places runs within a hand of the path: what lies between is a drawn line's width and no ground. */
const hugs = (ring: Ring, one: Crossing, other: Crossing, path: readonly Position[]): boolean =>
  [wayAround(ring, one, other), wayAround(ring, other, one)].some((way) => way.every((at) => edgesOf(path).some(([a, b]) => nearestOnEdge(at, a, b).metres < SNAP_METRES)));

/** A path that begins or ends at the corners it grazes, so that no part gets a strip of nothing; null where it passes a neck no wider than that. */
function clearOfCorners(ring: Ring, line: readonly Position[], course: Course): Course | null {
  let now = course;
  for (let turn = 0; turn <= ring.length; turn += 1) {
    const near = grazed(ring, now);
    if (!near) return now;
    const { crossing, isNearStart } = near;
    if (!hugs(ring, isNearStart ? now.from : now.to, crossing, now.path)) return null;
    const [from, to] = isNearStart ? [crossing, now.to] : [now.from, crossing];
    now = { from, to, path: onLine(line, from, to) };
  }
  return null;
}

/** The new corners of the border; a crossing that is a corner already needs none. */
function jointsOf(ring: Ring, { from, to }: Course): Joint[] {
  const corners = cornersOf(ring);
  const fresh = [from, to].filter(({ at }) => !corners.some((corner) => isSame(corner, at))).toSorted((one, other) => one.along - other.along);
  return fresh.flatMap(({ at, edge }, index) => {
    const [a, b] = [corners[edge], corners[(edge + 1) % corners.length]];
    const before = fresh[index - 1];
    return a && b ? [{ edge: [before?.edge === edge ? before.at : a, b] as const, at }] : [];
  });
}

type Halves = { readonly halves: readonly [Polygon, Polygon]; readonly joints: readonly Joint[] };

function splitPolygon([outer, ...holes]: Polygon, line: readonly Position[]): Halves | SplitFault {
  if (!outer) return 'not-across';
  const crossings = crossingsOf(outer, line);
  const sections = crossings.slice(1).flatMap((to, at) => {
    const from = crossings[at];
    if (!from) return [];
    const path = onLine(line, from, to);
    const [a, b] = [path[0], path[1]];
    return a && b && isInShape([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], [[outer]]) ? [{ from, to, path }] : [];
  });
  const [section, another] = sections;
  if (!section) return 'not-across';
  if (another) return 'crosses-often';
  const course = clearOfCorners(outer, line, section);
  if (!course) return 'crosses-often';
  const { from, to, path } = course;
  if (holes.some((hole) => crossingsOf(hole, path).length > 0)) return 'through-hole';
  const rings = [[...wayAround(outer, from, to).slice(0, -1), ...path.toReversed().slice(0, -1)], [...wayAround(outer, to, from).slice(0, -1), ...path.slice(0, -1)]].map(closed);
  if (rings.some((ring) => ringFault(ring) !== null)) return 'not-across';
  const polygonOf = (ring: Ring): Polygon => [ring, ...holes.filter(([corner]) => corner !== undefined && isInShape(corner, [[ring]]))];
  const [one, other] = rings;
  return one && other ? { halves: [polygonOf(one), polygonOf(other)], joints: jointsOf(outer, course) } : 'not-across';
}

/**
 * Cuts a shape along a line that crosses it once from border to border. The larger part is kept. Nothing is lost: both parts together are the
 * shape, and they meet in the very same corners. A line that grazes a corner goes through it.
 */
export function splitShape(shape: Shape, line: readonly Position[]): Split {
  const long = lengthened(line);
  const tried = shape.map((polygon) => splitPolygon(polygon, long));
  const at = tried.findIndex((result) => typeof result !== 'string');
  const result = tried[at];
  if (result === undefined || typeof result === 'string') return { fault: tried.find((fault) => fault === 'crosses-often' || fault === 'through-hole') ?? 'not-across' };
  if (tried.some((other, index) => index !== at && typeof other !== 'string')) return { fault: 'crosses-often' };
  const [first, second] = result.halves;
  const [one, other] = areaOf([first]) >= areaOf([second]) ? [first, second] : [second, first];
  return { kept: shape.with(at, one), cut: [other], joints: result.joints };
}

/**
 * The drawing after a cut: the kept part stays with its grid, the other goes to `to`, and every neighbour has the new corners in the very edges
 * it shares, so that nothing has to be brought together by nearness.
 */
export function divided(drawing: Drawing, id: string, to: string, { kept, cut, joints }: Parts): Drawing {
  const jointed = joints.reduce((now, { edge, at }) => insertCorner(now, edge, at), drawing);
  const theirs = jointed[to];
  const after = { ...jointed, [id]: kept, [to]: theirs ? joined([theirs, cut]) : cut };
  return theirs ? knit(after, to) : after;
}
