import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonRow, PersonSheet } from '#shared/modules/grid/register/person.schema.ts';
import type { SearchHit } from '#shared/kernel/search/search.contract.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const draft = (values: Record<string, unknown> = {}) => ({
  name: '贾涛一', formerName: '', reading: '', sex: '0', birthOn: null, idType: '', idNumber: '', ethnic: '', nativePlace: '', marital: '', political: '', education: '', occupation: '', workplace: '', phone: '',
  category: 'registered', registeredPlace: '', registeredAddress: '', presentAddress: '', livesWhereRegistered: null, gridId: null, householdId: null, relationToHead: '', dwellingId: null, note: '', ...values,
});
const grid = (name: string) => ({ name, type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' });

let desk: Workstation;
let north: string;
let south: string;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  north = (await desk.done<{ id: string }>('grid.createGrid', grid('北网格'))).id;
  south = (await desk.done<{ id: string }>('grid.createGrid', grid('南网格'))).id;
});
afterEach(() => desk.close());

const person = (values: Record<string, unknown> = {}) => desk.done<PersonSheet>('grid.createPerson', draft({ gridId: north, ...values }));
const inNorth = () => ({ roles: ['clerk'] as const, scope: [north], userId: '019c0000-0000-7000-8000-0000000000b2' });

describe('a person', () => {
  it('takes birth and sex from a sound number, and leaves main only masked', async () => {
    const sheet = await person({ idNumber: '１１０１０５19491231002x', phone: '138 1234 5678' });
    expect(sheet).toMatchObject({ idNumber: null, phone: null, idNumberMasked: '110***********002X', phoneMasked: '138****5678', birthOn: '1949-12-31', sex: '2', idType: '111' });
    expect(JSON.stringify(await desk.done('grid.listPersons', {}))).not.toMatch(/\d{15}|138\d{8}/);
  });
  it('is registered once', async () => {
    const first = await person({ idNumber: '11010519491231002X' });
    expect(await desk.call('grid.createPerson', draft({ gridId: south, name: '别人', idNumber: '11010519491231002X' }))).toMatchObject({ ok: false, error: { code: 'person/id-number-taken', params: { name: '贾涛一', personId: first.id } } });
    await desk.done('grid.removePerson', { id: first.id, version: 1, reason: '重复登记' });
    await person({ name: '别人', idNumber: '11010519491231002X' });
  });
  it.each([['110105194912310021', 'checksum'], ['11010519491331002X', 'date']])('with number %s is refused: %s', async (idNumber, rule) => {
    expect(await desk.call('grid.createPerson', draft({ gridId: north, idNumber }))).toMatchObject({ ok: false, error: { code: 'person/id-number-invalid', params: { rule } } });
    expect(desk.count('person')).toBe(0);
  });
  it('keeps what the sheet did not show, and refuses a change made from an old version', async () => {
    const sheet = await person({ idNumber: '11010519491231002X', phone: '13812345678' });
    const { id: _i, version: _v, idNumberMasked: _m, phoneMasked: _p, gridName: _g, registerNo: _r, dwellingAddress: _d, extra: _e, removedAt: _a, removedReason: _b, createdAt: _c, updatedAt: _u, idNumber: _n, phone: _h, ...fields } = sheet;
    const changed = await desk.done<PersonSheet>('grid.updatePerson', { ...fields, id: sheet.id, version: 1, workplace: '清波小学' });
    expect(changed).toMatchObject({ version: 2, workplace: '清波小学', idNumberMasked: '110***********002X', phoneMasked: '138****5678' });
    expect(await desk.call('grid.updatePerson', { ...fields, id: sheet.id, version: 1, workplace: '别处' })).toMatchObject({ ok: false, error: { code: 'record/conflict', params: { by: '王芳' } } });
    expect(await desk.done('audit.listChanges', { entity: 'person', id: sheet.id })).toMatchObject([{ version: 2, fields: { workplace: ['', '清波小学'] } }, { version: 1 }]);
  });
  it('goes out of the lists and comes back', async () => {
    const { id } = await person();
    await desk.done('grid.removePerson', { id, version: 1, reason: '迁出' });
    expect(await desk.done('grid.countPersons', {})).toEqual({ count: 0 });
    expect(await desk.done('grid.countPersons', { filter: { removed: true } })).toEqual({ count: 1 });
    await desk.done('grid.restorePerson', { id, version: 2 });
    expect(await desk.done('grid.countPersons', {})).toEqual({ count: 1 });
  });
});

describe('a value that is masked', () => {
  it('is shown one at a time, with a reason, on record, and only so often a day', async () => {
    const { id } = await person({ phone: '13812345678' });
    const limit = 30;
    for (let left = limit - 1; left >= 0; left -= 1) expect(await desk.done('numbers.revealNumber', { table: 'person', id, field: 'phone', reason: '走访联系' })).toEqual({ value: '13812345678', leftToday: left });
    expect(await desk.refused('numbers.revealNumber', { table: 'person', id, field: 'phone', reason: '走访联系' })).toBe('numbers/limit');
    expect(desk.count('audit_entry', "action = 'person.revealed'")).toBe(limit);
    expect(desk.count('audit_entry', "detail LIKE '%13812345678%'")).toBe(0);
    desk.advance(86_400_000);
    expect((await desk.call('numbers.revealNumber', { table: 'person', id, field: 'phone', reason: '走访联系' })).ok).toBe(true);
  });
});

