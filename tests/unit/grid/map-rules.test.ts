import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventedOutline, inventedShapes } from '#electron/kernel/demo/invented-shapes.ts';
import { seededRandom } from '#electron/kernel/demo/random.ts';
import { problemsOf } from '#shared/modules/grid/territory/map/areas.rules.ts';
import { edgeCounts, insertCorner, knit, moveCorner, removeCorner } from '#shared/modules/grid/territory/map/borders.rules.ts';
import { classBounds, classOf } from '#shared/modules/grid/territory/map/classes.rules.ts';
import { farAway, fromWgs84, toWgs84 } from '#shared/modules/grid/territory/map/coordinates.rules.ts';
import { isInShape, locator } from '#shared/modules/grid/territory/map/inside.rules.ts';
import { areaOf, joined, without } from '#shared/modules/grid/territory/map/overlay.rules.ts';
import { edgesOf, metresBetween, positionsOf } from '#shared/modules/grid/territory/map/position.rules.ts';
import { ringFault } from '#shared/modules/grid/territory/map/ring.rules.ts';
import { OUTLINE, type Drawing, type Position, type Shape } from '#shared/modules/grid/territory/map/shape.schema.ts';
import { divided, splitShape } from '#shared/modules/grid/territory/map/split.rules.ts';

