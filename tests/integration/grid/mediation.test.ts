import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import type { SearchHit } from '#shared/kernel/search/search.contract.ts';
import type { MediationSheet } from '#shared/modules/grid/mediation/mediation.schema.ts';
import { personDraft } from '#tests/support/person-draft.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const DAY = 86_400_000;
let desk: Workstation;
let gridId: string;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  gridId = (await desk.done<{ id: string }>('grid.createGrid', { name: '北网格', type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' })).id;
});
afterEach(() => desk.close());

const party = (name: string) => ({ name, personId: null, bodyId: null, address: '' });
const draft = (values: Record<string, unknown> = {}) => ({
  subject: '楼上漏水', kind: 'neighbour', gridId, place: '1 号楼', origin: 'requested', appliedOn: '2026-02-20', parties: [party('贾涛'), party('李梅')], mediators: ['张磊'], recorder: '王芳', facts: '渗水损坏天花板', peopleInvolved: 2, amountFen: 180_000, nextSessionOn: null, ...values,
});
const create = (values: Record<string, unknown> = {}) => desk.done<MediationSheet>('grid.createMediation', draft(values));
const of = ({ id, version }: { id: string; version: number }) => ({ id, version });
const move = (name: string, one: MediationSheet, values: Record<string, unknown>) => desk.done<MediationSheet>(`grid.${name}`, { ...of(one), ...values });
const agreed = { form: 'written', agreedOn: '2026-02-25', agreement: '赔偿修复费一千八百元', performance: '三十日内转账', performBy: '2026-03-25', followUpOn: '2026-03-02' };
const due = async () => (await desk.done<TodayItem[]>('notifications.listToday')).filter(({ kind }) => kind.startsWith('mediation')).map(({ kind, urgency }) => `${kind} ${urgency}`);

describe('a mediation', () => {
  it('goes from the request over a sitting, an agreement and its signing to the last follow-up, and says at each step what can be done', async () => {
    const opened = await create({ nextSessionOn: '2026-03-01' });
    expect(opened).toMatchObject({ no: '2026-0001', state: 'open', gridName: '北网格', confirmUntil: null });
    expect(await due()).toEqual(['mediation-due overdue']);
    const sat = await move('addMediationSession', opened, { heldOn: '2026-02-25', place: '调解室', present: ['贾涛', '李梅', '张磊'], content: '核对票据', nextSessionOn: null });
    expect(sat.steps).toMatchObject([{ kind: 'session', present: ['贾涛', '李梅', '张磊'] }]);
    expect(await due()).toEqual([]);
    expect(await desk.refused('grid.signMediation', { ...of(sat), signedOn: '2026-02-26' })).toBe('mediation/not-possible-now');
    expect(await desk.refused('grid.agreeMediation', { ...of(sat), ...agreed, followUpOn: '2026-02-01' })).toBe('mediation/days-reversed');
    const settled = await move('agreeMediation', sat, agreed);
    expect(settled).toMatchObject({ state: 'agreed', agreement: '赔偿修复费一千八百元', confirmUntil: null });
    expect(await desk.refused('grid.updateMediation', { ...of(settled), ...draft() })).toBe('mediation/not-possible-now');
    expect(await desk.refused('grid.signMediation', { ...of(settled), signedOn: '2026-02-24' })).toBe('mediation/days-reversed');
    const signed = await move('signMediation', settled, { signedOn: '2026-02-26' });
    expect(signed).toMatchObject({ state: 'in-force', confirmUntil: '2026-03-28' });
    expect(await due()).toEqual(['mediation-due near']);
    const looked = await move('followUpMediation', signed, { heldOn: '2026-03-02', content: '已付一半', performed: 'partly', nextOn: '2026-03-08' });
    expect(looked).toMatchObject({ state: 'in-force', performed: 'partly', followUpOn: '2026-03-08' });
    expect(await due()).toEqual(['mediation-week calm']);
    const closed = await move('followUpMediation', looked, { heldOn: '2026-03-02', content: '付清', performed: 'kept', nextOn: null });
    expect(closed).toMatchObject({ state: 'closed', steps: [{ kind: 'session' }, { kind: 'follow-up' }, { kind: 'follow-up' }] });
    expect(await desk.refused('grid.reopenMediation', { ...of(closed), reason: '再来' })).toBe('mediation/not-possible-now');
    await desk.done('undo.undo', { seq: (await desk.done<{ undo: { seq: number } }>('undo.listNext')).undo.seq });
    expect(await desk.done('grid.getMediation', { id: closed.id })).toMatchObject({ state: 'in-force', followUpOn: '2026-03-08', steps: [{ kind: 'session' }, { kind: 'follow-up' }] });
  });

  it('asks for signatures that do not come, may fail and be opened again, and counts what came of all', async () => {
    const first = await move('agreeMediation', await create(), { ...agreed, agreedOn: '2026-02-20', followUpOn: '2026-06-01' });
    expect(await due()).toEqual(['mediation-unsigned near']);
    const oral = await move('agreeMediation', await create({ parties: [party('甲'), party('乙'), party('丙')] }), { ...agreed, form: 'oral', followUpOn: '2026-06-01' });
    expect(oral).toMatchObject({ no: '2026-0002', state: 'in-force', confirmUntil: '2026-03-27' });
    const failed = await move('endMediation', await create(), { how: 'fail', reason: '分歧较大' });
    expect(await move('reopenMediation', failed, { reason: '双方愿意再谈' })).toMatchObject({ state: 'open', endReason: '双方愿意再谈' });
    await move('endMediation', await create(), { how: 'withdraw', reason: '自行和解' });
    await move('followUpMediation', oral, { heldOn: '2026-03-01', content: '已履行', performed: 'kept', nextOn: null });
    const rows = await desk.done<MediationSheet[]>('grid.listMediations', {});
    const figures = await desk.done('grid.summariseMediations', { from: '2026-01-01', until: '2026-12-31' });
    const count = (...states: string[]) => rows.filter(({ state }) => states.includes(state)).length;
    expect(figures).toEqual({ total: 4, open: count('open'), agreed: count('agreed', 'in-force', 'closed'), failed: count('failed'), withdrawn: count('withdrawn'), kept: 1, followed: 1 });
    expect(await desk.done('grid.countMediations', { filter: { from: '2026-01-01', until: '2026-12-31', performed: ['kept'] } })).toEqual({ count: 1 });
    expect(await desk.done('grid.listMediations', { filter: { text: '丙' } })).toMatchObject([{ no: '2026-0002' }]);
    expect((await desk.done<SearchHit[]>('search.findEverywhere', { text: '2026-0001' })).map(({ id }) => id)).toEqual([first.id]);
    await desk.done('grid.removeMediation', of(first));
    expect(await desk.refused('grid.getMediation', { id: first.id })).toBe('record/not-found');
    expect((await create()).no).toBe('2026-0005');
  });

  it('is seen by who looks after its grid, ties only to people and grids that are there, and takes no day ahead', async () => {
    const { id } = await desk.done<{ id: string }>('grid.createPerson', personDraft({ gridId }));
    const one = await create({ parties: [{ ...party('贾涛一'), personId: id }, party('李梅')] });
    const elsewhere = { roles: ['clerk'] as const, scope: ['x'] };
    expect(await desk.callAs(elsewhere, 'grid.listMediations', {})).toMatchObject({ data: [] });
    expect(await desk.callAs(elsewhere, 'grid.getMediation', { id: one.id })).toMatchObject({ error: { code: 'record/not-found' } });
    expect(await desk.callAs(elsewhere, 'grid.createMediation', draft({ gridId: null }))).toMatchObject({ error: { code: 'mediation/grid-needed' } });
    expect(await desk.refused('grid.createMediation', draft({ parties: [{ ...party('谁'), personId: one.id }, party('李梅')] }))).toBe('record/not-found');
    expect(await desk.refused('grid.createMediation', draft({ parties: [party('一人')] }))).toBe('validation/failed');
    expect(await desk.refused('grid.createMediation', draft({ appliedOn: '2026-03-03' }))).toBe('mediation/lies-ahead');
    expect(await desk.refused('grid.updateMediation', { ...draft(), id: one.id, version: 7 })).toBe('record/conflict');
    desk.advance(400 * DAY);
    expect(await create({ appliedOn: '2027-01-05' })).toMatchObject({ no: '2027-0001' });
  });
});
