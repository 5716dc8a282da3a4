import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GridEvent, GridPlace } from '#shared/modules/grid/territory/grid-life/grid-life.schema.ts';
import type { Grid } from '#shared/modules/grid/territory/grid.schema.ts';
import type { SearchHit } from '#shared/kernel/search/search.contract.ts';
import { gridDraft, memberDraft, personDraft, settle } from '#tests/support/grids.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const ON = '2026-03-01';
let desk: Workstation;
let west: Grid;
let east: Grid;
beforeEach(async () => {
  desk = await openWorkstation();
  west = await desk.done<Grid>('grid.createGrid', gridDraft('西网格'));
  east = await desk.done<Grid>('grid.createGrid', gridDraft('东网格'));
  await settle(desk, west.id, [{ building: '1', unit: '1', people: 2 }, { building: '1', unit: '2', people: 1 }, { building: '2', unit: '1', people: 3 }]);
  await settle(desk, east.id, [{ estate: '柳浪', building: '9', unit: '1', people: 1 }]);
});
afterEach(() => desk.close());

const places = (id: string) => desk.done<GridPlace[]>('grid.listGridPlaces', { id });
const keys = async (id: string) => (await places(id)).map(({ key }) => key);
const part = (name: string, taken: readonly string[], values: Record<string, unknown> = {}) => ({ name, type: 'basic', nature: '', code: '', responsibleId: null, places: taken, ...values });
const split = (stays: readonly string[], parts: readonly unknown[], values: Record<string, unknown> = {}) => ({ id: west.id, version: 1, on: ON, reason: '超过五百户', stays, parts, ...values });
const grid = (id: string) => desk.done<Grid>('grid.getGrid', { id });
/** Every row but the program's own bookkeeping. */
const rows = (...tables: string[]): unknown[] => tables.flatMap((table) => desk.sqlite().prepare(`SELECT * FROM ${table} ORDER BY id`).all().map((row) => ({ ...(row as object), version: 0, updated_at: '' })));
const LIVING = ['dwelling', 'household', 'person'];