const tiling = (seed: number, count: number): Drawing => {
  const shapes = inventedShapes(seededRandom(seed), 0, count);
  return { ...Object.fromEntries(shapes.map((shape, at) => [`g${at}`, shape])), [OUTLINE]: inventedOutline(shapes, 0) };
};
const gridsOf = ({ [OUTLINE]: _outline, ...grids }: Drawing): Drawing => grids;
const tilings = fc.tuple(fc.integer(), fc.integer({ min: 2, max: 12 })).map(([seed, count]) => tiling(seed, count));
const square = (west: number, south: number, size: number): Shape => [[[[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]]];
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const cornersIn = (drawing: Drawing): Position[] => Object.values(gridsOf(drawing)).flatMap(positionsOf);

describe('an invented community', () => {
  it('is tiled by its grids without gap or overlap', () => {
    fc.assert(fc.property(tilings, (drawing) => { expect(problemsOf(drawing)).toEqual([]); }), { numRuns: 20 });
  });
});

describe('a ring', () => {
  it.each([
    ['open', [[0, 0], [1, 0], [1, 1], [0, 1]]],
    ['few', [[0, 0], [1, 0], [0, 0]]],
    ['twice', [[0, 0], [1, 0], [1, 1], [1, 0], [0, 1], [0, 0]]],
    ['crossing', [[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]],
    ['crossing', [[0, 0], [2, 0], [2, 1], [2, 0.5], [0, 1], [0, 0]]],
    ['flat', [[0, 0], [1e-6, 0], [1e-6, 1e-6], [0, 0]]],
    [null, [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]],
  ] as const)('%s', (fault, ring) => expect(ringFault(ring)).toBe(fault));
});

type Edit = { readonly kind: 'move' | 'insert' | 'remove'; readonly pick: number; readonly east: number; readonly north: number };
const edits = fc.array(fc.record({ kind: fc.constantFrom('move' as const, 'insert' as const, 'remove' as const), pick: fc.nat(), east: fc.double({ min: -1, max: 1, noNaN: true }), north: fc.double({ min: -1, max: 1, noNaN: true }) }), { maxLength: 12 });
/** A few metres either way, which keeps the invented rings sound. */
const near = ([lon, lat]: Position, { east, north }: Edit): Position => [lon + east * 3e-5, lat + north * 3e-5];

function apply(drawing: Drawing, edit: Edit): Drawing {
  const corners = cornersIn(drawing);
  const at = corners[edit.pick % corners.length] ?? [0, 0];
  if (edit.kind === 'move') return moveCorner(drawing, at, near(at, edit));
  if (edit.kind === 'remove') return removeCorner(drawing, at) ?? drawing;
  const edges = Object.values(gridsOf(drawing)).flatMap((shape) => shape.flat().flatMap(edgesOf));
  const [from, to] = edges[edit.pick % edges.length] ?? [at, at];
  return insertCorner(drawing, [from, to], [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]);
}

describe('borders', () => {
  it('stay shared through any edit: no gap opens and nothing overlaps', () => {
    fc.assert(
      fc.property(tilings, edits, (drawing, list) => {
        const edited = list.reduce(apply, drawing);
        fc.pre(problemsOf(gridsOf(edited)).every(({ kind }) => kind !== 'fault'));
        expect(problemsOf(edited)).toEqual([]);
        expect([...edgeCounts(edited).values()].every((count) => count === 2)).toBe(true); // every edge has a grid on both sides, or a grid and the outline
      }),
      { numRuns: 40 },
    );
  });
  it('gain a corner of the neighbour that touches them in the middle, and lose the hair between them', () => {
    const [left, right] = [square(0, 0, 0.01), square(0.010_000_5, 0.002, 0.005)];
    const { left: mine = [], right: theirs = [] } = knit({ left, right }, 'right');
    expect(positionsOf(mine)).toContainEqual([0.010_000_5, 0.002]);
    expect(areaOf(joined([mine, theirs]))).toBeCloseTo(areaOf(mine) + areaOf(theirs), 0);
    expect(joined([mine, theirs])).toHaveLength(1);
  });
  it('keep a corner where three of them meet', () => {
    const drawing = tiling(1, 4);
    const counts = new Map<string, number>();
    for (const shape of Object.values(gridsOf(drawing))) for (const at of new Set(positionsOf(shape).map(String))) counts.set(at, (counts.get(at) ?? 0) + 1);
    const joint = cornersIn(drawing).find((at) => (counts.get(String(at)) ?? 0) >= 2 && at[1] === 20) ?? [0, 0];
    expect(removeCorner(drawing, joint)).toBeNull();
  });
});

const across = (shape: Shape, share: number): Position[] => {
  const lats = positionsOf(shape).map(([, lat]) => lat);
  const lat = Math.min(...lats) + (Math.max(...lats) - Math.min(...lats)) * (0.35 + share * 0.3);
  return [[129, lat], [131, lat + 0.0001]];
};
/** A line that passes a corner of the shape within a metre, in any direction: where slivers come from. */
const grazing = fc.option(fc.record({ turn: fc.double({ min: 0, max: Math.PI, noNaN: true }), off: fc.double({ min: -1e-5, max: 1e-5, noNaN: true }) }));
const past = (shape: Shape, pick: number, { turn, off }: { readonly turn: number; readonly off: number }): Position[] => {
  const corners = positionsOf(shape);
  const [lon, lat] = corners[pick % corners.length] ?? [0, 0];
  const [east, north] = [Math.cos(turn) * 0.05, Math.sin(turn) * 0.05];
  return [[lon - east, lat + off - north], [lon + east, lat + off + north]];
};

describe('a split', () => {
  it('keeps the area, makes two sound parts, and joining them gives the shape back', () => {
    fc.assert(
      fc.property(tilings, fc.nat(), fc.double({ min: 0.2, max: 0.8, noNaN: true }), grazing, (drawing, pick, share, graze) => {
        const grids = gridsOf(drawing);
        const id = Object.keys(grids)[pick % Object.keys(grids).length] ?? '';
        const shape = grids[id] ?? [];
        const split = splitShape(shape, graze === null ? across(shape, share) : past(shape, pick, graze));
        fc.pre(!('fault' in split));
        if ('fault' in split) return;
        const { kept, cut } = split;
        expect(Math.abs(areaOf(kept) + areaOf(cut) - areaOf(shape))).toBeLessThan(areaOf(shape) * 1e-4);
        expect(Math.abs(areaOf(joined([kept, cut])) - areaOf(shape))).toBeLessThan(areaOf(shape) * 1e-4);
        const after = divided(drawing, id, 'new', split);
        expect(problemsOf(after)).toEqual([]);
        expect([...edgeCounts(after).values()].every((count) => count === 2)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
  it('that grazes a corner goes through it, and one through a neck no wider than a line is refused', () => {
    const [x, y] = [0.01, 0.01];
    const tent: Shape = [[[[0, 0], [x, 0], [x, y], [x / 2, y + 0.000_002], [0, y], [0, 0]]]];
    const split = splitShape(tent, [[-0.001, y - 0.000_001], [x + 0.001, y - 0.000_001]]);
    expect(split).toEqual({ fault: 'not-across' });
    const slanted = splitShape(square(0, 0, 0.01), [[-0.001, -0.000_1], [0.011, 0.001_1]]);
    expect('fault' in slanted ? [] : slanted.joints).toHaveLength(1);
    expect('fault' in slanted ? [] : positionsOf(slanted.cut)).toContainEqual([0, 0]);
    const waist: Shape = [[[[0, 0], [x, 0], [x, y], [x / 2, y / 2 + 0.000_001], [0, y], [0, 0]]]];
    expect(splitShape(waist, [[-0.001, y / 2], [x + 0.001, y / 2]])).toEqual({ fault: 'crosses-often' });
  });
  it.each([
    ['not-across', [[0.001, 0.001], [0.002, 0.002]]],
    ['not-across', [[0.5, 0.5], [0.6, 0.6]]],
  ] as const)('is refused: %s', (fault, line) => expect(splitShape(square(0, 0, 0.01), line)).toEqual({ fault }));
  it('is refused through a hole, and where the line crosses more than once', () => {
    const hole: Shape = [[...(square(0, 0, 0.01)[0] ?? []), ...(square(0.004, 0.004, 0.002)[0] ?? [])]];
    expect(splitShape(hole, [[-0.001, 0.005], [0.011, 0.005]])).toEqual({ fault: 'through-hole' });
    const horseshoe: Shape = [[[[0, 0], [3, 0], [3, 3], [2, 3], [2, 1], [1, 1], [1, 3], [0, 3], [0, 0]].map(([x = 0, y = 0]) => [x / 100, y / 100] as const)]];
    expect(splitShape(horseshoe, [[-0.01, 0.02], [0.04, 0.02]])).toEqual({ fault: 'crosses-often' });
  });
});

describe('the checks', () => {
  it('name an overlap, what lies outside and a gap, with their size', () => {
    const drawing = { [OUTLINE]: square(0, 0, 0.01), a: square(0, 0, 0.005), b: square(0.004, 0, 0.005), c: square(0.009, 0.009, 0.002) };
    const found = problemsOf(drawing);
    expect(found.map((problem) => [problem.kind, 'id' in problem ? problem.id : '', Math.round(problem.kind === 'fault' ? 0 : problem.squareMetres / 1e4)])).toEqual([
      ['overlap', 'a', 6],
      ['outside', 'c', 4],
      ['gap', '', 67],
    ]);
    expect(without(drawing.b, [drawing.a])).toHaveLength(1);
    expect(problemsOf({ ...drawing, b: without(drawing.b, [drawing.a]) }).map(({ kind }) => kind)).toEqual(['outside', 'gap']);
  });
  it('say nothing of shapes that were not touched', () => {
    expect(problemsOf({ a: square(0, 0, 0.005), b: square(0.004, 0, 0.005) }, (id) => id === 'c')).toEqual([]);
  });
});

describe('a point', () => {
  it('lies in exactly the grid that holds it', () => {
    fc.assert(
      fc.property(tilings, fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (drawing, x, y) => {
        const at: Position = [130 + x * 0.012, 20 - y * 0.008];
        const shapes = Object.entries(gridsOf(drawing)).map(([id, shape]) => ({ id, shape }));
        expect(shapes.filter(({ shape }) => isInShape(at, shape))).toHaveLength(1);
        expect(locator(shapes)(at)).toBe(shapes.find(({ shape }) => isInShape(at, shape))?.id);
      }),
      { numRuns: 100 },
    );
  });
});

describe('coordinates of another system', () => {
  it.each(['gcj02', 'bd09'] as const)('%s comes back to the same place', (system) => {
    fc.assert(
      fc.property(fc.double({ min: 75, max: 134, noNaN: true }), fc.double({ min: 18, max: 53, noNaN: true }), (lon, lat) => {
        const there = fromWgs84([lon, lat], system);
        expect(metresBetween([lon, lat], there)).toBeGreaterThan(10);
        expect(metresBetween(toWgs84(there, system), [lon, lat])).toBeLessThan(1.5);
      }),
      { numRuns: 200 },
    );
  });
  it('are told apart by where they lie', () => {
    expect(farAway(square(130, 20, 0.01), [square(130.02, 20, 0.01)])).toBeNull();
    expect(farAway(square(114, 30, 0.01), [square(130.02, 20, 0.01)])).toBeGreaterThan(1000);
    expect(farAway(square(30, 60, 0.01), [])).toBeGreaterThan(1000);
  });
});

describe('classes of figures', () => {
  it.each(['quantile', 'natural'] as const)('%s: every value has one, they rise with it, and none is empty', (method) => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 1, maxLength: 60 }), (values) => {
        const bounds = classBounds(values, method);
        expect(bounds).toEqual(bounds.toSorted((one, other) => one - other));
        const used = new Set(values.map((value) => classOf(value, bounds)));
        expect(used.size).toBe(bounds.length + 1);
        expect(sum([...used])).toBe((bounds.length * (bounds.length + 1)) / 2);
      }),
    );
  });
  it('natural breaks fall into the gaps', () => expect(classBounds([1, 2, 3, 100, 101, 500, 502], 'natural', 3)).toEqual([100, 500]));
});