describe('a clerk of one grid', () => {
  it('sees, finds, changes and counts nobody of another; the answer is that of a missing row', async () => {
    const theirs = await person({ name: '贾北北', gridId: north });
    const other = await person({ name: '贾南南', gridId: south, idNumber: '11010519491231002X', phone: '13812345678' });
    const list = await desk.callAs(inNorth(), 'grid.listPersons', {});
    expect(list.ok && (list.data as PersonRow[]).map((row) => row.id)).toEqual([theirs.id]);
    for (const [name, input] of [
      ['grid.getPerson', { id: other.id }],
      ['numbers.revealNumber', { table: 'person', id: other.id, field: 'phone', reason: '联系' }],
      ['audit.listChanges', { entity: 'person', id: other.id }],
    ] as const) {
      expect(await desk.callAs(inNorth(), name, input), name).toMatchObject({ ok: false, error: { code: 'record/not-found' } });
    }
    for (const text of ['贾', 'jnn', '5678', '002X', '南南']) {
      const found = await desk.callAs(inNorth(), 'search.findEverywhere', { text });
      expect(found.ok && (found.data as SearchHit[]).some((hit) => hit.id === other.id), text).toBe(false);
    }
    expect(await desk.callAs(inNorth(), 'grid.findPersonByIdNumber', { idNumber: '11010519491231002X' })).toEqual({ ok: true, data: null });
    expect(await desk.callAs(inNorth(), 'grid.createPerson', draft({ gridId: south }))).toMatchObject({ ok: false, error: { code: 'person/grid-out-of-scope' } });
    expect(await desk.callAs(inNorth(), 'grid.createPerson', draft({ gridId: null }))).toMatchObject({ ok: false, error: { code: 'person/grid-out-of-scope' } });
  });
});

describe('anybody is found', () => {
  it.each([['贾涛', 'name'], ['涛一', 'name'], ['jty', 'initials'], ['jiatao', 'pinyin'], ['5678', 'phone'], ['002x', 'idNumber'], ['17幢4单', 'address']])('by %s (%s)', async (text, matched) => {
    const { id } = await person({ idNumber: '11010519491231002X', phone: '13812345678', presentAddress: '清波门社区17幢4单元303室' });
    await person({ name: '王二' });
    const hits = await desk.done<SearchHit[]>('search.findEverywhere', { text });
    expect(hits.filter((hit) => hit.entity === 'person').map((hit) => [hit.id, hit.matched])).toEqual([[id, matched]]);
  });
});

describe('a list', () => {
  it('sorts by reading, filters and pages in the file itself, in one total order', async () => {
    for (const name of ['张三', '曾四', '李五', '单六', '阿七']) await person({ name });
    const names = async (input: object) => (await desk.done<PersonRow[]>('grid.listPersons', input)).map((row) => row.name);
    expect(await names({})).toEqual(['阿七', '李五', '单六', '曾四', '张三']);
    expect(await names({ sort: { field: 'name', direction: 'desc' }, offset: 1, limit: 2 })).toEqual(['曾四', '单六']);
    expect(await names({ filter: { text: 's' } })).toEqual(['单六']);
    expect(await names({ filter: { gridIds: [south] } })).toEqual([]);
  });
  it('counts ages and grids for the charts, and every bar opens to as many rows', async () => {
    await person({ idNumber: '11010519491231002X' });
    await person({ name: '小王', birthOn: '2024-05-01', sex: '1', gridId: south });
    expect(await desk.done('grid.summarisePersonsByAge', { on: '2026-03-02' })).toEqual([{ band: 0, male: 1, female: 0, other: 0 }, { band: 75, male: 0, female: 1, other: 0 }]);
    const grids = await desk.done<{ gridId: string; registered: number }[]>('grid.summarisePersonsByGrid', {});
    for (const { gridId, registered } of grids) expect(await desk.done('grid.countPersons', { filter: { gridIds: [gridId] } })).toEqual({ count: registered });
  });
});

describe('a household', () => {
  it('has a head who belongs to it, and keeps the head while others depend on it', async () => {
    const household = await desk.done<{ id: string; version: number }>('grid.createHousehold', { registerNo: '33010200105100001', type: 'family', headId: null, homePhone: '', registeredAddress: '', dwellingId: null, gridId: north, isVacant: false, note: '' });
    const stranger = await person({ name: '外人' });
    const head = await person({ name: '户主', householdId: household.id, relationToHead: '02' });
    await person({ name: '女儿', householdId: household.id, relationToHead: '30' });
    const change = { registerNo: '33010200105100001', type: 'family', homePhone: '', registeredAddress: '', dwellingId: null, gridId: north, isVacant: false, note: '', id: household.id, version: 1 };
    expect(await desk.refused('grid.updateHousehold', { ...change, headId: stranger.id })).toBe('household/head-not-a-member');
    expect(await desk.done('grid.updateHousehold', { ...change, headId: head.id })).toMatchObject({ headName: '户主', version: 2 });
    expect(await desk.refused('grid.removePerson', { id: head.id, version: 1, reason: '迁出' })).toBe('household/head-has-others');
  });
});

describe('a grid', () => {
  it('is closed only when nobody is left in it, and its code is never used again', async () => {
    const { id } = await person();
    const close = (version: number) => ({ id: north, version, closedOn: '2026-03-02', reason: '合并' });
    expect(await desk.refused('grid.closeGrid', close(1))).toBe('grid/not-empty');
    await desk.done('grid.removePerson', { id, version: 1, reason: '迁出' });
    await desk.done('grid.closeGrid', close(1));
    const { code } = await desk.done<{ code: string }>('grid.suggestGridCode', { type: 'basic' });
    expect(desk.count('grid', `code = '${code}'`)).toBe(0);
    expect(await desk.refused('grid.createGrid', { ...grid('北网格二'), code: '不对' })).toBe('grid/code-breaks-rule');
  });
});
