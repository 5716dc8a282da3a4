import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import type { SearchHit } from '#shared/kernel/search/search.contract.ts';
import { reportStateOf } from '#shared/modules/grid/emergency/emergency.rules.ts';
import type { EmergencyPlan, EmergencySheet } from '#shared/modules/grid/emergency/emergency.schema.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const MINUTE = 60_000;
let desk: Workstation;
beforeEach(async () => void (desk = await openWorkstation({ roles: ['supervisor'] })));
afterEach(() => desk.close());

const contact = (key: string, parentKey: string | null, name: string, withinMinutes: number) => ({ key, parentKey, role: '组长', name, phone: '64012345', withinMinutes });
const plan = (values: Record<string, unknown> = {}) => ({
  kind: 'fire', name: '居民楼火灾', materials: '灭火器', note: '', tasks: [{ text: '拨打 119', withinMinutes: 2 }, { text: '疏散', withinMinutes: null }], contacts: [contact('b', 'a', '陈静', 10), contact('a', null, '王芳', 5)], ...values,
});
const create = (values: Record<string, unknown> = {}) => desk.done<EmergencyPlan>('grid.createEmergencyPlan', plan(values));
const start = (planId: string, values: Record<string, unknown> = {}) => desk.done<EmergencySheet>('grid.startEmergency', { planId, isDrill: false, title: '3 号楼起火', place: '', gridId: null, ...values });
const of = ({ id, version }: { id: string; version: number }) => ({ id, version });
const at = <T>(list: readonly T[], index: number): T => {
  const one = list[index];
  if (one === undefined) throw new Error(`nothing at ${index}`);
  return one;
};
const running = async () => (await desk.done<TodayItem[]>('notifications.listToday')).filter(({ kind }) => kind.startsWith('emergency'));

describe('an emergency', () => {
  it('runs by its own copy of the plan: steps ticked, people reporting or late by the minute, every act in a log that only grows, a note at the end', async () => {
    const made = await create();
    const started = await start(made.id);
    await desk.done('grid.updateEmergencyPlan', { ...plan({ tasks: [{ text: '别的', withinMinutes: 1 }], contacts: [] }), ...of(made) });
    expect(started.contactList.map(({ name, depth }) => [name, depth])).toEqual([['王芳', 0], ['陈静', 1]]);
    expect(await running()).toMatchObject([{ kind: 'emergency-running', urgency: 'near', params: { late: 0 }, to: `/grid/emergency/${started.id}` }]);
    await desk.done('grid.locateEmergency', { ...of(started), title: '3 号楼起火', place: '3 号楼 401', gridId: null });
    desk.advance(4 * MINUTE);
    const reported = await desk.done<EmergencySheet>('grid.reportInEmergency', { ...of(at(started.contactList, 0)), words: '已到现场' });
    desk.advance(7 * MINUTE);
    expect(await running()).toMatchObject([{ urgency: 'overdue', params: { late: 1 } }]);
    const late = await desk.done<EmergencySheet>('grid.reportInEmergency', { ...of(at(reported.contactList, 1)), words: '' });
    const states = late.contactList.map(({ dueAt, reportedAt }) => reportStateOf({ startedAt: late.startedAt, dueAt, doneAt: reportedAt }, Date.now()));
    expect(states).toEqual(['reported', 'reported-late']);
    expect(late).toMatchObject({ reported: 2, reportedLate: 1, place: '3 号楼 401' });
    expect(await desk.refused('grid.reportInEmergency', { ...of(at(late.contactList, 1)), words: '' })).toBe('emergency/reported-already');
    const ticked = await desk.done<EmergencySheet>('grid.tickEmergencyTask', { ...of(at(late.taskList, 0)), isDone: true });
    expect(await desk.refused('grid.tickEmergencyTask', { ...of(at(late.taskList, 0)), isDone: true })).toBe('record/conflict');
    const noted = await desk.done<EmergencySheet>('grid.writeEmergencyLog', { id: started.id, text: '火势已控制' });
    const note = { summary: '无人受伤', wentWell: '疏散快', toImprove: '名单不准', followUp: '更新名单' };
    const ended = await desk.done<EmergencySheet>('grid.endEmergency', { ...of(noted), ...note });
    expect(ended).toMatchObject({ ...note, tasks: 2, tasksDone: 1 });
    expect(ended.log.map(({ kind }) => kind)).toEqual(['started', 'located', 'reported', 'reported', 'task-done', 'note', 'ended']);
    expect(await running()).toEqual([]);
    for (const [name, input] of [['tickEmergencyTask', { ...of(at(ticked.taskList, 1)), isDone: true }], ['writeEmergencyLog', { id: started.id, text: '再记' }]] as const) expect(await desk.refused(`grid.${name}`, input)).toBe('emergency/has-ended');
    const reviewed = await desk.done<EmergencySheet>('grid.endEmergency', { ...of(ended), ...note, followUp: '已更新' });
    expect([reviewed.endedAt, reviewed.followUp, reviewed.log.at(-1)?.kind]).toEqual([ended.endedAt, '已更新', 'reviewed']);
    expect(() => desk.sqlite().exec("UPDATE emergency_log SET text = ''")).toThrow('only added');
    expect(() => desk.sqlite().exec('DELETE FROM emergency_log')).toThrow('only added');
  });

  it('can be a drill, several go on side by side, and what was done is not taken back by an undo', async () => {
    const made = await create();
    await start(made.id, { isDrill: true, title: '演练' });
    await start(made.id);
    expect((await running()).map(({ kind }) => kind).toSorted()).toEqual(['emergency-drill', 'emergency-running']);
    expect(await desk.done('grid.listEmergencies', { filter: { drills: 'only' } })).toMatchObject([{ title: '演练', isDrill: true, startedBy: '王芳' }]);
    expect(await desk.done('grid.listEmergencyPlans')).toMatchObject([{ lastUsedAt: '2026-03-02T01:00:00.000Z', lastDrillAt: '2026-03-02T01:00:00.000Z' }]);
    expect(await desk.done('undo.listNext')).toMatchObject({ undo: { entity: 'emergency_plan' } });
  });

  it('has plans with one name each and a sound contact tree, written by the supervisor and found by their name', async () => {
    const made = await create();
    expect(await desk.refused('grid.createEmergencyPlan', plan())).toBe('emergency/plan-name-taken');
    expect(await desk.refused('grid.createEmergencyPlan', plan({ name: '另一个', contacts: [contact('a', 'b', '甲', 5), contact('b', 'a', '乙', 5)] }))).toBe('emergency/tree-broken');
    const clerk = { roles: ['clerk'] as const };
    expect(await desk.callAs(clerk, 'grid.createEmergencyPlan', plan({ name: '另一个' }))).toMatchObject({ error: { code: 'auth/forbidden' } });
    expect(await desk.callAs(clerk, 'grid.startEmergency', { planId: made.id, isDrill: true, title: '演练', place: '', gridId: null })).toMatchObject({ ok: true });
    expect((await desk.done<SearchHit[]>('search.findEverywhere', { text: '火灾' })).map(({ to }) => to)).toEqual([`/grid/emergency-plans/${made.id}`]);
    await desk.done('grid.removeEmergencyPlan', of(made));
    const undo = async () => desk.call('undo.undo', { seq: (await desk.done<{ undo: { seq: number } }>('undo.listNext')).undo.seq });
    await create();
    expect(await undo()).toMatchObject({ ok: true });
    expect(await undo()).toMatchObject({ ok: true });
    expect(await desk.done('grid.getEmergencyPlan', { id: made.id })).toMatchObject({ name: '居民楼火灾' });
  });
});
