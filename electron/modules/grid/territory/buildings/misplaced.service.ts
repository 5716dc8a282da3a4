import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { MisplacedBuilding } from '#shared/modules/grid/territory/buildings/building.schema.ts';
import { locator } from '#shared/modules/grid/territory/map/inside.rules.ts';
import { extentOf, positionsOf } from '#shared/modules/grid/territory/map/position.rules.ts';
import { moveWithEverybody } from './buildings.service.ts';

const MICRO = 1e6;

/**
 * Buildings whose place lies in another grid than they, or some of their dwellings, are filed in. After a border moved only what can have
 * changed is looked at: what is filed in the grids it touched, and what stands within their new extents. Without grids, every building.
 */
export function listMisplaced(work: Work, { gridIds }: { readonly gridIds: readonly string[] }): { looked: number; misplaced: MisplacedBuilding[] } {
  const shapes = work.shapes.list(work.actor.communityId).flatMap(({ gridId, shape }) => (gridId === null ? [] : [{ id: gridId, shape }]));
  const touched = shapes.filter(({ id }) => gridIds.includes(id)).map(({ shape }) => extentOf(positionsOf(shape)));
  const find = locator(shapes);
  const placed = work.misplaced.placed(work.actor, gridIds, touched).flatMap((building) => {
    const inGridId = find([building.lngMicro / MICRO, building.latMicro / MICRO]);
    return inGridId === null ? [] : [{ building, inGridId }]; // outside every grid: for the map's own warnings
  });
  const dwellings = new Map<string, { all: number; elsewhere: number }>();
  const gridOf = new Map(placed.map(({ building, inGridId }) => [building.id, inGridId]));
  for (const { buildingId, gridId, dwellings: count } of work.misplaced.filed([...gridOf.keys()])) {
    const known = dwellings.get(buildingId) ?? { all: 0, elsewhere: 0 };
    dwellings.set(buildingId, { all: known.all + count, elsewhere: known.elsewhere + (gridId === gridOf.get(buildingId) ? 0 : count) });
  }
  const misplaced = placed.flatMap(({ building, inGridId }): MisplacedBuilding[] => {
    const { all, elsewhere } = dwellings.get(building.id) ?? { all: 0, elsewhere: 0 };
    if (building.gridId === inGridId && elsewhere === 0) return [];
    const { id, version, title, gridName } = building;
    return [{ id, version, title, gridName, inGridId, inGridName: work.grids.find(inGridId)?.name ?? '', dwellings: all, elsewhere }];
  });
  return { looked: placed.length, misplaced };
}

/** Moves buildings with everybody in them to the grids a person chose for them, in one act. Errors: `record/conflict`, `record/not-found`; then nothing is moved. */
export function moveBuildings(work: Work, { moves }: { readonly moves: readonly { readonly id: string; readonly version: number; readonly gridId: string }[] }): { dwellings: number; persons: number } {
  const moved = moves.map((move, at) => {
    work.step(at, moves.length);
    return moveWithEverybody(work, move);
  });
  const [dwellings, persons] = [moved.reduce((sum, one) => sum + one.dwellings, 0), moved.reduce((sum, one) => sum + one.persons, 0)];
  const changes = moved.flatMap((one) => one.changes);
  if (changes.length === 0) fail('building/already-there', {});
  work.record({ action: 'building.moved', entity: 'building', entityId: moves.length === 1 ? (moves[0]?.id ?? '') : '', detail: { buildings: moves.length, dwellings, persons }, changes });
  return { dwellings, persons };
}
