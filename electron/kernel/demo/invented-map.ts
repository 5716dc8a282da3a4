import type { Work } from '#electron/database/unit-of-work.ts';
import { isInShape } from '#shared/modules/grid/territory/map/inside.rules.ts';
import { extentOf, positionsOf } from '#shared/modules/grid/territory/map/position.rules.ts';
import type { Position, Shape } from '#shared/modules/grid/territory/map/shape.schema.ts';
import { inventedOutline, inventedShapes } from './invented-shapes.ts';
import type { Community } from './invented-territory.ts';
import { randomOfPart, type Random } from './random.ts';

/** Parts of the seed that no grid uses. */
const MAP_PART = -1000;
const TRIES = 40;

type MapFacts = {
  readonly seed: number;
  readonly community: Community;
  /** The community's grids in the order of their numbers. */
  readonly gridIds: readonly string[];
  /** How many buildings the grid at this place of the list gets. */
  readonly buildings: (at: number) => number;
  readonly now: string;
  /** The grid's buildings in the register, which stand at the first of its points. */
  readonly standing?: (at: number) => readonly string[];
  /** Told of every row after it was written. */
  readonly written?: (table: 'grid_shape' | 'building_point', id: string) => void;
};

/** A place inside the shape; the middle of its extent when chance does not find one. */
function placeIn(random: Random, shape: Shape): Position {
  const [west, south, east, north] = extentOf(positionsOf(shape));
  for (let tried = 0; tried < TRIES; tried += 1) {
    const at: Position = [west + (east - west) * random.next(), south + (north - south) * random.next()];
    if (isInShape(at, shape)) return at;
  }
  return [(west + east) / 2, (south + north) / 2];
}

/** Draws a community on the map: its outline, grids that fit together, and points of buildings inside them, far out at sea. */
export function writeInventedMap(work: Work, { seed, community, gridIds, buildings, now, standing = () => [], written = () => {} }: MapFacts): void {
  const random = randomOfPart(seed, MAP_PART - community.index);
  const shapes = inventedShapes(random, community.index, gridIds.length);
  const put = (gridId: string | null, shape: Shape): void => {
    const id = work.clock.newId();
    work.shapes.insert({ id, communityId: community.id, gridId, shape, sourceSystem: 'wgs84', sourceFile: '', now });
    written('grid_shape', id);
  };
  put(null, inventedOutline(shapes, community.index));
  gridIds.forEach((gridId, at) => {
    const shape = shapes[at] ?? [];
    put(gridId, shape);
    for (let no = 1; no <= buildings(at); no += 1) {
      const id = work.clock.newId();
      const place = placeIn(random, shape);
      work.points.insert({ id, communityId: community.id, gridId, label: `${no}幢`, at: place, now });
      const building = standing(at)[no - 1];
      if (building !== undefined) work.buildings.place(building, place);
      written('building_point', id);
    }
  });
}