describe('a split', () => {
  it('moves whoever lives at the chosen places and nobody else', async () => {
    const [first = '', second = '', third = ''] = await keys(west.id);
    const { takes } = await desk.done<GridEvent>('grid.splitGrid', split([first], [part('新网格', [second, third])]));
    expect(takes.map(({ name, dwellings, households, persons }) => [name, dwellings, households, persons])).toEqual([['西网格', 1, 1, 2], ['新网格', 2, 2, 4]]);
    const fresh = takes[1]?.gridId ?? '';
    expect(await grid(fresh)).toMatchObject({ status: 'active', startedOn: ON, households: 2, persons: 4, dwellings: 2 });
    expect(await grid(west.id)).toMatchObject({ status: 'active', ending: '', households: 1, persons: 2 });
    expect(desk.count('person', `grid_id = '${east.id}'`)).toBe(1);
  });
  it('ends the grid that keeps nothing, and says what came after it', async () => {
    const [first = '', ...rest] = await keys(west.id);
    await desk.done('grid.splitGrid', split([], [part('甲网格', [first]), part('乙网格', rest)]));
    expect(await grid(west.id)).toMatchObject({ status: 'closed', ending: 'split', closedOn: ON, households: 0, persons: 0, dwellings: 0 });
    const [event] = await desk.done<GridEvent[]>('grid.listGridEvents', { gridId: west.id });
    expect(event).toMatchObject({ kind: 'split', happenedOn: ON, gives: [{ name: '西网格', code: west.code }], takes: [{ name: '甲网格' }, { name: '乙网格' }] });
    expect(await desk.refused('grid.reopenGrid', { id: west.id, version: 2 })).toBe('grid/cannot-reopen');
    const heirs = await desk.done<{ rows: Grid[] }>('grid.listGrids', { text: west.code, status: 'active' });
    expect(heirs.rows.map(({ name }) => name)).toEqual(['甲网格', '乙网格']);
    expect((await desk.done<SearchHit[]>('search.findEverywhere', { text: west.code, limit: 20 })).filter(({ entity }) => entity === 'grid').map(({ title }) => title)).toEqual(['甲网格', '乙网格', '西网格']);
  });
  it('that would leave a household nowhere is refused and changes nothing', async () => {
    const [first = '', second = ''] = await keys(west.id);
    const before = rows(...LIVING, 'grid');
    expect(await desk.call('grid.splitGrid', split([first], [part('新网格', [second])]))).toMatchObject({ ok: false, error: { code: 'grid/split-leaves-out', params: { dwellings: 1, households: 1, persons: 3, place: '清波苑 2 1' } } });
    expect(rows(...LIVING, 'grid')).toEqual(before);
  });
  it('is refused when somebody moved in where it was not looked at, when a place is taken twice, in the future and from an old version', async () => {
    const all = await keys(west.id);
    const [first = '', ...rest] = all;
    expect(await desk.refused('grid.splitGrid', split([first], [part('新网格', all)]))).toBe('grid/split-place-twice');
    expect(await desk.refused('grid.splitGrid', split([first], [part('新网格', [...rest, 'b|没有|9|9'])]))).toBe('grid/split-place-unknown');
    expect(await desk.refused('grid.splitGrid', split([], [part('新网格', all)]))).toBe('grid/split-needs-two');
    expect(await desk.refused('grid.splitGrid', split([first], [part('新网格', rest)], { on: '2026-03-03' }))).toBe('grid/day-in-future');
    expect(await desk.refused('grid.splitGrid', split([first], [part('新网格', rest)], { version: 7 }))).toBe('record/conflict');
    expect(await desk.refused('grid.splitGrid', split([first], [part('东网格', rest)]))).toBe('grid/name-taken');
    await desk.done('grid.createPerson', personDraft('新来的', { gridId: west.id, presentAddress: '桥洞下' }));
    expect(await desk.refused('grid.splitGrid', split([first], [part('新网格', rest)]))).toBe('grid/split-leaves-out');
  });
  it('takes the chosen member along, and the team and organisations of a grid that ends', async () => {
    const { id: anna } = await desk.done<{ id: string }>('staff.createGridMember', memberDraft('安娜', { gridId: west.id }));
    const { id: bo } = await desk.done<{ id: string }>('staff.createGridMember', memberDraft('薄一', { gridId: west.id }));
    const body = await desk.done<{ id: string }>('grid.createBody', bodyDraft({ gridIds: [west.id, east.id] }));
    const [first = '', ...rest] = await keys(west.id);
    const { takes } = await desk.done<GridEvent>('grid.splitGrid', split([], [part('甲网格', [first]), part('乙网格', rest, { responsibleId: anna })]));
    const [a = '', b = ''] = takes.map(({ gridId }) => gridId);
    expect(takes[1]).toMatchObject({ memberName: '安娜', memberPhone: '13800000000' });
    expect(desk.sqlite().prepare('SELECT grid_id FROM grid_member WHERE id IN (?, ?) ORDER BY name').pluck().all(anna, bo)).toEqual(expect.arrayContaining([a, b]));
    expect(await desk.done('grid.getBody', { id: body.id })).toMatchObject({ gridIds: [a, b, east.id] });
  });
  it('is for who may see the people', async () => {
    const all = await keys(west.id);
    const input = split([all[0] ?? ''], [part('新网格', all.slice(1))]);
    for (const roles of [['administrator'], ['clerk'], ['auditor']] as const) expect(await desk.callAs({ roles: [...roles] }, 'grid.splitGrid', input)).toMatchObject({ ok: false, error: { code: 'auth/forbidden' } });
    expect(await desk.callAs({ roles: ['supervisor'], scope: [east.id] }, 'grid.splitGrid', input)).toMatchObject({ ok: false, error: { code: 'record/not-found' } });
    const event = await desk.done<GridEvent>('grid.splitGrid', input);
    expect(event.takes[0]?.places).not.toEqual([]);
    expect(await desk.callAs({ roles: ['finance'] }, 'grid.listGridEvents', { gridId: west.id })).toMatchObject({ ok: true, data: [{ takes: [{ places: [] }, { places: [] }] }] });
  });
});

