import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MatterRow, MatterSheet } from '#shared/modules/grid/matters/matter.schema.ts';
import { department, matterDraft, walk } from '#tests/support/matters.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const DAY = 86_400_000;
const grid = (name: string) => ({ name, type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' });
let desk: Workstation;
let north: string;
let office: string;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  north = (await desk.done<{ id: string }>('grid.createGrid', grid('北网格'))).id;
  office = (await desk.done<{ id: string }>('grid.createBody', department())).id;
});
afterEach(() => desk.close());

const bring = (values: Record<string, unknown> = {}) => desk.done<MatterSheet>('grid.createMatter', matterDraft({ gridId: north, ...values }));
const toOffice = { move: 'dispatch', unit: { kind: 'department', id: '' } };
const dispatched = async (values: Record<string, unknown> = {}) => walk(desk, await bring(values), { move: 'accept' }, { move: 'file' }, { ...toOffice, unit: { kind: 'department', id: office } });
const refusal = async (matter: MatterSheet, step: Record<string, unknown>) => desk.refused('grid.moveMatter', { id: matter.id, version: matter.version, text: '', ...step });

describe('a matter', () => {
  it('is numbered by day, routed to the station of its kind, has an owner and a day promised', async () => {
    const one = await bring();
    const other = await bring({ kind: 'neighbour' });
    expect(one).toMatchObject({ number: '20260302-0001', station: 'grid-station', unitKind: 'station', unitId: 'grid-station', ownerName: '王芳', state: 'reported', dueOn: '2026-03-03', used: 0, limit: 1, partyPhoneMasked: '138****1234', gridName: '北网格' });
    expect(other).toMatchObject({ number: '20260302-0002', station: 'governance-station' });
    expect(one.promisedOn).toBe('2026-03-18'); // 4 × 1 to accept, file, dispatch and sign, 5 to handle, 3 to verify
    expect(one.legal).toEqual(expect.arrayContaining(['accept', 'refer', 'merge', 'void', 'take']));
    expect(JSON.stringify(desk.sqlite().prepare('SELECT detail FROM audit_entry').all())).not.toMatch(/贾涛一|13800001234/);
  });

  it('goes the ordinary way to its rating, and the strip tells who had it how long', async () => {
    const signed = await walk(desk, await dispatched(), { move: 'sign' });
    desk.advance(3 * DAY);
    const ended = await walk(desk, signed, { move: 'done', text: '换好灯泡' }, { move: 'pass' }, { move: 'rate', rating: 3 });
    expect(ended).toMatchObject({ state: 'rated', rating: 3, result: '换好灯泡', endedOn: '2026-03-05', clock: 'calm', dueOn: null });
    const strip = ended.steps.map(({ state, phase, days, unit }) => [state, phase, days, unit?.name]);
    expect(strip).toEqual([
      ['reported', 'done', 0, ''], ['accepted', 'done', 0, ''], ['filed', 'done', 0, ''], ['dispatched', 'done', 0, '城市管理局'], ['handling', 'done', 3, '城市管理局'], ['to-verify', 'done', 0, '城市管理局'], ['closed', 'done', 0, '城市管理局'], ['rated', 'done', null, '城市管理局'],
    ]);
    expect(ended.marks).toMatchObject([{ kind: 'on-time', points: 1, unit: { id: office } }]);
    expect(() => desk.sqlite().exec("UPDATE matter_move SET said = 'x'")).toThrow('only added');
    expect(() => desk.sqlite().exec('DELETE FROM matter')).toThrow('never deleted');
  });

  it('is returned once by a unit; after three returns only joint handling with one lead goes on', async () => {
    const returned = await walk(desk, await dispatched(), { move: 'return', text: '不是本局职责' });
    expect(returned).toMatchObject({ state: 'filed', returns: 1, unitId: 'grid-station', ownerId: null, untouched: true });
    const again = await walk(desk, returned, { move: 'dispatch', unit: { kind: 'department', id: office } });
    expect(await refusal(again, { move: 'return', text: '还是不收' })).toBe('matter/returned-before');
    const second = (await desk.done<{ id: string }>('grid.createBody', department({ name: '住建局' }))).id;
    const third = (await desk.done<{ id: string }>('grid.createBody', department({ name: '水务局' }))).id;
    const other = await dispatched();
    const thrice = await walk(desk, other, { move: 'return', text: '一' }, { move: 'dispatch', unit: { kind: 'department', id: second } }, { move: 'return', text: '二' }, { move: 'dispatch', unit: { kind: 'department', id: third } }, { move: 'return', text: '三' });
    expect(await refusal(thrice, { move: 'dispatch', unit: { kind: 'grid', id: north } })).toBe('matter/needs-joint');
    const joint = await walk(desk, thrice, { move: 'join', unit: { kind: 'department', id: second }, others: [{ kind: 'department', id: office }], text: '住建局牵头' });
    expect(joint).toMatchObject({ state: 'dispatched', isJoint: true, unitName: '住建局', beside: [{ role: 'joint', unit: { name: '城市管理局' } }] });
  });

  it('keeps both due days when it is extended, and runs on nothing while it is suspended', async () => {
    const signed = await walk(desk, await dispatched(), { move: 'sign' });
    expect(signed.dueOn).toBe('2026-03-09');
    const asked = await walk(desk, signed, { move: 'ask-extension', days: 4, text: '等材料' });
    expect(await refusal(asked, { move: 'ask-extension', days: 4, text: '再要' })).toBe('matter/extension-pending');
    const longer = await walk(desk, asked, { move: 'grant-extension', days: 3 });
    expect(longer).toMatchObject({ dueOn: '2026-03-12', extension: 'granted', extraDays: 3, promisedFirst: '2026-03-18', promisedOn: '2026-03-23' });
    desk.advance(2 * DAY);
    const stopped = await walk(desk, longer, { move: 'suspend', until: '2026-03-20', text: '等汛期过去' });
    expect(stopped).toMatchObject({ state: 'suspended', dueOn: null, used: 2, clock: 'calm' });
    desk.advance(12 * DAY);
    const resumed = await walk(desk, stopped, { move: 'resume' });
    expect(resumed).toMatchObject({ state: 'handling', used: 2, limit: 8, dueOn: '2026-03-24' }); // 6 of 8 are left
    expect(await refusal(resumed, { move: 'resume' })).toBe('matter/move-not-possible');
    expect(await refusal(longer, { move: 'note', text: '同时写的' })).toBe('record/conflict');
  });

  it('refuses a department that is gone, a level that is skipped, a clock that was set back, and who may not', async () => {
    await desk.done('grid.updateBody', { ...(({ id, version }) => ({ id, version }))(await desk.done<{ id: string; version: number }>('grid.getBody', { id: office })), ...department({ isActive: false }) });
    const filed = await walk(desk, await bring(), { move: 'accept' }, { move: 'file' });
    expect(await refusal(filed, { move: 'dispatch', unit: { kind: 'department', id: office } })).toBe('matter/unit-ended');
    expect(await refusal(filed, { move: 'dispatch', unit: { kind: 'centre', id: 'grid-centre' } })).toBe('matter/skip-level');
    expect(await desk.callAs({ roles: ['clerk'] }, 'grid.moveMatter', { id: filed.id, version: filed.version, move: 'supervise', card: 'red', text: 'x' })).toMatchObject({ error: { code: 'matter/move-not-yours' } });
    desk.advance(-2 * DAY);
    expect(await refusal(filed, { move: 'note', text: '日期错了' })).toBe('matter/clock-set-back');
    desk.advance(2 * DAY);
    const up = await walk(desk, filed, { move: 'report-up', text: '超出本站权限' });
    expect(up).toMatchObject({ unitKind: 'centre', unitId: 'grid-centre' });
    expect(await refusal(await walk(desk, up, { move: 'sign' }), { move: 'report-up', text: '再上报' })).toBe('matter/no-superior');
  });

  it('is seen by the desk that took it when it has no grid, and by no other clerk', async () => {
    const lost = await bring({ gridId: null });
    const clerk = { roles: ['clerk'] as const, scope: [north], userId: '019c0000-0000-7000-8000-0000000000b2' };
    expect(await desk.callAs(clerk, 'grid.getMatter', { id: lost.id })).toMatchObject({ error: { code: 'record/not-found' } });
    const made = await desk.callAs(clerk, 'grid.createMatter', matterDraft());
    expect(made).toMatchObject({ ok: true, data: { gridId: null } });
    expect(await desk.callAs(clerk, 'grid.listMatters', {})).toMatchObject({ data: [{ number: '20260302-0002' }] });
    expect((await desk.done<MatterRow[]>('grid.listMatters', { filter: { withoutGrid: true } })).length).toBe(2);
  });

  it('as a draft is taken back by undo; a step is not offered', async () => {
    const draft = await bring({ submit: false });
    expect(draft).toMatchObject({ number: '', state: 'draft', dueOn: null });
    const { undo } = await desk.done<{ undo: { seq: number } }>('undo.listNext');
    await desk.done('undo.undo', { seq: undo.seq });
    expect(await desk.done('grid.countMatters', { filter: { life: 'draft' } })).toEqual({ count: 0 });
    expect(await desk.done('grid.countMatters', { filter: { life: 'all' } })).toEqual({ count: 0 });
    const { redo } = await desk.done<{ redo: { seq: number } }>('undo.listNext');
    await desk.done('undo.redo', { seq: redo.seq });
    await walk(desk, await desk.done<MatterSheet>('grid.getMatter', { id: draft.id }), { move: 'submit' });
    expect((await desk.done<{ undo: { seq: number } | null }>('undo.listNext')).undo?.seq).not.toBe(undo.seq + 3);
  });
});
