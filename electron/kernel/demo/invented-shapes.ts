import { closed, positionsOf, rounded } from '#shared/modules/grid/territory/map/position.rules.ts';
import type { Position, Shape } from '#shared/modules/grid/territory/map/shape.schema.ts';
import { fairShare, type Random } from './random.ts';

/** Open sea, a thousand kilometres from any street: nobody can take the invented community for a real one. */
const SEA: Position = [130, 20];
/** Degrees of a community: about 1,250 by 890 metres. */
const WIDTH = 0.012;
const HEIGHT = 0.008;
/** Communities lie side by side, so many in a line. */
const IN_A_LINE = 11;
const MOST_IN_A_ROW = 6;
/** How far a street leaves the straight, as a part of the space it has. */
const BEND = 0.12;

type Line = readonly Position[];

const bend = (random: Random, room: number): number => (random.next() - 0.5) * 2 * BEND * room;

/** Where the borders of a row's grids meet its upper and lower street, from west to east as parts of the width. */
const places = (random: Random, count: number): number[] => Array.from({ length: count + 1 }, (_, at) => (at === 0 || at === count ? at / count : at / count + bend(random, 1 / count)));

/** Places so near to one of the row above are that place: about a metre, as no planner would leave it. */
const NEAR = 0.001;
const fitted = (marks: readonly number[], above: readonly number[]): number[] => marks.map((mark) => above.find((other) => Math.abs(other - mark) < NEAR) ?? mark);

/** A street from west to east through all the places where borders meet it, bent like a wave; the community's own border stays straight. */
function street(random: Random, at: number, marks: readonly number[], isBorder: boolean): Line {
  const ends = [...new Set(marks)].sort((one, other) => one - other);
  const all = ends.flatMap((mark, index) => [mark, (mark + (ends[index + 1] ?? mark)) / 2]).slice(0, -1);
  const [turn, waves, height] = [random.next() * 2 * Math.PI, 4 + random.next() * 5, BEND * 0.25 * (0.5 + random.next())];
  return all.map((mark) => [mark, isBorder ? at : at + Math.sin(turn + waves * mark) * height * Math.min(1, 8 * mark, 8 * (1 - mark))]);
}

const pick = (line: Line, from: number, to: number): Line => line.filter(([mark]) => mark >= from && mark <= to);

/** A border from north to south; the community's own stays straight. */
function crossing(random: Random, from: Position, to: Position): Line {
  const isBorder = from[0] === to[0] && (from[0] === 0 || from[0] === 1);
  return [0.3, 0.7].map((share) => [from[0] + (to[0] - from[0]) * share + (isBorder ? 0 : bend(random, 0.06)), from[1] + (to[1] - from[1]) * share]);
}

/** Shapes of the unit square that fit together without gap or overlap: rows from north to south, each numbered from west to east (DB6101/T 3185). */
function tiles(random: Random, count: number): Line[] {
  const rowCount = Math.ceil(count / MOST_IN_A_ROW);
  const rows: number[][] = [];
  for (let row = 0; row < rowCount; row += 1) rows.push(fitted(places(random, fairShare(count, rowCount, row)), rows[row - 1] ?? []));
  const streets = Array.from({ length: rowCount + 1 }, (_, at) => street(random, at / rowCount, [...(rows[at - 1] ?? []), ...(rows[at] ?? [])], at === 0 || at === rowCount));
  return rows.flatMap((marks, row) => {
    const [upper = [], lower = []] = [streets[row], streets[row + 1]];
    const on = (line: Line, mark: number): Position => line.find(([place]) => place === mark) ?? [mark, 0];
    const sides = marks.map((mark) => crossing(random, on(upper, mark), on(lower, mark)));
    return marks.slice(1).map((to, at): Line => {
      const from = marks[at] ?? 0;
      return [...pick(upper, from, to), ...(sides[at + 1] ?? []), ...pick(lower, from, to).toReversed(), ...(sides[at] ?? []).toReversed()];
    });
  });
}

const placed = (index: number) => {
  const [column, line] = [index % IN_A_LINE, Math.floor(index / IN_A_LINE)];
  return ([x, y]: Position): Position => rounded([SEA[0] + (column + x) * WIDTH, SEA[1] - (line + y) * HEIGHT]);
};

/** The shapes of a community's grids, which tile its outline exactly; the same random source gives the same ones. */
export const inventedShapes = (random: Random, community: number, count: number): Shape[] => tiles(random, count).map((corners) => [[closed(corners.map(placed(community)))]]);

/** The community's outline, with the corners that its grids have on it. */
export function inventedOutline(shapes: readonly Shape[], community: number): Shape {
  const at = placed(community);
  const [[west, north], [east, south]] = [at([0, 0]), at([1, 1])];
  const corners = shapes.flatMap(positionsOf);
  const along = (keep: (corner: Position) => boolean, by: 0 | 1): Position[] => corners.filter(keep).sort((one, other) => one[by] - other[by]);
  const ring = [
    ...along(([, lat]) => lat === north, 0),
    ...along(([lon]) => lon === east, 1).toReversed(),
    ...along(([, lat]) => lat === south, 0).toReversed(),
    ...along(([lon]) => lon === west, 1),
  ].filter((corner, index, all) => index === 0 || corner.join() !== all[index - 1]?.join());
  return [[ring]];
}