describe('a merge', () => {
  const merge = (values: Record<string, unknown> = {}) => ({ id: east.id, version: 1, on: ON, reason: '户数不足', others: [{ id: west.id, version: 1 }], ...values });
  it('joins all that belonged to the others; their codes find the grid in search and in the list', async () => {
    await desk.done('grid.mergeGrids', merge());
    expect(await grid(east.id)).toMatchObject({ households: 4, persons: 7, dwellings: 4, formerCodes: [west.code] });
    expect(await grid(west.id)).toMatchObject({ status: 'closed', ending: 'merged', households: 0, persons: 0, dwellings: 0 });
    const found = await desk.done<{ rows: Grid[] }>('grid.listGrids', { text: west.code, status: 'active' });
    expect(found.rows.map(({ id }) => id)).toEqual([east.id]);
    expect((await desk.done<SearchHit[]>('search.findEverywhere', { text: west.code, limit: 20 })).filter(({ entity }) => entity === 'grid').map(({ id }) => id)).toContain(east.id);
  });
  it('keeps its codes from being given again', async () => {
    await desk.done('grid.mergeGrids', merge());
    expect(await desk.done('grid.suggestGridCode', { type: 'basic' })).not.toEqual({ code: west.code });
  });
  it('with itself, twice the same or a closed one is refused', async () => {
    expect(await desk.refused('grid.mergeGrids', merge({ others: [{ id: east.id, version: 1 }] }))).toBe('grid/merge-with-itself');
    expect(await desk.refused('grid.mergeGrids', merge({ others: [{ id: west.id, version: 1 }, { id: west.id, version: 1 }] }))).toBe('grid/merge-with-itself');
    await desk.done('grid.mergeGrids', merge());
    expect(await desk.refused('grid.mergeGrids', merge({ version: 2, others: [{ id: west.id, version: 2 }] }))).toBe('grid/closed');
  });
});

describe('taking it back', () => {
  it('restores the exact rows of a merge', async () => {
    await desk.done('staff.createGridMember', memberDraft('安娜', { gridId: west.id }));
    await desk.done('grid.createBody', bodyDraft({ gridIds: [west.id] }));
    const before = rows(...LIVING, 'grid', 'grid_member', 'body');
    const event = await desk.done<GridEvent>('grid.mergeGrids', { id: east.id, version: 1, on: ON, reason: '户数不足', others: [{ id: west.id, version: 1 }] });
    expect(rows(...LIVING)).not.toEqual(before);
    await desk.done('grid.undoGridEvent', { id: event.id, version: 1, reason: '合错了' });
    expect(rows(...LIVING, 'grid', 'grid_member', 'body')).toEqual(before);
    expect(await desk.refused('grid.undoGridEvent', { id: event.id, version: 2, reason: '再来一次' })).toBe('grid/undo-expired');
  });
  it('restores the exact rows of a split; the new grid ends and keeps its code', async () => {
    const before = rows(...LIVING, 'grid');
    const [first = '', ...rest] = await keys(west.id);
    const event = await desk.done<GridEvent>('grid.splitGrid', split([], [part('甲网格', [first]), part('乙网格', rest)]));
    await desk.done('grid.undoGridEvent', { id: event.id, version: 1, reason: '分错了' });
    const after = rows(...LIVING, 'grid');
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after).toHaveLength(before.length + 2);
    expect(desk.count('grid', "ending = 'undone'")).toBe(2);
  });
  it('leaves what people changed since, and takes newcomers of a grid that goes back along', async () => {
    const all = await keys(west.id);
    const event = await desk.done<GridEvent>('grid.splitGrid', split([all[0] ?? ''], [part('新网格', all.slice(1))]));
    const fresh = event.takes[1]?.gridId ?? '';
    const newcomer = await desk.done<{ id: string }>('grid.createPerson', personDraft('新来的', { gridId: fresh }));
    await desk.done('grid.undoGridEvent', { id: event.id, version: 1, reason: '分错了' });
    expect(desk.count('person', `id = '${newcomer.id}' AND grid_id = '${west.id}'`)).toBe(1);
    expect(desk.count('person', `grid_id = '${fresh}'`)).toBe(0);
  });
  it('is refused while a later one stands on it, and after thirty days', async () => {
    const all = await keys(west.id);
    const first = await desk.done<GridEvent>('grid.splitGrid', split([all[0] ?? ''], [part('新网格', all.slice(1))]));
    const fresh = first.takes[1]?.gridId ?? '';
    const second = await desk.done<GridEvent>('grid.mergeGrids', { id: east.id, version: 1, on: ON, reason: '户数不足', others: [{ id: fresh, version: 1 }] });
    expect(await desk.refused('grid.undoGridEvent', { id: first.id, version: 1, reason: '分错了' })).toBe('grid/undo-later-first');
    await desk.done('grid.undoGridEvent', { id: second.id, version: 1, reason: '合错了' });
    desk.advance(31 * 86_400_000);
    expect(await desk.refused('grid.undoGridEvent', { id: first.id, version: 1, reason: '分错了' })).toBe('grid/undo-expired');
  });
});

