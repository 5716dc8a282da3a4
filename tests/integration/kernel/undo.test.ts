import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UndoStep } from '#shared/kernel/undo/undo.contract.ts';
import type { PersonRow, PersonSheet } from '#shared/modules/grid/register/person.schema.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const draft = (values: Record<string, unknown> = {}) => ({
  name: '贾涛一', formerName: '', reading: '', sex: '0', birthOn: null, idType: '', idNumber: '', ethnic: '', nativePlace: '', marital: '', political: '', education: '', occupation: '', workplace: '', phone: '',
  category: 'registered', registeredPlace: '', registeredAddress: '', presentAddress: '', livesWhereRegistered: null, gridId: null, householdId: null, relationToHead: '', dwellingId: null, note: '', ...values,
});
const household = { registerNo: '330102001', type: 'family', headId: null, homePhone: '', registeredAddress: '', dwellingId: null, isVacant: false, gridId: null, note: '' };
const SOMEBODY_ELSE = { userId: '019c0000-0000-7000-8000-0000000000b2', sessionId: '019c0000-0000-7000-8000-000000005e56' };
type Next = { undo: UndoStep | null; redo: UndoStep | null };

let desk: Workstation;
beforeEach(async () => void (desk = await openWorkstation({ roles: ['supervisor'] })));
afterEach(() => desk.close());

const person = (values: Record<string, unknown> = {}) => desk.done<PersonSheet>('grid.createPerson', draft(values));
const rows = () => desk.done<PersonRow[]>('grid.listPersons', {});
const next = () => desk.done<Next>('undo.listNext');
const undo = async () => desk.done<UndoStep>('undo.undo', { seq: (await next()).undo?.seq });
const redo = async () => desk.done<UndoStep>('undo.redo', { seq: (await next()).redo?.seq });
const changedName = async (sheet: PersonSheet, name: string) => {
  const { id, version, idNumberMasked: _m, phoneMasked: _p, gridName: _g, registerNo: _r, dwellingAddress: _d, extra: _e, removedAt: _a, removedReason: _b, createdAt: _c, updatedAt: _u, idNumber: _n, phone: _h, ...fields } = sheet;
  return desk.done<PersonSheet>('grid.updatePerson', { ...fields, id, version, name });
};

