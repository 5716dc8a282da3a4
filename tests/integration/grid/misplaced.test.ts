import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Building, MisplacedBuilding } from '#shared/modules/grid/territory/buildings/building.schema.ts';
import type { StoredShape } from '#shared/modules/grid/territory/map/map.contract.ts';
import type { Shape } from '#shared/modules/grid/territory/map/shape.schema.ts';
import { dwellingDraft, gridDraft } from '#tests/support/grids.ts';
import { personDraft } from '#tests/support/person-draft.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const square = (west: number, east: number): Shape => [[[[west, 20], [east, 20], [east, 20.002], [west, 20.002], [west, 20]]]];
let desk: Workstation;
let west: string;
let east: string;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  west = (await desk.done<{ id: string }>('grid.createGrid', gridDraft('西网格'))).id;
  east = (await desk.done<{ id: string }>('grid.createGrid', gridDraft('东网格'))).id;
  for (const building of ['1', '2']) {
    for (const room of ['101', '102']) {
      const { id: dwellingId } = await desk.done<{ id: string }>('grid.createDwelling', dwellingDraft(`清波路9号青山小区${building}幢1单元${room}室`, { gridId: west, estate: '', building: '', unit: '' }));
      await desk.done('grid.createPerson', personDraft({ gridId: west, dwellingId, idNumber: '', idType: '' }));
    }
  }
  const { estates } = await desk.done<{ estates: { estate: string; mark: string }[] }>('grid.proposeRooms');
  await desk.done('grid.takeRooms', { estates: estates.map(({ estate, mark }) => ({ estate, mark })) });
  await draw(130.001, null);
});
afterEach(() => desk.close());

/** The border between the two grids lies at a longitude. */
async function draw(border: number, version: number | null): Promise<void> {
  const entry = (gridId: string, shape: Shape) => ({ gridId, version, shape, sourceSystem: 'wgs84', sourceFile: '' });
  await desk.done<{ shapes: StoredShape[] }>('grid.saveMapShapes', { shapes: [entry(west, square(130, border)), entry(east, square(border, 130.002))] });
}
const points = (...list: (readonly [string, number])[]) => desk.done('grid.saveBuildingPoints', { points: list.map(([label, lon]) => ({ label, at: [lon, 20.001] })), sourceFile: '楼栋.geojson' });
const misplaced = async (gridIds: readonly string[] = []) => desk.done<{ looked: number; misplaced: MisplacedBuilding[] }>('grid.listMisplaced', { gridIds });
const buildings = () => desk.done<Building[]>('grid.listBuildings', {});
const undo = async () => desk.done('undo.undo', { seq: (await desk.done<{ undo: { seq: number } }>('undo.listNext')).undo.seq });

describe('points of a file', () => {
  it('give buildings of the same name their place, and none where two share the name', async () => {
    expect(await points(['青山小区1幢', 130.0005], ['青山小区 2 幢', 130.0006], ['别处3幢', 130.0007])).toEqual({ points: 3, outside: 0, buildings: 2 });
    expect((await buildings()).map(({ name, lngMicro, latMicro }) => [name, lngMicro, latMicro])).toEqual([['1幢', 130_000_500, 20_001_000], ['2幢', 130_000_600, 20_001_000]]);
    expect(await points(['青山小区1幢', 130.0002], ['青山小区1幢', 130.0003])).toMatchObject({ buildings: 0 });
  });
});

describe('after a border moved', () => {
  it('buildings that stand in another grid are found, move with everybody in them on a person’s word, and come back with one undo', async () => {
    await points(['青山小区1幢', 130.0005], ['青山小区2幢', 130.0008]);
    expect(await misplaced()).toEqual({ looked: 2, misplaced: [] });
    await draw(130.0007, 1);
    const found = await misplaced([west, east]);
    expect(found).toMatchObject({ looked: 2, misplaced: [{ title: '青山小区2幢', gridName: '西网格', inGridId: east, inGridName: '东网格', dwellings: 2, elsewhere: 2 }] });
    expect(desk.count('dwelling', `grid_id = '${east}'`)).toBe(0);
    const moves = found.misplaced.map(({ id, version, inGridId }) => ({ id, version, gridId: inGridId }));
    expect(await desk.callAs({ roles: ['clerk'] }, 'grid.moveBuildings', { moves })).toMatchObject({ error: { code: 'auth/forbidden' } });
    expect(await desk.done('grid.moveBuildings', { moves })).toEqual({ dwellings: 2, persons: 2 });
    expect([desk.count('dwelling', `grid_id = '${east}'`), desk.count('person', `grid_id = '${east}'`), desk.count('building', `grid_id = '${east}'`)]).toEqual([2, 2, 1]);
    expect((await misplaced([west, east])).misplaced).toEqual([]);
    expect(await desk.refused('grid.moveBuildings', { moves })).toBe('record/conflict');
    await undo();
    expect([desk.count('dwelling', `grid_id = '${east}'`), desk.count('person', `grid_id = '${east}'`)]).toEqual([0, 0]);
    expect((await misplaced()).misplaced).toHaveLength(1);
  });

  it('only what the border touched is looked at', async () => {
    await points(['青山小区1幢', 130.0005], ['青山小区2幢', 130.0015]);
    expect((await misplaced([east])).looked).toBe(1); // filed in the west, but standing within the east
    expect((await misplaced([west])).looked).toBe(2); // both are filed there
  });
});
