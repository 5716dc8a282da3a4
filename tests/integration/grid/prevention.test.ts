import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import type { ExpiryRow, InspectionRow } from '#shared/modules/grid/prevention/prevention.schema.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

let desk: Workstation;
let gridId: string;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  gridId = (await desk.done<{ id: string }>('grid.createGrid', { name: '北网格', type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' })).id;
});
afterEach(() => desk.close());

const of = ({ id, version }: { id: string; version: number }) => ({ id, version });
const place = (values: Record<string, unknown> = {}) => ({ place: '地下车库', gridId, kind: 'fire', everyDays: 7, assignee: '张磊', points: ['通道畅通'], nextOn: '2026-03-01', isPaused: false, ...values });
const thing = (values: Record<string, unknown> = {}) => ({ kind: 'extinguisher', name: '灭火器', place: '楼道', gridId, holder: '物业', expiresOn: '2026-03-20', remindDays: 30, note: '', ...values });
const seen = (plan: InspectionRow, values: Record<string, unknown> = {}) => ({ ...of(plan), inspectedOn: '2026-03-02', inspector: '张磊', level: 'safe', finding: '', ...values });
const items = async () => (await desk.done<TodayItem[]>('notifications.listToday')).filter(({ kind }) => /^(inspections|expiries)-/.test(kind)).map(({ kind, urgency, params }) => `${kind} ${urgency} ${params['count']}`);

describe('scheduled inspections', () => {
  it('are due until somebody goes, come again after so many days from then, and keep what was found', async () => {
    const plan = await desk.done<InspectionRow>('grid.createInspection', place());
    await desk.done('grid.createInspection', place({ place: '配电间', nextOn: '2026-03-09' }));
    await desk.done('grid.createInspection', place({ place: '停用的泵房', nextOn: '2026-01-01', isPaused: true }));
    expect(await items()).toEqual(['inspections-due overdue 1', 'inspections-week calm 1']);
    expect(await desk.refused('grid.recordInspection', seen(plan, { inspectedOn: '2026-03-03' }))).toBe('prevention/lies-ahead');
    expect(await desk.refused('grid.recordInspection', seen(plan, { level: 'serious' }))).toBe('validation/failed');
    const done = await desk.done<InspectionRow>('grid.recordInspection', seen(plan, { level: 'serious', finding: '通道堵塞' }));
    expect(done).toMatchObject({ nextOn: '2026-03-09', lastOn: '2026-03-02', lastLevel: 'serious', findings: 1 });
    expect(await items()).toEqual(['inspections-week calm 2']);
    expect(await desk.done('grid.listInspectionVisits', { id: plan.id })).toMatchObject([{ level: 'serious', finding: '通道堵塞' }]);
    expect(await desk.done('grid.summarisePrevention', { from: '2026-03-01', until: '2026-03-31' })).toEqual({ due: 0, overdue: 0, done: 1, findings: 1, serious: 1, expired: 0, near: 0 });
    const march = { from: '2026-03-01', until: '2026-03-31' };
    const counted = async (levels: readonly string[]) => (await desk.done<unknown[]>('grid.listInspectionRecords', { filter: { ...march, levels } })).length;
    expect([await counted([]), await counted(['ordinary', 'serious']), await counted(['serious'])]).toEqual([1, 1, 1]);
    expect(await desk.done('grid.countInspectionRecords', { filter: { ...march, levels: ['safe'] } })).toEqual({ count: 0 });
    expect(await desk.callAs({ roles: ['clerk'], scope: ['x'] }, 'grid.listInspectionRecords', {})).toMatchObject({ data: [] });
    expect(await desk.refused('grid.recordInspection', seen(plan))).toBe('record/conflict');
    await desk.done('undo.undo', { seq: (await desk.done<{ undo: { seq: number } }>('undo.listNext')).undo.seq });
    expect(await desk.done('grid.listInspections', { filter: { dueUntil: '2026-03-02' } })).toMatchObject([{ nextOn: '2026-03-01', lastOn: null, findings: 0 }]);
  });
});

describe('what expires', () => {
  it('is told from its reminder on and after its last day, until it is renewed', async () => {
    const near = await desk.done<ExpiryRow>('grid.createExpiry', thing());
    const gone = await desk.done<ExpiryRow>('grid.createExpiry', thing({ name: '许可证', expiresOn: '2026-03-01' }));
    const far = await desk.done<ExpiryRow>('grid.createExpiry', thing({ name: '保险', expiresOn: '2026-12-31' }));
    expect([near.state, gone.state, far.state]).toEqual(['near', 'expired', 'running']);
    expect(await items()).toEqual(['expiries-expired overdue 1', 'expiries-near near 1']);
    for (const state of ['near', 'expired', 'running']) expect(await desk.done('grid.listExpiries', { filter: { states: [state] } })).toMatchObject([{ state }]);
    expect(await desk.refused('grid.renewExpiry', { ...of(gone), expiresOn: '2026-03-01' })).toBe('prevention/not-later');
    expect(await desk.done('grid.renewExpiry', { ...of(gone), expiresOn: '2027-03-01' })).toMatchObject({ state: 'running' });
    await desk.done('grid.updateExpiry', { ...thing({ remindDays: 5 }), ...of(near) });
    expect(await items()).toEqual([]);
    await desk.done('grid.removeExpiry', of(far));
    expect(await desk.done('grid.countExpiries', {})).toEqual({ count: 2 });
  });

  it('and inspections are seen by who looks after their grid', async () => {
    const plan = await desk.done<InspectionRow>('grid.createInspection', place());
    const item = await desk.done<ExpiryRow>('grid.createExpiry', thing());
    const elsewhere = { roles: ['clerk'] as const, scope: ['x'] };
    expect(await desk.callAs(elsewhere, 'grid.listInspections', {})).toMatchObject({ data: [] });
    expect(await desk.callAs(elsewhere, 'grid.listExpiries', {})).toMatchObject({ data: [] });
    expect(await desk.callAs(elsewhere, 'grid.recordInspection', seen(plan))).toMatchObject({ error: { code: 'record/not-found' } });
    expect(await desk.callAs(elsewhere, 'grid.renewExpiry', { ...of(item), expiresOn: '2027-01-01' })).toMatchObject({ error: { code: 'record/not-found' } });
    expect(await desk.callAs(elsewhere, 'grid.createExpiry', thing({ gridId: null }))).toMatchObject({ error: { code: 'prevention/grid-needed' } });
  });
});
