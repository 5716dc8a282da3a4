import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seededRandom } from '#electron/kernel/demo/random.ts';
import { inventedOutline, inventedShapes } from '#electron/kernel/demo/invented-shapes.ts';
import { gapsOf, problemsOf } from '#shared/modules/grid/territory/map/areas.rules.ts';
import { knit, moveCorner } from '#shared/modules/grid/territory/map/borders.rules.ts';
import type { MapGrid, StoredShape } from '#shared/modules/grid/territory/map/map.contract.ts';
import { OUTLINE, type Drawing, type Shape } from '#shared/modules/grid/territory/map/shape.schema.ts';
import { splitShape } from '#shared/modules/grid/territory/map/split.rules.ts';
import { rowsOf } from '#tests/support/recount.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

type MapOf = { grids: MapGrid[]; shapes: StoredShape[]; hasOthers: boolean; backdrop: { id: string; version: number; name: string } | null };
const square = (west: number, south: number, size: number): Shape => [[[[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]]];
const shapes = inventedShapes(seededRandom(7), 0, 3);
const outline = inventedOutline(shapes, 0);

let desk: Workstation;
let ids: string[];
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  ids = [];
  for (const name of ['东网格', '西网格', '南网格', '北网格']) ids.push((await desk.done<{ id: string }>('grid.createGrid', { name, type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' })).id);
});
afterEach(() => desk.close());

const entry = (gridId: string | null, shape: Shape | null, version: number | null = null) => ({ gridId, version, shape, sourceSystem: 'wgs84', sourceFile: '' });
const save = (...list: ReturnType<typeof entry>[]) => desk.call('grid.saveMapShapes', { shapes: list });
const saveAll = () => desk.done<{ shapes: StoredShape[] }>('grid.saveMapShapes', { shapes: [entry(null, outline), ...shapes.map((shape, at) => entry(ids[at] ?? '', shape))] });
const read = () => desk.done<MapOf>('grid.getMap', {});
const rows = () => desk.sqlite().prepare('SELECT * FROM grid_shape ORDER BY id').all();
const drawingOf = (map: MapOf): Drawing => Object.fromEntries(map.shapes.map(({ gridId, shape }) => [gridId ?? OUTLINE, shape]));

describe('the map', () => {
  it('keeps every digit of a border, its area and where it came from', async () => {
    await saveAll();
    const map = await read();
    expect(map.shapes.map(({ gridId, shape, version }) => ({ gridId, shape, version }))).toEqual([{ gridId: null, shape: outline, version: 1 }, ...shapes.map((shape, at) => ({ gridId: ids[at], shape, version: 1 }))]);
    expect(map.shapes[1]?.areaM2).toBeGreaterThan(100_000);
    expect(map.grids).toHaveLength(4);
    expect(map.hasOthers).toBe(false);
    expect(desk.count('audit_entry', "action = 'map.drawn'")).toBe(1);
  });

  it('moves a common border in one transaction with one entry that names both grids', async () => {
    await saveAll();
    const before = await read();
    const drawing = drawingOf(before);
    const joint = drawing[ids[0] ?? '']?.[0]?.[0]?.find(([lon, lat]) => lon > 130.003 && lat < 19.999 && lat > 19.993) ?? [0, 0];
    const after = moveCorner(drawing, joint, [joint[0] + 0.0001, joint[1]]);
    const touched = before.shapes.filter(({ gridId }) => after[gridId ?? OUTLINE] !== drawing[gridId ?? OUTLINE]);
    expect(touched).toHaveLength(2);
    const audits = desk.count('audit_entry');
    await desk.done('grid.saveMapShapes', { shapes: touched.map(({ gridId, version }) => entry(gridId, after[gridId ?? OUTLINE] ?? null, version)) });
    expect(desk.count('audit_entry')).toBe(audits + 1);
    const now = await read();
    expect(problemsOf(drawingOf(now))).toEqual([]);
    expect(now.shapes.map(({ version }) => version).toSorted((one, other) => one - other)).toEqual([1, 1, 2, 2]);
    const [change] = await desk.done<{ fields: Record<string, unknown> }[]>('audit.listChanges', { entity: 'grid_shape', id: touched[0]?.id });
    expect(Object.keys(change?.fields ?? {})).toEqual(expect.arrayContaining(['geometry', 'area_m2']));
  });

  it('gives a split-off part to another grid, and putting back what the log holds restores the exact geometry', async () => {
    await saveAll();
    const before = await read();
    const own = shapes[1] ?? [];
    const split = splitShape(own, [[129.9, 19.996], [130.1, 19.9961]]);
    if ('fault' in split) throw new Error(split.fault);
    const drawing = knit(knit({ ...drawingOf(before), [ids[1] ?? '']: split.kept, [ids[3] ?? '']: split.cut }, ids[3] ?? ''), ids[1] ?? '');
    const versionOf = (gridId: string | null) => before.shapes.find((stored) => stored.gridId === gridId)?.version ?? null;
    await desk.done('grid.saveMapShapes', { shapes: [null, ...ids].map((id) => entry(id, drawing[id ?? OUTLINE] ?? null, versionOf(id))) });
    expect(problemsOf(drawingOf(await read()))).toEqual([]);
    expect(desk.count('grid_shape')).toBe(5);

    const back = await Promise.all(before.shapes.map(async ({ id, gridId, version }) => {
      const [change] = await desk.done<{ fields: { geometry?: [string, string] } }[]>('audit.listChanges', { entity: 'grid_shape', id });
      const geometry = change?.fields.geometry?.[0];
      return entry(gridId, geometry === undefined ? (before.shapes.find((stored) => stored.id === id)?.shape ?? null) : (JSON.parse(geometry) as { coordinates: Shape }).coordinates, version + 1);
    }));
    await desk.done('grid.saveMapShapes', { shapes: [...back, entry(ids[3] ?? '', null, 1)] });
    expect((await read()).shapes.map(({ gridId, shape, areaM2 }) => ({ gridId, shape, areaM2 }))).toEqual(before.shapes.map(({ gridId, shape, areaM2 }) => ({ gridId, shape, areaM2 })));
  });
});

describe('what main refuses, without changing a row', () => {
  const crossing: Shape = [[[[130, 20], [130.01, 20.01], [130.01, 20], [130, 20.01], [130, 20]]]];
  it.each([
    ['map/shape-invalid', () => [entry(ids[3] ?? '', crossing)]],
    ['map/shapes-overlap', () => [entry(ids[3] ?? '', square(130.005, 19.995, 0.001))]],
    ['map/shape-outside', () => [entry(ids[3] ?? '', square(130.02, 19.995, 0.001))]],
    ['map/elsewhere', () => [entry(ids[3] ?? '', square(116.39, 39.9, 0.001))]],
    ['record/conflict', () => [entry(ids[0] ?? '', shapes[0] ?? null)]],
    ['record/not-found', () => [entry('019c0000-0000-7000-9000-00000000dead', square(130.005, 19.995, 0.001))]],
  ])('%s', async (code, list) => {
    await saveAll();
    const before = rows();
    expect(await save(...list())).toMatchObject({ ok: false, error: { code } });
    expect(rows()).toEqual(before);
  });
  it('a version somebody else has already changed', async () => {
    await saveAll();
    await desk.done('grid.saveMapShapes', { shapes: [entry(ids[0] ?? '', shapes[0] ?? null, 1)] });
    expect(await save(entry(ids[0] ?? '', shapes[0] ?? null, 1))).toMatchObject({ ok: false, error: { code: 'record/conflict', params: { by: '王芳' } } });
  });
  it('a grid that is closed', async () => {
    await desk.done('grid.closeGrid', { id: ids[3], version: 1, closedOn: '2026-03-02', reason: '合并' });
    expect(await save(entry(ids[3] ?? '', square(130, 20, 0.001)))).toMatchObject({ ok: false, error: { code: 'grid/closed' } });
  });
  it('coordinates outside the country when there is nothing else to go by', async () => {
    expect(await save(entry(ids[0] ?? '', square(39.9, 66, 0.01)))).toMatchObject({ ok: false, error: { code: 'map/elsewhere' } });
    expect(desk.count('grid_shape')).toBe(0);
  });
  it('but a gap is for the person to judge, and one shape of an overlap can be cut back', async () => {
    await desk.done('grid.saveMapShapes', { shapes: [entry(null, outline), entry(ids[0] ?? '', shapes[0] ?? null)] });
    expect(gapsOf(drawingOf(await read()))).toHaveLength(1);
  });
});

describe('the warnings page', () => {
  it('tells gaps, grids that are not drawn, and an overlap that a grid brings back', async () => {
    const counts = async () => Object.fromEntries((await desk.done<{ kind: string; count: number }[]>('grid.listWarnings', {})).filter(({ kind }) => kind.startsWith('map-') || kind === 'grid-not-drawn').map(({ kind, count }) => [kind, count]));
    expect(await counts()).toEqual({ 'map-overlap': 0, 'map-gap': 0, 'grid-not-drawn': 0 });
    await saveAll();
    expect(await counts()).toEqual({ 'map-overlap': 0, 'map-gap': 0, 'grid-not-drawn': 1 });
    await desk.done('grid.closeGrid', { id: ids[0], version: 1, closedOn: '2026-03-02', reason: '合并' });
    expect(await counts()).toMatchObject({ 'map-gap': 1 });
    await desk.done('grid.saveMapShapes', { shapes: [entry(ids[3] ?? '', shapes[0] ?? null)] });
    expect(await counts()).toEqual({ 'map-overlap': 0, 'map-gap': 0, 'grid-not-drawn': 0 });
    await desk.done('grid.reopenGrid', { id: ids[0], version: 2 });
    expect(await counts()).toMatchObject({ 'map-overlap': 1 });
  });
});

describe('points of buildings', () => {
  it('are filed in the grid that holds them, and anew when its border moves', async () => {
    await saveAll();
    const at = shapes.map((shape) => shape[0]?.[0]?.[0] ?? [0, 0]).map(([lon, lat]): [number, number] => [lon + 0.002, lat - 0.002]);
    expect(await desk.done('grid.saveBuildingPoints', { points: [...at.map((point, no) => ({ label: `${no + 1}幢`, at: point })), { label: '外', at: [130.02, 20.001] }], sourceFile: 'a.geojson' })).toEqual({ points: 4, outside: 1, buildings: 0 });
    expect(desk.sqlite().prepare('SELECT grid_id FROM building_point ORDER BY rowid').pluck().all()).toEqual([...ids.slice(0, 3), null]);
    await desk.done('grid.saveMapShapes', { shapes: [entry(ids[0] ?? '', null, 1)] });
    expect(desk.count('building_point', 'grid_id IS NULL')).toBe(2);
    expect(await desk.done('grid.listBuildingPoints', {})).toMatchObject({ labels: ['1幢', '2幢', '3幢', '外'] });
  });
});

describe('a scanned plan', () => {
  it('lies in the encrypted file, is moved by its corners and is replaced as a whole', async () => {
    const corners = [[130, 20], [130.01, 20], [130, 19.99]];
    const bytes = new Uint8Array([1, 2, 3]);
    const administrator = { roles: ['supervisor'] as const };
    const put = (name: string) => desk.callAs(administrator, 'grid.insertBackdrop', { name, mediaType: 'image/png', width: 10, height: 10, corners, bytes });
    const first = await put('规划图.png');
    expect(first).toMatchObject({ ok: true, data: { name: '规划图.png', opacity: 60, corners } });
    const { backdrop } = await read();
    expect(await desk.done('grid.getBackdropPicture', { id: backdrop?.id })).toMatchObject({ mediaType: 'image/png' });
    const moved = await desk.done<{ version: number }>('grid.updateBackdrop', { id: backdrop?.id, version: 1, corners, opacity: 40 });
    expect(moved.version).toBe(2);
    expect(await desk.refused('grid.updateBackdrop', { id: backdrop?.id, version: 1, corners, opacity: 40 })).toBe('record/conflict');
    await put('新图.png');
    expect([desk.count('map_backdrop'), desk.count('map_backdrop_picture')]).toEqual([1, 1]);
    const { backdrop: now } = await read();
    await desk.done('grid.removeBackdrop', { id: now?.id, version: now?.version });
    expect([desk.count('map_backdrop'), desk.count('map_backdrop_picture')]).toEqual([0, 0]);
  });
});

type Figures = { readonly gridId: string; readonly persons: number; readonly floating: number; readonly households: number; readonly members: number; readonly openMatters: number | null; readonly recentMatters: number | null; readonly lateMatters: number | null };
describe('the demo', () => {
  it('has a map without gap or overlap, and figures that equal a recount', async () => {
    const demo = await openWorkstation({ roles: ['supervisor'], demo: true });
    await demo.done('session.fillDemo', { seed: 20_261_123 });
    const map = await demo.done<MapOf>('grid.getMap', {});
    expect(map.shapes).toHaveLength(9);
    expect(problemsOf(drawingOf(map))).toEqual([]);
    const figures = await demo.done<Figures[]>('grid.summariseMapFigures', {});
    for (const { gridId, persons, floating, households, members } of figures)
      expect([demo.count('person', `grid_id = '${gridId}'`), demo.count('person', `grid_id = '${gridId}' AND category = 'floating'`), demo.count('household', `grid_id = '${gridId}'`), demo.count('grid_member', `grid_id = '${gridId}'`)]).toEqual([persons, floating, households, members]);
    const matters = rowsOf(demo, 'matter').filter((row) => row['reported_on'] !== null);
    for (const { gridId, openMatters, recentMatters, lateMatters } of figures) {
      const [mine, open] = [matters.filter((row) => row['grid_id'] === gridId), matters.filter((row) => row['grid_id'] === gridId && row['outcome'] === '')];
      expect([openMatters, recentMatters, lateMatters]).toEqual([open.length, mine.filter((row) => String(row['reported_on']) >= '2026-02-01' && row['outcome'] !== 'void').length, open.filter((row) => row['due_on'] !== null && String(row['due_on']) < '2026-03-02').length]);
      expect(await demo.done('grid.countMatters', { filter: { gridIds: [gridId], life: 'all', figure: 'reported', reportedFrom: '2026-02-01', reportedUntil: '2026-03-02' } })).toEqual({ count: recentMatters });
    }
    expect(figures.reduce((sum, { openMatters }) => sum + (openMatters ?? 0), 0)).toBeGreaterThan(0);
    const [first] = figures;
    const seenBy = async (who: Parameters<typeof demo.callAs>[0]) => (await demo.callAs(who, 'grid.summariseMapFigures', {}) as { data: Figures[] }).data.filter(({ openMatters }) => openMatters !== null).map(({ gridId }) => gridId); // it succeeds for everybody
    expect(await seenBy({ roles: ['clerk'], scope: [first?.gridId ?? ''] })).toEqual([first?.gridId]);
    expect(await seenBy({ roles: ['trainer'] })).toEqual([]);
    demo.close();
  });
});
