import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { DutyDay, Roster, TeamMatters, TeamRow } from '#shared/modules/staff/duty/duty.schema.ts';
import { daysOfMonth } from '#shared/modules/staff/duty/roster.rules.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import type { MatterSheet } from '#shared/modules/grid/matters/matter.schema.ts';
import { matterDraft, walk } from '#tests/support/matters.ts';
import { staffOf } from '#tests/support/staff.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

let desk: Workstation;
let staff: ReturnType<typeof staffOf>;
let people: string[];
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  staff = staffOf(desk);
  people = [(await staff.member('甲')).id, (await staff.member('乙')).id, (await staff.member('丙')).id];
});
afterEach(() => desk.close());

const proposed = (month = '2026-03') => desk.done<DutyDay[]>('staff.proposeRoster', { month, memberIds: people });
const save = (days: readonly unknown[], version = 0, month = '2026-03') => ({ month, version, days, note: '' });
const recorded = async (): Promise<MatterSheet> => walk(desk, await desk.done<MatterSheet>('grid.createMatter', matterDraft()), { move: 'accept' }, { move: 'record', text: '当场办了' });
const kinds = async () => (await desk.done<TodayItem[]>('notifications.listToday')).map(({ kind }) => kind);

describe('the duty roster', () => {
  it('is never empty: whatever days are left out or doubled, only a whole month is stored', async () => {
    const whole = await proposed();
    await fc.assert(
      fc.asyncProperty(fc.subarray(whole), async (days) => {
        const answer = await desk.call('staff.saveRoster', save(days));
        expect(answer.ok).toBe(days.length === whole.length);
        const stored = await desk.done<Roster>('staff.getRoster', { month: '2026-03' });
        expect(stored.days.length === 0 || stored.days.length === 31).toBe(true);
        if (answer.ok) await staff.undo();
      }),
      { numRuns: 25 },
    );
    expect(await desk.refused('staff.saveRoster', save([...whole.slice(1), whole[1]]))).toBe('duty/day-empty');
    expect(await desk.refused('staff.saveRoster', save([...whole, whole[1]]))).toBe('duty/day-twice');
    expect(await desk.refused('staff.saveRoster', save(whole.map((day) => ({ ...day, backupId: day.memberId }))))).toBe('duty/own-backup');
  });

  it('says when a day would stand empty after all, and when the next month is missing', async () => {
    expect(await kinds()).toContain('duty-uncovered');
    await desk.done('staff.saveRoster', save(await proposed()));
    expect(await kinds()).not.toContain('duty-uncovered');
    desk.advance(24 * 86_400_000);
    expect(await kinds()).toContain('duty-next-month');
    await desk.done('staff.saveRoster', save(await proposed('2026-04'), 0, '2026-04'));
    expect(await kinds()).not.toContain('duty-next-month');
    desk.sqlite().prepare("UPDATE grid_member SET left_on = '2026-03-28'").run();
    expect((await desk.done<Roster>('staff.getRoster', { month: '2026-03' })).uncovered).toEqual(daysOfMonth('2026-03').slice(27));
    expect(await kinds()).toContain('duty-uncovered');
  });

  it('is changed by one at a time', async () => {
    const days = await proposed();
    await desk.done('staff.saveRoster', save(days));
    expect(await desk.refused('staff.saveRoster', save(days))).toBe('record/conflict');
    expect(await desk.done<Roster>('staff.saveRoster', save(days.toReversed(), 1))).toMatchObject({ version: 2, days });
  });
});

describe('teams', () => {
  it('have members, skills and tasks with hours', async () => {
    const team = await desk.done<TeamRow>('staff.createTeam', { name: '巡逻队', kind: 'patrol', leaderId: people[0], memberIds: people, skills: ['急救'], foundedOn: null, note: '' });
    expect(await desk.refused('staff.createTeam', { name: '巡逻队', kind: 'patrol', leaderId: null, memberIds: [], skills: [], foundedOn: null, note: '' })).toBe('team/name-taken');
    const task = { teamId: team.id, givenOn: '2026-02-01', doneOn: '2026-02-02', task: '夜间巡逻', people: 4, minutes: 480, result: '完成', matterNo: '' };
    await desk.done('staff.addTeamTask', task);
    await desk.done('staff.addTeamTask', { ...task, doneOn: null, minutes: 0 });
    expect(await desk.refused('staff.addTeamTask', { ...task, doneOn: '2026-01-01' })).toBe('validation/failed');
    expect(await desk.done<TeamRow[]>('staff.listTeams')).toMatchObject([{ leaderName: '甲', memberNames: expect.arrayContaining(['甲', '乙', '丙']), tasks: 2, openTasks: 1, minutes: 480 }]);
  });
  it('share in the settled matters they are called to by number, each counted once and only when the task is done', async () => {
    const [settled, other] = [await recorded(), await recorded()];
    const open = await desk.done<MatterSheet>('grid.createMatter', matterDraft());
    const teams = await Promise.all(['巡逻队', '维修队'].map((name) => desk.done<TeamRow>('staff.createTeam', { name, kind: 'patrol', leaderId: null, memberIds: [], skills: [], foundedOn: null, note: '' })));
    const task = (at: number, matterNo: string, doneOn: string | null = '2026-03-02') => ({ teamId: teams[at]?.id, givenOn: '2026-03-01', doneOn, task: '清理', people: 2, minutes: 60, result: '', matterNo });
    expect(await desk.refused('staff.addTeamTask', task(0, '20260302-9999'))).toBe('team/matter-unknown');
    for (const one of [task(0, settled.number), task(1, settled.number), task(0, other.number, null), task(0, open.number)]) await desk.done('staff.addTeamTask', one);
    const found = await desk.done<TeamMatters>('staff.listTeamMatters', { year: 2026 });
    expect(found).toMatchObject({ settled: 2, matters: [{ number: settled.number, teams: expect.arrayContaining(['巡逻队', '维修队']) }] });
    expect(found.matters).toHaveLength(1);
    expect(await desk.done<TeamMatters>('staff.listTeamMatters', { year: 2025 })).toEqual({ settled: 0, matters: [] });
    const withoutMatters = await desk.callAs({ roles: ['trainer'] }, 'staff.listTeamTasks', { teamId: teams[1]?.id });
    expect(withoutMatters).toMatchObject({ data: [{ matterNo: settled.number, matterId: null }] });
  });
});
