import { writeXlsx } from 'hucre';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GridTeam } from '#shared/modules/grid/territory/grid-life/grid-team.schema.ts';
import type { Grid } from '#shared/modules/grid/territory/grid.schema.ts';
import type { Warning } from '#shared/modules/grid/territory/warnings/warnings.contract.ts';
import type { NoticeBoard } from '#shared/modules/grid/territory/notice-board/notice-board.contract.ts';
import { rowsOf, stageBytes } from '#tests/support/forms.ts';
import { dwellingDraft, gridDraft, householdDraft, memberDraft, personDraft, settle } from '#tests/support/grids.ts';
import { ADMINISTRATOR_ID, openWorkstation, type Workstation } from '#tests/support/workstation.ts';

let desk: Workstation;
let north: Grid;
beforeEach(async () => {
  desk = await openWorkstation();
  north = await desk.done<Grid>('grid.createGrid', gridDraft('北网格'));
});
afterEach(() => desk.close());

const newGrid = (name: string, values: Record<string, unknown> = {}) => desk.done<Grid>('grid.createGrid', gridDraft(name, values));
const member = (name: string, values: Record<string, unknown> = {}) => desk.done<{ id: string }>('staff.createGridMember', memberDraft(name, values));

describe('a 4+6 card', () => {
  const slot = (kind: string, values: Record<string, unknown> = {}) => ({ gridId: north.id, kind, version: 0, name: '沈秋', unit: '', phone: '', since: null, note: '', ...values });
  const team = async (who: Parameters<Workstation['callAs']>[0] = {}) => {
    const result = await desk.callAs(who, 'grid.listGridTeams', { gridId: north.id });
    return result.ok ? (result.data as { kinds: { code: string; hasName: boolean }[]; teams: GridTeam[] }) : { kinds: [], teams: [] }; // the operation's output
  };
  it('has four places and six, two of which have no name until the station gives one', async () => {
    const { kinds } = await team();
    expect(kinds.map(({ code }) => code.split('-')[0])).toEqual([...Array.from({ length: 4 }, () => 'four'), ...Array.from({ length: 6 }, () => 'six')]);
    expect(kinds.filter(({ hasName }) => !hasName).map(({ code }) => code)).toEqual(['six-5', 'six-6']);
    expect(await desk.refused('grid.saveGridSlot', slot('six-5'))).toBe('grid-slot/not-named');
    await desk.done('codeTables.saveItem', { table: 'grid-team', code: 'six-5', zh: '退役军人', en: 'Veteran', active: true });
    await desk.done('grid.saveGridSlot', slot('six-5'));
    expect(await desk.refused('grid.saveGridSlot', slot('seven-1'))).toBe('grid-slot/no-such-place');
  });
  it('holds one person a place, changes from what was seen, and can be vacated', async () => {
    const { id } = await desk.done<{ id: string }>('grid.saveGridSlot', slot('four-police', { phone: '138 0000 0001' }));
    expect(await desk.refused('grid.saveGridSlot', slot('four-police', { name: '别人' }))).toBe('record/conflict');
    await desk.done('grid.saveGridSlot', slot('four-police', { name: '别人', version: 1 }));
    expect((await team()).teams[0]?.slots).toMatchObject([{ name: '别人', version: 2 }]);
    expect(await desk.done('audit.listChanges', { entity: 'grid_slot', id })).toHaveLength(2);
    await desk.done('grid.clearGridSlot', { id, version: 2 });
    expect((await team()).teams[0]?.slots).toEqual([]);
  });
  it('keeps no phone of a resident and shows the name only to who may see the people of the grid', async () => {
    expect(await desk.refused('grid.saveGridSlot', slot('six-allowance', { phone: '13800000001' }))).toBe('grid-slot/phone-of-resident');
    const { id } = await desk.done<{ id: string }>('grid.saveGridSlot', slot('six-allowance'));
    const other = await newGrid('南网格');
    for (const who of [{ roles: ['finance'] as const }, { roles: ['administrator'] as const }, { roles: ['clerk'] as const, scope: [other.id] }]) {
      expect((await team(who)).teams[0]?.slots, who.roles[0]).toMatchObject([{ kind: 'six-allowance', name: '' }]);
      expect(await desk.callAs(who, 'audit.listChanges', { entity: 'grid_slot', id })).toMatchObject({ ok: false });
    }
    expect((await team({ roles: ['clerk'], scope: [north.id] })).teams[0]?.slots).toMatchObject([{ name: '沈秋' }]);
  });
});

