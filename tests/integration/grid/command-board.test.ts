import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import type { UndoStep } from '#shared/kernel/undo/undo.contract.ts';
import { boardStates, movesTo, namesOneLead, reachableFrom } from '#shared/modules/grid/command-board/command-board.rules.ts';
import type { CommandDesk, CommandEvent, MeetingRow } from '#shared/modules/grid/command-board/command-board.schema.ts';
import { mayMove, stateAfter } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import type { MatterSheet } from '#shared/modules/grid/matters/matter.schema.ts';
import type { GridAlarm, HotSpot, HotSpotMatter } from '#shared/modules/grid/prevention/hot-spot.schema.ts';
import type { InspectionRow, InspectionVisit } from '#shared/modules/grid/prevention/prevention.schema.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const DAY = 86_400_000;
let desk: Workstation;
const grids: string[] = [];
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  grids.length = 0;
  for (const name of ['北网格', '南网格']) grids.push((await desk.done<{ id: string }>('grid.createGrid', { name, type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' })).id);
});
afterEach(() => desk.close());

const bring = (values: Record<string, unknown> = {}) =>
  desk.done<MatterSheet>('grid.createMatter', {
    subject: '楼道堆物', content: '', kind: 'corridor', channel: 'visit', level: 'general', scale: 'individual', peopleCount: null, amountFen: null, occurredOn: null, place: '1 号楼 2 单元', gridId: grids[0], buildingId: null, dwellingId: null, personId: null, partyName: '', partyPhone: '', fromUnit: null, submit: true, ...values,
  });
const move = (matter: MatterSheet, name: string, values: Record<string, unknown> = {}) => desk.done<MatterSheet>('grid.moveMatter', { move: name, id: matter.id, version: matter.version, text: '', ...values });
const department = (name: string) => desk.done<{ id: string }>('grid.createBody', { kind: 'department', name, contact: '', contactPhone: '', address: '', duty: '', agreementNo: '', agreementFrom: null, agreementUntil: null, gridIds: [], isActive: true, note: '' });

describe('hot spots', () => {
  it('count the same place, however it is written, and the same kind in a grid; each opens exactly its rows', async () => {
    await bring();
    desk.advance(35 * DAY);
    for (const place of ['1号楼2单元', '１ 号楼，2 单元', '1 号楼 2 单元']) await bring({ place });
    await bring({ kind: 'noise', gridId: grids[1], place: '' });
    const void_ = await bring();
    await move(void_, 'void', { text: '重复登记' });
    const places = await desk.done<HotSpot[]>('grid.listHotSpots', { by: 'place' });
    expect(places).toMatchObject([{ count: 3, gridId: grids[0], open: 3 }]);
    const spot = places[0] as HotSpot; // checked above
    const rows = await desk.done<HotSpotMatter[]>('grid.listHotSpotMatters', { by: 'place', days: 30, placeKey: spot.placeKey, kind: '', gridId: null });
    expect(rows).toHaveLength(spot.count);
    expect(await desk.done('grid.listHotSpots', { by: 'kind', days: 60, least: 4 })).toMatchObject([{ kind: 'corridor', count: 4, gridName: '北网格' }]);
    expect(await desk.done('grid.listHotSpots', { by: 'kind', days: 30, least: 4 })).toEqual([]);
    expect(await desk.callAs({ roles: ['clerk'], scope: [grids[1] ?? ''] }, 'grid.listHotSpots', { by: 'place' })).toMatchObject({ data: [] });
  });

  it('ring for the grid whose last week leaps above its own past, and for no other', async () => {
    for (let week = 0; week < 11; week += 1) {
      for (const gridId of grids) await bring({ gridId });
      desk.advance(7 * DAY);
    }
    for (let times = 0; times < 6; times += 1) await bring({ gridId: grids[1], kind: 'noise' });
    await bring({ gridId: grids[0] });
    const alarms = await desk.done<GridAlarm[]>('grid.listGridAlarms', { kind: null });
    expect(alarms.map(({ gridName, c1, c2, c3 }) => [gridName, c1, c2, c3])).toEqual([['南网格', true, true, true], ['北网格', false, false, false]]);
    expect(alarms[0]).toMatchObject({ counts: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 6], expected: 1, threshold: 2.5 });
    const merged = await bring({ gridId: grids[1], kind: 'noise' });
    await move(merged, 'void', { text: '重复登记' });
    const told = (await desk.done<TodayItem[]>('notifications.listToday')).filter(({ kind }) => /^(grid-alarm|hot-spots)/.test(kind));
    expect(told).toMatchObject([{ kind: 'grid-alarm', column: 'due', params: { name: '南网格', count: 6, expected: 1 } }, { kind: 'hot-spots', to: '/grid/hot-spots', params: { count: 1, place: '1 号楼 2 单元' } }]);
    const filter: unknown = JSON.parse(told[0]?.to.split('filter=')[1] ?? '');
    expect(await desk.done('grid.listMatters', { filter })).toHaveLength(6);
    expect((await desk.callAs({ roles: ['clerk'], scope: [grids[0] ?? ''] }, 'notifications.listToday', {}) as { data: TodayItem[] }).data.filter(({ kind }) => kind === 'grid-alarm')).toEqual([]); // it succeeds for a clerk
    expect((await desk.done<GridAlarm[]>('grid.listGridAlarms', { kind: 'corridor' })).every(({ c2 }) => !c2)).toBe(true);
  });
});

describe('a finding', () => {
  it('becomes a matter in one act, once, and stays tied to it', async () => {
    const plan = await desk.done<InspectionRow>('grid.createInspection', { place: '地下车库', gridId: grids[0], kind: 'fire', everyDays: 7, assignee: '张磊', points: [], nextOn: '2026-03-02', isPaused: false });
    await desk.done('grid.recordInspection', { id: plan.id, version: plan.version, inspectedOn: '2026-03-02', inspector: '张磊', level: 'serious', finding: '消防通道堵塞' });
    const [visit] = await desk.done<InspectionVisit[]>('grid.listInspectionVisits', { id: plan.id });
    const entries = desk.count('audit_entry');
    const input = { id: visit?.id, version: visit?.version, kind: 'fire-risk', subject: '地下车库消防通道堵塞' };
    const [brought] = await desk.done<InspectionVisit[]>('grid.bringFinding', input);
    expect(desk.count('audit_entry')).toBe(entries + 1);
    const matter = await desk.done<MatterSheet>('grid.getMatter', { id: brought?.matterId });
    expect(matter).toMatchObject({ number: brought?.matterNumber, state: 'reported', channel: 'inspection', level: 'urgent', content: '消防通道堵塞', place: '地下车库', gridId: grids[0] });
    expect(await desk.refused('grid.bringFinding', { ...input, version: 2 })).toBe('prevention/nothing-found');
    expect((await desk.done<{ undo: UndoStep | null }>('undo.listNext')).undo?.action).toBe('inspection.recorded');
    expect(await desk.callAs({ roles: ['auditor'] }, 'audit.verifyAudit', { auditKey: desk.auditKey })).toMatchObject({ data: { problems: [] } });
  });
});

describe('the command board', () => {
  it('never offers a move that the machine does not know, and leaves no column that can be reached unsaid', () => {
    const roles = fc.subarray(['clerk', 'supervisor', 'auditor'] as const);
    fc.assert(fc.property(fc.constantFrom(...boardStates), fc.constantFrom(...boardStates), roles, (from, to, held) => {
      const moves = movesTo(from, to, held);
      for (const one of moves) expect([stateAfter(from, one), mayMove(held, one), from === to]).toEqual([to, true, false]);
      expect(reachableFrom(from, held).includes(to)).toBe(moves.length > 0);
    }));
    expect(movesTo('filed', 'dispatched', ['clerk'])).toEqual(expect.arrayContaining(['dispatch', 'report-up']));
    expect(movesTo('reported', 'handling', ['supervisor'])).toEqual([]);
  });

  it('holds a joint meeting: one lead, its matters with it in the same act, none of them when one was changed meanwhile', async () => {
    const [water, city] = [await department('水务所'), await department('城管中队')];
    const filed = async () => move(await move(await bring(), 'accept'), 'file');
    const [first, second] = [await filed(), await filed()];
    const lead = { kind: 'department', id: water.id };
    const meeting = { matters: [first, second].map(({ id, version }) => ({ id, version })), heldOn: '2026-03-02', place: '会议室', present: ['王芳', '水务所李工', '城管赵队'], minutes: '水务所牵头，三日内疏通', lead, others: [{ kind: 'department', id: city.id }] };
    expect(await desk.refused('grid.holdMeeting', { ...meeting, others: [lead] })).toBe('validation/failed');
    expect(await desk.refused('grid.holdMeeting', { ...meeting, heldOn: '2026-03-03' })).toBe('meeting/lies-ahead');
    expect(await desk.callAs({ roles: ['clerk'] }, 'grid.holdMeeting', meeting)).toMatchObject({ error: { code: 'auth/forbidden' } });
    expect(await desk.refused('grid.holdMeeting', { ...meeting, matters: [meeting.matters[0], { id: second.id, version: 1 }] })).toBe('record/conflict');
    expect(await desk.done('grid.getMatter', { id: first.id })).toMatchObject({ state: 'filed', isJoint: false });
    const entries = desk.count('audit_entry');
    const held = await desk.done<MeetingRow>('grid.holdMeeting', meeting);
    expect(held).toMatchObject({ no: '2026-001', lead: { name: '水务所' }, others: [{ name: '城管中队' }], matters: [{ number: first.number, state: 'dispatched' }, { number: second.number, state: 'dispatched' }] });
    expect(desk.count('audit_entry')).toBe(entries + 1);
    expect(await desk.done('grid.getMatter', { id: second.id })).toMatchObject({ state: 'dispatched', unitId: water.id, isJoint: true });
    expect(await desk.done('grid.listMeetings', { filter: { text: '疏通' } })).toMatchObject([{ id: held.id }]);
    expect(await desk.callAs({ roles: ['clerk'], scope: [grids[1] ?? ''] }, 'grid.countMeetings', {})).toMatchObject({ data: { count: 0 } });
    const events = await desk.done<CommandEvent[]>('grid.listCommandEvents', {});
    expect(events.filter(({ move: one }) => one === 'join').map(({ toUnit }) => toUnit.name)).toEqual(['水务所', '水务所']);
    expect(await desk.done<CommandDesk>('grid.getCommandDesk')).toMatchObject({ onDuty: null, open: 2, reportedToday: 2, endedToday: 0, overdue: 0, redCards: 0, emergencies: [] });
    expect(namesOneLead(lead, [])).toBe(false);
  });
});