describe('undoing with the keyboard', () => {
  const undo = async () => {
    const { undo: step } = await desk.done<{ undo: { seq: number; action: string } | null }>('undo.listNext');
    return step;
  };
  it('turns a merge back with all its records and marks the event', async () => {
    const before = rows(...LIVING, 'grid');
    await desk.done('grid.mergeGrids', { id: east.id, version: 1, on: ON, reason: '户数不足', others: [{ id: west.id, version: 1 }] });
    const step = await undo();
    expect(step).toMatchObject({ action: 'grid.merged' });
    await desk.done('undo.undo', { seq: step?.seq });
    expect(rows(...LIVING, 'grid')).toEqual(before);
    const [event] = await desk.done<GridEvent[]>('grid.listGridEvents', { gridId: west.id });
    expect(event).toMatchObject({ kind: 'merged', undoneAt: expect.any(String), undoableUntil: null });
  });
  it('turns a new responsible member back, and leaves a split to its own way back', async () => {
    const { id: anna } = await desk.done<{ id: string }>('staff.createGridMember', memberDraft('安娜'));
    await desk.done('grid.updateGrid', { ...gridDraft('西网格', { responsibleId: anna, code: west.code }), id: west.id, version: 1 });
    const step = await undo();
    expect(step).toMatchObject({ action: 'grid.changed' });
    await desk.done('undo.undo', { seq: step?.seq });
    expect(await grid(west.id)).toMatchObject({ responsibleId: null });
    const [first = '', ...rest] = await keys(west.id);
    await desk.done('grid.splitGrid', split([first], [part('新网格', rest)], { version: 3 }));
    expect(await undo()).not.toMatchObject({ action: 'grid.split' });
  });
});

describe('a change of the responsible member or of the code', () => {
  it('stands in the dated history with its hand-over', async () => {
    const { id: anna } = await desk.done<{ id: string }>('staff.createGridMember', memberDraft('安娜'));
    await desk.done('grid.updateGrid', { ...gridDraft('西网格', { responsibleId: anna, code: west.code }), id: west.id, version: 1 });
    const [event] = await desk.done<GridEvent[]>('grid.listGridEvents', { gridId: west.id });
    expect(event).toMatchObject({ kind: 'handed-over', gives: [{ memberName: '' }], takes: [{ memberName: '安娜', households: 3, persons: 6 }] });
  });
  it('an old code is nobody else’s', async () => {
    const { code: next } = await desk.done<{ code: string }>('grid.suggestGridCode', { type: 'basic' });
    await desk.done('grid.updateGrid', { ...gridDraft('西网格', { code: next }), id: west.id, version: 1 });
    expect(await desk.refused('grid.createGrid', gridDraft('南网格', { code: west.code }))).toBe('grid/code-was-anothers');
  });
});

const bodyDraft = (values: Record<string, unknown> = {}) => ({ kind: 'social', name: '邻里互助社', contact: '', contactPhone: '', address: '', duty: '', agreementNo: '', agreementFrom: null, agreementUntil: null, gridIds: [], isActive: true, note: '', ...values });
