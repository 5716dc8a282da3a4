import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from 'hucre';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personSortSchema } from '#shared/modules/grid/register/person.schema.ts';
import { ADMINISTRATOR_ID, openWorkstation, type Workstation } from '#tests/support/workstation.ts';

let desk: Workstation;
beforeEach(async () => void (desk = await openWorkstation({ roles: ['supervisor'] })));
afterEach(() => desk.close());

const CLERK_ID = '019c0000-0000-7000-8000-0000000000b2';
const asAdministrator = { roles: ['administrator'] as const };
const account = (values: object = {}) => ({ id: CLERK_ID, name: 'chen', displayName: '陈晨', roles: ['clerk'], gridIds: [], mustChangePassword: true, ...values });

describe('accounts', () => {
  it('keep an administrator and stand apart from the auditor', async () => {
    expect((await desk.callAs(asAdministrator, 'accounts.insertAccount', account())).ok).toBe(true);
    expect(await desk.callAs(asAdministrator, 'accounts.insertAccount', account({ id: '019c0000-0000-7000-8000-0000000000b3', name: 'CHEN' }))).toMatchObject({ ok: false, error: { code: 'account/name-taken' } });
    expect(await desk.callAs(asAdministrator, 'accounts.updateAccount', { id: CLERK_ID, version: 1, displayName: '陈晨', roles: ['auditor', 'clerk'], gridIds: [] })).toMatchObject({ ok: false, error: { code: 'account/auditor-stands-alone' } });
    expect(await desk.callAs(asAdministrator, 'accounts.updateAccount', { id: ADMINISTRATOR_ID, version: 1, displayName: '王芳', roles: ['clerk'], gridIds: [] })).toMatchObject({ ok: false, error: { code: 'account/last-of-role', params: { role: 'administrator' } } });
    expect(await desk.callAs(asAdministrator, 'accounts.setAccountAccess', { id: ADMINISTRATOR_ID, version: 1, change: 'disable' })).toMatchObject({ ok: false, error: { code: 'account/not-yourself' } });
    expect(await desk.callAs(asAdministrator, 'accounts.setAccountAccess', { id: CLERK_ID, version: 1, change: 'disable' })).toMatchObject({ ok: true, data: { status: 'disabled', version: 2 } });
    expect(await desk.callAs(asAdministrator, 'accounts.setAccountAccess', { id: CLERK_ID, version: 1, change: 'enable' })).toMatchObject({ ok: false, error: { code: 'record/conflict' } });
  });
});

describe('the calendar', () => {
  it('starts with the published days and warns when a year is empty', async () => {
    expect(await desk.done('calendar.listDays', { year: 2026 })).toEqual(expect.arrayContaining([expect.objectContaining({ day: '2026-10-01', kind: 'holiday' })]));
    const years = await desk.done<number[]>('calendar.listKnownYears');
    desk.advance(Date.parse(`${Math.max(...years)}-12-15T02:00:00Z`) - desk.clock.now().getTime());
    expect(await desk.done('notifications.listToday')).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'calendar-empty', params: { year: Math.max(...years) + 1 } })]));
  });
  it('takes the yearly notice whole or not at all', async () => {
    expect(await desk.call('calendar.importDays', { text: '2031-01-01 元旦\n2031年2月30日 春节', source: '国办发明电' })).toMatchObject({ ok: false, error: { code: 'calendar/line-not-understood', params: { line: 2 } } });
    expect(await desk.done('calendar.listDays', { year: 2031 })).toEqual([]);
    await desk.done('calendar.importDays', { text: '2031-01-01 元旦\n2031年2月1日 班 春节调休', source: '国办发明电' });
    expect(await desk.done('calendar.listDays', { year: 2031 })).toMatchObject([{ day: '2031-01-01', kind: 'holiday' }, { day: '2031-02-01', kind: 'workday', name: '春节调休' }]);
  });
});