describe('undo', () => {
  it('takes a change back with all that is derived from it, and gives it again', async () => {
    const changed = await changedName(await person({ idNumber: '11010519491231002X' }), '王秀英');
    expect((await next()).undo).toMatchObject({ action: 'person.changed', name: '王秀英', count: 1 });
    await undo();
    expect(await rows()).toMatchObject([{ name: '贾涛一', idNumberMasked: '110***********002X' }]);
    expect(await desk.done<PersonRow[]>('grid.listPersons', { filter: { text: 'jty' } })).toHaveLength(1);
    expect(await desk.done<PersonRow[]>('grid.listPersons', { filter: { text: '秀英' } })).toHaveLength(0);
    await redo();
    expect(await rows()).toMatchObject([{ id: changed.id, name: '王秀英' }]);
    expect(await desk.done<PersonRow[]>('grid.listPersons', { filter: { text: 'wxy' } })).toHaveLength(1);
  });
  it('takes a new person out of the lists, and brings the person back', async () => {
    await person();
    await undo();
    expect(await rows()).toEqual([]);
    expect(await desk.done('grid.countPersons', { filter: { removed: true } })).toEqual({ count: 1 });
    expect(await next()).toMatchObject({ undo: null, redo: { action: 'person.created' } });
    await redo();
    expect(await rows()).toHaveLength(1);
  });
  it('brings a removed person back, unless the number was given to somebody else', async () => {
    const first = await person({ idNumber: '11010519491231002X' });
    await desk.done('grid.removePerson', { id: first.id, version: 1, reason: '重复登记' });
    const { undo: removal } = await next();
    await undo();
    expect(await rows()).toHaveLength(1);
    await redo();
    expect((await next()).undo?.seq).toBe(removal?.seq);
    await desk.callAs(SOMEBODY_ELSE, 'grid.createPerson', draft({ name: '别人', idNumber: '11010519491231002X' }));
    expect(await desk.refused('undo.undo', { seq: removal?.seq })).toBe('person/id-number-taken');
  });
  it('is one step for many persons, one entry in the log', async () => {
    const made = [await person({ workplace: '甲' }), await person({ name: '二', workplace: '乙' }), await person({ name: '三', workplace: '清波小学' })];
    const entries = desk.count('audit_entry');
    expect(await desk.done('grid.updatePersons', { persons: made.map(({ id, version }) => ({ id, version })), change: { workplace: '清波小学' } })).toEqual({ changed: 2 });
    expect(desk.count('audit_entry')).toBe(entries + 1);
    expect((await next()).undo).toMatchObject({ action: 'persons.changed', name: '', count: 2 });
    await undo();
    expect((await rows()).map(({ workplace }) => workplace).toSorted()).toEqual(['甲', '乙', '清波小学'].toSorted());
  });
  it('leaves what somebody else changed since, as a whole', async () => {
    const [one, two] = [await person({ workplace: '甲' }), await person({ name: '二', workplace: '乙' })];
    await desk.done('grid.updatePersons', { persons: [one, two].map(({ id, version }) => ({ id, version })), change: { workplace: '丙' } });
    desk.sqlite().prepare('UPDATE person SET version = version + 1 WHERE id = ?').run(two.id);
    expect(await desk.refused('undo.undo', { seq: (await next()).undo?.seq })).toBe('undo/changed-since');
    expect((await rows()).map(({ workplace }) => workplace)).toEqual(['丙', '丙']);
  });
  it('goes one by one, the newest first', async () => {
    await person();
    const { undo: first } = await next();
    await person({ name: '二' });
    expect(await desk.refused('undo.undo', { seq: first?.seq })).toBe('undo/not-next');
  });
  it('keeps a household in which people are registered', async () => {
    const { id } = await desk.done<{ id: string }>('grid.createHousehold', household);
    const { undo: made } = await next();
    await desk.callAs(SOMEBODY_ELSE, 'grid.createPerson', draft({ householdId: id }));
    expect(await desk.refused('undo.undo', { seq: made?.seq })).toBe('undo/in-use');
  });
  it('is refused to who may not change the record any more, and knows nothing of another session', async () => {
    await person();
    const { undo: made } = await next();
    expect(await desk.callAs({ roles: ['auditor'] }, 'undo.undo', { seq: made?.seq })).toMatchObject({ ok: false, error: { code: 'record/not-found' } });
    expect(await desk.callAs(SOMEBODY_ELSE, 'undo.listNext', {})).toEqual({ ok: true, data: { undo: null, redo: null } });
  });
  it('restores a grid that was closed, and does not offer to take a new one away', async () => {
    const grid = { name: '北网格', type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' };
    const { id, version } = await desk.done<{ id: string; version: number }>('grid.createGrid', grid);
    expect((await next()).undo).toBeNull();
    await desk.done('grid.closeGrid', { id, version, closedOn: '2026-03-02', reason: '合并' });
    await undo();
    expect(await desk.done('grid.getGrid', { id })).toMatchObject({ status: 'active', closedReason: '' });
  });
});

describe('changing many persons', () => {
  it('changes nobody when one was changed since', async () => {
    const [one, two] = [await person(), await person({ name: '二' })];
    expect(await desk.refused('grid.updatePersons', { persons: [{ id: one.id, version: 1 }, { id: two.id, version: 7 }], change: { workplace: '丙' } })).toBe('record/conflict');
    expect((await rows()).map(({ workplace }) => workplace)).toEqual(['', '']);
  });
  it('does not move anybody to a grid outside the own ones, and asks for something to change', async () => {
    const { id, version } = await person();
    expect(await desk.refused('grid.updatePersons', { persons: [{ id, version }], change: { gridId: '019c0000-0000-7000-8000-0000000000ff' } })).toBe('person/grid-out-of-scope');
    expect(await desk.refused('grid.updatePersons', { persons: [{ id, version }], change: {} })).toBe('validation/failed');
  });
});

describe('one field out of the history', () => {
  it('is put back with what is derived from it, even when nobody may read it, and that can be undone', async () => {
    const made = await person({ phone: '13800138000' });
    const renamed = await changedName(made, '王秀英');
    const { seq } = (await next()).undo ?? { seq: 0 };
    expect(await desk.done<string[]>('undo.listRestorable', { entity: 'person' })).toEqual(expect.arrayContaining(['name', 'phone']));
    await desk.done('undo.restoreField', { entity: 'person', id: made.id, version: renamed.version, seq, column: 'name' });
    expect(await desk.done<PersonRow[]>('grid.listPersons', { filter: { text: 'jty' } })).toMatchObject([{ name: '贾涛一' }]);
    expect(await desk.refused('undo.restoreField', { entity: 'person', id: made.id, version: renamed.version, seq, column: 'name' })).toBe('record/conflict');
    await undo();
    expect(await rows()).toMatchObject([{ name: '王秀英' }]);
  });
  it('only where nothing else hangs on it, and by who may change the record', async () => {
    const made = await person();
    await desk.done('grid.updatePersons', { persons: [{ id: made.id, version: 1 }], change: { category: 'floating' } });
    const { seq } = (await next()).undo ?? { seq: 0 };
    const asked = { entity: 'person', id: made.id, version: 2, seq, column: 'category' };
    expect(await desk.refused('undo.restoreField', asked)).toBe('record/not-found');
    expect(await desk.callAs({ roles: ['auditor'] }, 'undo.listRestorable', { entity: 'person' })).toMatchObject({ data: [] });
    expect(await desk.callAs({ roles: ['auditor'] }, 'undo.restoreField', { ...asked, column: 'name' })).toMatchObject({ error: { code: 'record/not-found' } });
  });
});