describe('the warnings', () => {
  const warnings = async (who: Parameters<Workstation['callAs']>[0] = {}): Promise<Record<string, string[]>> => {
    const result = await desk.callAs(who, 'grid.listWarnings', {});
    const found = result.ok ? (result.data as Warning[]) : []; // the operation's output
    for (const { count, rows } of found) expect(rows).toHaveLength(count);
    return Object.fromEntries(found.filter(({ count }) => count > 0).map(({ kind, rows }) => [kind, rows.map(({ title }) => title)]));
  };
  const band = (gridHouseholdsMin: number, gridHouseholdsMax: number) =>
    desk.callAs({ roles: ['administrator'] }, 'settings.updateSettings', { idleLockMinutes: 10, passwordComplexity: true, passwordMaxAgeDays: 90, revealsPerDay: 30, exportRowLimit: 50_000, gridCodeRule: 'community12+type1+seq2', gridHouseholdsMin, gridHouseholdsMax, sensitiveFields: false });

  it('say nothing about a community in order, and count on Today what is not', async () => {
    await band(1, 500);
    const { id } = await member('安娜', { gridId: north.id });
    await desk.done('grid.updateGrid', { ...gridDraft('北网格', { responsibleId: id, code: north.code }), id: north.id, version: 1 });
    await settle(desk, north.id, [{ building: '1', unit: '1', people: 1 }]);
    expect(await warnings()).toEqual({});
    await newGrid('南网格');
    expect(await warnings()).toEqual({ 'grid-without-member': ['南网格'], 'grid-outside-band': ['南网格'] });
    const today = await desk.done<{ kind: string; params: unknown; to: string }[]>('notifications.listToday');
    expect(today).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'warning-grid-without-member', params: { count: 1 }, to: '/grid/warnings?kind=grid-without-member' })]));
  });
  it('name a grid that is too large, unless it is dedicated', async () => {
    await band(1, 2);
    await settle(desk, north.id, ['1', '2', '3'].map((building) => ({ building, unit: '', people: 1 })));
    const market = await newGrid('市场网格', { type: 'dedicated' });
    await settle(desk, market.id, ['1', '2', '3'].map((building) => ({ estate: '市场', building, unit: '', people: 0 })));
    expect((await warnings())['grid-outside-band']).toEqual(['北网格']);
  });
  it('name who answers for two grids, or for one while filed under another', async () => {
    const [a, b] = [await member('安娜'), await member('薄一', { gridId: north.id })];
    await newGrid('南网格', { responsibleId: a.id });
    await newGrid('东网格', { responsibleId: a.id });
    await newGrid('西网格', { responsibleId: b.id });
    expect(new Set((await warnings())['member-on-two-grids'])).toEqual(new Set(['安娜', '薄一']));
    expect((await desk.done<{ rows: Grid[] }>('grid.listGrids', { text: '东网格' })).rows[0]).toMatchObject({ responsibleGrids: 2 });
  });
  it('name homes without a grid and homes in two', async () => {
    const south = await newGrid('南网格');
    await desk.done('grid.createHousehold', householdDraft('0001'));
    const { id: dwellingId } = await desk.done<{ id: string }>('grid.createDwelling', dwellingDraft('清波苑5幢1单元101室', { building: '5幢', gridId: north.id }));
    await desk.done('grid.createHousehold', householdDraft('0002', { dwellingId, gridId: south.id }));
    await desk.done('grid.createDwelling', dwellingDraft('清波苑5幢2单元201室', { building: '5', gridId: south.id }));
    await desk.done('grid.createDwelling', dwellingDraft('清波苑5幢2单元201室', { building: '5', gridId: north.id }));
    expect(await warnings()).toMatchObject({ 'household-without-grid': ['0001'], 'household-apart': ['清波苑5幢1单元101室'], 'dwelling-in-two-grids': ['清波苑5幢2单元201室'], 'building-in-two-grids': ['清波苑 5'] });
  });
  it('tell nobody more than the lists do', async () => {
    const south = await newGrid('南网格');
    await desk.done('grid.createHousehold', householdDraft('0001'));
    const seen = await warnings({ roles: ['clerk'], scope: [south.id] });
    expect(seen).toMatchObject({ 'grid-without-member': ['南网格'] });
    expect(seen['household-without-grid']).toBeUndefined();
    expect(Object.keys(await warnings({ roles: ['administrator'] }))).not.toContain('household-without-grid');
    expect(await desk.callAs({ roles: ['finance'] }, 'grid.listWarnings', {})).toMatchObject({ ok: false });
  });
  it('name an account that is limited to a grid that ended', async () => {
    const south = await newGrid('南网格');
    desk.sqlite().prepare('UPDATE account SET grid_ids = ? WHERE id = ?').run(JSON.stringify([north.id]), ADMINISTRATOR_ID);
    expect((await warnings())['account-on-ended-grid']).toBeUndefined();
    await desk.done('grid.mergeGrids', { id: south.id, version: 1, on: '2026-03-01', reason: '户数不足', others: [{ id: north.id, version: 1 }] });
    expect((await warnings())['account-on-ended-grid']).toEqual(['王芳']);
  });
});