describe('settings', () => {
  it('have floors that no administrator can go under', async () => {
    const settings = await desk.done<Record<string, unknown>>('settings.getSettings');
    expect(await desk.callAs(asAdministrator, 'settings.updateSettings', { ...settings, idleLockMinutes: 600 })).toMatchObject({ ok: false, error: { code: 'validation/failed' } });
    expect(await desk.callAs(asAdministrator, 'settings.updateSettings', { ...settings, gridHouseholdsMin: 900 })).toMatchObject({ ok: false, error: { code: 'validation/failed' } });
    expect((await desk.callAs(asAdministrator, 'settings.updateSettings', { ...settings, idleLockMinutes: 5 })).ok).toBe(true);
    expect(await desk.done('settings.getSettings')).toMatchObject({ idleLockMinutes: 5 });
  });
});

describe('a person’s own desk', () => {
  it('keeps drafts and views for that person only', async () => {
    await desk.callAs(asAdministrator, 'accounts.insertAccount', account());
    await desk.done('deskState.put', { kind: 'draft', key: 'person/new', value: { name: '王' } });
    expect(await desk.done('deskState.list', { kind: 'draft' })).toMatchObject([{ key: 'person/new', value: { name: '王' } }]);
    expect(await desk.callAs({ roles: ['clerk'], userId: CLERK_ID }, 'deskState.list', { kind: 'draft' })).toEqual({ ok: true, data: [] });
    await desk.done('deskState.remove', { kind: 'draft', key: 'person/new' });
    expect(await desk.done('deskState.list', { kind: 'draft' })).toEqual([]);
  });
});

describe('an export', () => {
  const person = (name: string, gridId: string) => desk.done('grid.createPerson', { name, formerName: '', reading: '', sex: '2', birthOn: '1990-01-01', idType: '', idNumber: '', ethnic: '', nativePlace: '', marital: '', political: '', education: '', occupation: '', workplace: '=1+1', phone: '13812345678', category: 'registered', registeredPlace: '', registeredAddress: '', presentAddress: '', livesWhereRegistered: null, gridId, householdId: null, relationToHead: '', dwellingId: null, note: '' });
  const request = (path: string) => ({ list: 'grid.persons', query: { filter: { text: '王' }, sort: personSortSchema.parse(undefined) }, columns: [{ field: 'name', title: '姓名' }, { field: 'phoneMasked', title: '电话' }, { field: 'workplace', title: '单位' }, { field: 'sex', title: '性别' }], reason: '下户走访', path, mark: 'GridDesk · 王芳 · #1' });

  it('is the list as seen: filtered, masked, in words, without live formulas, with its mark', async () => {
    const { id } = await desk.done<{ id: string }>('grid.createGrid', { name: '一网格', type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' });
    await person('王一', id);
    await person('李二', id);
    const path = join(desk.folder, 'list.xlsx');
    expect(await desk.done('exports.writeList', request(path))).toEqual({ rows: 1 });
    const sheet = (await read(readFileSync(path))).sheets[0];
    expect(sheet?.rows).toEqual([['姓名', '电话', '单位', '性别'], ['王一', '138****5678', "'=1+1", '女'], ['GridDesk · 王芳 · #1', null, null, null]]);
  });
  it('larger than the station allows, or of a field the list does not have, is refused and leaves no file', async () => {
    const settings = await desk.done<Record<string, unknown>>('settings.getSettings');
    await desk.callAs(asAdministrator, 'settings.updateSettings', { ...settings, exportRowLimit: 1 });
    const { id } = await desk.done<{ id: string }>('grid.createGrid', { name: '一网格', type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' });
    await person('王一', id);
    await person('王二', id);
    const path = join(desk.folder, 'list.xlsx');
    expect(await desk.call('exports.writeList', request(path))).toMatchObject({ ok: false, error: { code: 'export/too-many-rows', params: { rows: 2, limit: 1 } } });
    expect(await desk.refused('exports.writeList', { ...request(path), columns: [{ field: 'idNumber', title: '证件' }] })).toBe('export/unknown-list');
    expect(existsSync(path) || existsSync(`${path}.part`)).toBe(false);
    expect(await desk.callAs({ roles: ['trainer'] }, 'exports.writeList', request(path))).toMatchObject({ ok: false, error: { code: 'auth/forbidden' } });
  });
});