describe('a notice board', () => {
  it('names staff with work phones and the community’s line, and no resident', async () => {
    const [a, b] = [await member('安娜', { phone: '13800000011' }), await member('薄一', { phone: '13800000012' })];
    const grid = await newGrid('南网格', { responsibleId: a.id, deputyId: b.id, east: '南山路' });
    const slot = { gridId: grid.id, version: 0, unit: '', since: null, note: '' };
    await desk.done('grid.saveGridSlot', { ...slot, kind: 'four-police', name: '民警', phone: '13800000013' });
    await desk.done('grid.saveGridSlot', { ...slot, kind: 'six-party', name: '老党员甲', phone: '' });
    await desk.done('grid.createPerson', personDraft('居民乙', { gridId: grid.id, phone: '13911112222' }));
    expect(await desk.done('grid.saveBoardLine', { version: 0, line: '服务电话 0571-000' })).toEqual({ version: 1, line: '服务电话 0571-000' });
    expect(await desk.refused('grid.saveBoardLine', { version: 0, line: '别的' })).toBe('record/conflict');
    const board = await desk.done<NoticeBoard>('grid.getNoticeBoard', { gridId: grid.id });
    expect(board).toMatchObject({ responsible: { name: '安娜', phone: '13800000011' }, deputy: { name: '薄一' }, staff: [{ kind: 'four-police', name: '民警', phone: '13800000013' }], line: '服务电话 0571-000', east: '南山路' });
    expect(JSON.stringify(board)).not.toMatch(/老党员甲|居民乙|13911112222/);
  });
});

describe('an import', () => {
  const form = (...codes: string[]) => writeXlsx({ sheets: [{ name: 'Sheet1', rows: [['所属网格', '房屋准确地址', '是否为出租房', '房屋编号'], ...codes.map((code, at) => [code, `柳浪9幢1单元${String(101 + at)}室`, '否', ''])] }] });
  it('knows a grid by the code it had before and by that of a grid merged into it; one that was split asks for a choice', async () => {
    const south = await newGrid('南网格');
    const west = await newGrid('西网格');
    await settle(desk, west.id, ['1', '2'].map((building) => ({ building, unit: '', people: 1 })));
    const { code: next } = await desk.done<{ code: string }>('grid.suggestGridCode', { type: 'basic' });
    await desk.done('grid.updateGrid', { ...gridDraft('南网格', { code: next }), id: south.id, version: 1 });
    await desk.done('grid.mergeGrids', { id: south.id, version: 2, on: '2026-03-01', reason: '户数不足', others: [{ id: north.id, version: 1 }] });
    const [first = '', second = ''] = (await desk.done<{ key: string }[]>('grid.listGridPlaces', { id: west.id })).map(({ key }) => key);
    const part = (name: string, key: string) => ({ name, type: 'basic', nature: '', code: '', responsibleId: null, places: [key] });
    await desk.done('grid.splitGrid', { id: west.id, version: 1, on: '2026-03-01', reason: '太大', stays: [], parts: [part('甲网格', first), part('乙网格', second)] });
    const batch = await stageBytes(desk, '房屋.xlsx', Buffer.from(await form(south.code, north.code, next, west.code)));
    expect(batch.counts).toMatchObject({ total: 4, new: 3, bad: 1 });
    const bad = await rowsOf(desk, batch.id, ['bad']);
    expect(JSON.stringify(bad)).toContain('grid-closed');
    await desk.done('imports.commitStaged', { batchId: batch.id });
    expect(desk.count('dwelling', `grid_id = '${south.id}'`)).toBe(3);
  });
});
